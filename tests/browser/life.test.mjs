// The life of a visit in a real browser: seats held while a form is filled in, a visit moved, people added, a queue
// joined, and two who race.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  addSlot, book, contact, fillIn, findOpenSlot, press, showsSlot, signIn, visitPartnership,
} from "./flows.mjs";
import { engines, Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

const disclosure = (page, id) => page.locator(`details#${id}`);

for (const engine of engines) {
  describe(`the life of a visit on ${engine}`, { timeout: 180_000 }, () => {
    let service;
    before(async () => { service = await Service.start({ name: `life-${engine}`, engine }); });
    after(() => service?.stop());

    test("seats are held while somebody fills in the form, and given up on leaving", async () => {
      const watcher = await service.visitor();
      const booker = await service.visitor();
      await visitPartnership(booker.page);
      const slot = await findOpenSlot(service, booker.page);
      await watcher.page.goto(booker.page.url());
      await on.slotLink(booker.page, slot.id).click();
      await booker.page.waitForURL((url) => url.pathname === on.slotPath(slot.id));
      assert.equal((await service.api(`/slots/${slot.id}`)).seats_held, 0, "looking holds nothing");
      await fillIn(booker.page, { seats: String(slot.seats_left) });
      await on.field(booker.page, "organization").focus();
      await showsSlot(watcher.page, slot, "full");
      assert.ok(await on.bookButton(booker.page).isVisible(), "the form stays for whom the seats are kept");
      await booker.page.goto("/");
      await showsSlot(watcher.page, slot, "open");
      assert.equal((await service.api(`/slots/${slot.id}`)).seats_left, slot.seats_left);
      for (const { faults } of [watcher, booker]) assert.deepEqual(faults, []);
    });

    test("a guest moves a visit and changes who comes", async () => {
      const { page, faults } = await service.visitor();
      await visitPartnership(page);
      const slot = await findOpenSlot(service, page);
      await book(page, slot, contact(), 1);
      const before = (await service.api(`/slots/${slot.id}`)).seats_left;
      const people = disclosure(page, "people");
      await people.locator("summary").click();
      await people.locator("input[name=attendee_name]").first().fill("陳怡君");
      await people.locator("input[name=attendee_email]").first().fill("chen@example.tw");
      await people.locator("button[type=submit]").click();
      await page.waitForURL(/done=people/);
      assert.ok(await page.getByText("chen@example.tw").first().isVisible());
      const moving = disclosure(page, "move");
      await moving.locator("summary").click();
      await moving.locator("button[type=submit]").click();
      await page.waitForURL(/done=moved/);
      assert.equal((await service.api(`/slots/${slot.id}`)).seats_left, before + 1);
      assert.deepEqual(faults, []);
    });

    test("two race for the last seats: one books, the other reads sensible words and joins the queue", async () => {
      const [one, two] = [await service.visitor({ javaScriptEnabled: false, reducedMotion: "reduce" }), await service.visitor({ javaScriptEnabled: false, reducedMotion: "reduce" })];
      await visitPartnership(one.page);
      const slot = await findOpenSlot(service, one.page);
      for (const { page } of [one, two]) {
        await page.goto(on.slotPath(slot.id));
        await fillIn(page, { ...contact(), seats: String(slot.seats_left) });
      }
      await Promise.all([one, two].map(({ page }) => on.bookButton(page).click()));
      await Promise.all([one, two].map(({ page }) => page.waitForLoadState()));
      const won = [one, two].filter(({ page }) => on.bookingPath.test(new URL(page.url()).pathname));
      assert.equal(won.length, 1);
      const { page } = [one, two].find((who) => who !== won[0]);
      const queue = page.locator("details", { has: page.locator("form[action$='/waitlist']") });
      await queue.locator("summary").click();
      const who = contact();
      for (const name of ["organization", "name", "email"]) await queue.locator(`[name=${name}]`).fill(who[name]);
      await queue.locator("[name=city]").selectOption(who.city);
      await queue.locator("button[type=submit]").click();
      await page.waitForURL(/\/waiting\/.*done=joined/);
      assert.equal((await service.api(`/slots/${slot.id}`)).waiting, 1);
      await press({ disclosure: page.locator("details summary").last(), button: page.locator("form[action$='/leave'] button") });
      await page.waitForURL(/done=left/);
      assert.equal((await service.api(`/slots/${slot.id}`)).waiting, 0);
    });

    test("a host asks for approval, approves and declines requests, changes seats and closes a time", async () => {
      const host = await service.visitor();
      await signIn(service, host.page, on.demo.hostEmail);
      await host.page.locator('main a[href$="/policy"]').first().click();
      await fillIn(host.page, { approval: "host", change_hours: "2", question_text: "Why do you come?", question_kind: "text", question_required: "yes" });
      await host.page.locator("form[data-policy] button[type=submit]").click();
      await host.page.waitForURL(/done=policy-saved/);
      assert.equal(await on.field(host.page, "question_text").inputValue(), "Why do you come?");
      await host.page.goto(on.hostConsole.path);
      const date = new Date(Date.now() + 25 * 86_400_000).toISOString().slice(0, 10);
      const id = await addSlot(host.page, { date, time: "06:45", capacity: "2" });

      const guest = await service.visitor();
      for (let n = 0; n < 2; n += 1) {
        await guest.page.goto(on.slotPath(id));
        await fillIn(guest.page, { ...contact(), seats: "1" });
        await guest.page.locator('main [name^="answer."]').fill("To see the harbour.");
        await on.bookButton(guest.page).click();
        await guest.page.waitForURL((url) => on.bookingPath.test(url.pathname));
      }
      assert.equal((await service.api(`/slots/${id}`)).status, "full", "requests keep their seats");

      const requests = host.page.locator("[data-request-id]");
      await host.page.goto(on.hostConsole.path);
      assert.equal(await requests.count(), 2);
      await requests.first().locator("form[action$='/confirm'] button").click();
      await host.page.waitForURL(/done=approved/);
      await press({ disclosure: requests.first().locator("summary"), button: requests.first().locator("form[action$='/decline'] button") });
      await host.page.waitForURL(/done=declined/);
      assert.equal(await requests.count(), 0);
      assert.equal((await service.api(`/slots/${id}`)).seats_left, 1);

      const change = () => host.page.locator(`[data-slot-id="${id}"] details[data-change-slot]`);
      const changed = async (done) => { await host.page.waitForURL(new RegExp(`done=${done}`)); await host.page.waitForLoadState(); };
      // A time far ahead is folded away.
      const unfold = () => change().evaluate((element) => {
        for (let fold = element.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      });
      await unfold();
      await change().locator("summary").click();
      await change().locator("input[name=capacity]").fill("9");
      await change().locator("form").first().locator("button").click();
      await changed("resized");
      assert.equal((await service.api(`/slots/${id}`)).capacity, 9);
      await unfold();
      await change().locator("summary").click();
      await change().locator("form").last().locator("button").click();
      await changed("closed");
      assert.equal((await service.api(`/slots/${id}`)).status, "closed");
      for (const { faults } of [host, guest]) assert.deepEqual(faults, []);
    });
  });
}
