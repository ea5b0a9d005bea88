// The life of a visit in a real browser: seats held while a form is filled in, a visit moved, people added, a queue
// joined, and two who race.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { book, contact, fillIn, findOpenSlot, press, showsSlot, visitPartnership } from "./flows.mjs";
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
  });
}
