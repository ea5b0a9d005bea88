// The main job in a real browser: a visit is booked by one visitor, seen by another, invited by mail, cancelled.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  addSlot, assertNotReloaded, book, contact, fillIn, findOpenSlot, mark, press, showsSlot, signIn, visitPartnership,
} from "./flows.mjs";
import { engines, readInvite, Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

// Playwright waits until smooth scrolling has come to rest, which it cannot tell where scripts are off.
const WITHOUT_SCRIPTS = { javaScriptEnabled: false, reducedMotion: "reduce" };

for (const engine of engines) {
  describe(`booking on ${engine}`, { timeout: 180_000 }, () => {
    let service;
    before(async () => { service = await Service.start({ name: `booking-${engine}`, engine }); });
    after(() => service?.stop());

    test("a visitor books in three clicks; another sees it without a reload; the invite holds the instant", async () => {
      const watcher = await service.visitor();
      const booker = await service.visitor();
      await visitPartnership(booker.page);
      const slot = await findOpenSlot(service, booker.page);
      await watcher.page.goto(booker.page.url());
      await mark(watcher.page);
      const who = contact();

      await book(booker.page, slot, who);

      await showsSlot(watcher.page, slot, "full");
      await assertNotReloaded(watcher.page);
      const mail = await service.mail.next(who.email);
      const invite = await readInvite(mail.file);
      assert.equal(invite.method, "REQUEST");
      assert.equal(invite.status, "CONFIRMED");
      assert.deepEqual(invite.attendees, [who.email]);
      assert.deepEqual(invite.attendee_names, [who.name]);
      const booked = await service.api(`/slots/${slot.id}`);
      assert.equal(invite.start, booked.starts_at);
      assert.equal(invite.end, booked.ends_at);
      assert.equal(booked.seats_left, 0);
      assert.match(mail.text, /[一-鿿]/, "the mail is in the contact's language");
      assert.deepEqual(watcher.faults, []);
      assert.deepEqual(booker.faults, []);
    });

    test("the manage link cancels the booking; the slot opens again everywhere; the cancellation follows", async () => {
      const watcher = await service.visitor();
      const booker = await service.visitor();
      await visitPartnership(booker.page);
      const slot = await findOpenSlot(service, booker.page);
      await watcher.page.goto(booker.page.url());
      await mark(watcher.page);
      const who = contact();
      await book(booker.page, slot, who);
      await showsSlot(watcher.page, slot, "full");
      const invited = await service.mail.next(who.email, on.manageLink);

      // From the mail, so in a browser that knows nothing of the booking.
      const manager = await service.visitor();
      await manager.page.goto(on.manageLink.exec(invited.text)[0]);
      await press(on.cancelBooking(manager.page));

      await showsSlot(watcher.page, slot, "open");
      await assertNotReloaded(watcher.page);
      const invite = await readInvite(invited.file);
      const cancelled = await readInvite((await service.mail.next(who.email)).file);
      assert.equal(cancelled.method, "CANCEL");
      assert.equal(cancelled.uid, invite.uid);
      assert.equal(cancelled.start, invite.start);
      assert.ok(cancelled.sequence > invite.sequence, `SEQUENCE ${cancelled.sequence} after ${invite.sequence}`);
      for (const { faults } of [watcher, booker, manager]) assert.deepEqual(faults, []);
    });

    test("booking works without JavaScript", async () => {
      const { page, faults } = await service.visitor(WITHOUT_SCRIPTS);
      await visitPartnership(page);
      const slot = await findOpenSlot(service, page);
      const week = page.url();
      const who = contact();

      await book(page, slot, who);

      const invite = await readInvite((await service.mail.next(who.email)).file);
      const booked = await service.api(`/slots/${slot.id}`);
      assert.equal(invite.start, booked.starts_at);
      assert.equal(booked.status, "full");
      await page.goto(week);
      await showsSlot(page, slot, "full");
      assert.deepEqual(faults, []);
    });

    test("a wrong address is named beside its field, and what was typed is kept", async () => {
      const { page, faults } = await service.visitor(WITHOUT_SCRIPTS);
      await visitPartnership(page);
      const slot = await findOpenSlot(service, page);
      await on.slotLink(page, slot.id).click();
      // Without the browser's own checks, which a program would not make.
      await page.locator("main form").evaluateAll((forms) => forms.forEach((form) => { form.noValidate = true; }));
      const typed = { ...contact(), email: "no address" };
      await fillIn(page, typed);
      await on.bookButton(page).click();

      await on.wrongField(page, "email").waitFor();
      for (const name of ["email", "organization", "name", "note"]) {
        assert.equal(await on.field(page, name).inputValue(), typed[name]);
      }
      assert.equal((await service.api(`/slots/${slot.id}`)).status, "open");
      // The answer's own status (422) is reported by the browser on its console; nothing else may be.
      assert.deepEqual(faults.filter((fault) => !fault.includes("status of 422")), []);
    });

    test("a host signs in by mail, adds a slot that is announced everywhere, and cancels it", async () => {
      const host = await service.visitor();
      const watcher = await service.visitor();
      const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
      await visitPartnership(watcher.page);
      await watcher.page.goto(`${new URL(watcher.page.url()).pathname}?from=${date}`);
      await mark(watcher.page);
      await signIn(service, host.page, on.demo.hostEmail);

      const id = await addSlot(host.page, { date, time: "06:15", capacity: "1" });

      assert.equal((await service.api(`/slots/${id}`)).status, "open");
      await on.slotNews(watcher.page).waitFor();
      await assertNotReloaded(watcher.page);
      await on.slotNews(watcher.page).click();
      await showsSlot(watcher.page, { id }, "open");

      await mark(watcher.page);
      await press(on.hostConsole.cancelSlot(host.page, id));
      await showsSlot(watcher.page, { id }, "cancelled");
      await assertNotReloaded(watcher.page);
      assert.equal((await service.api(`/slots/${id}`)).status, "cancelled");
      assert.deepEqual(host.faults, []);
      assert.deepEqual(watcher.faults, []);
    });
  });
}
