// A host's weekly hours in a real browser: typed, previewed as they are typed, saved, and seen by
// somebody who looks at the partnership; then taken back without scripts.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNotReloaded, mark, showsSlot, signIn, visitPartnership } from "./flows.mjs";
import { engines, Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

const WITHOUT_SCRIPTS = { javaScriptEnabled: false, reducedMotion: "reduce" };
const DAY_MS = 24 * 60 * 60 * 1000;
const HOST_ZONE = "America/Los_Angeles";

/** A few days from now in the host's city that are no holiday there. */
function aDay() {
  const local = (at, options) => new Intl.DateTimeFormat(options.locale, { timeZone: HOST_ZONE, ...options }).format(at);
  const day = (at) => ({
    date: local(at, { locale: "en-CA" }),
    weekday: local(at, { locale: "en-US", weekday: "short" }).toLowerCase(),
  });
  // Public holidays, on which the hours do not count, fall on Mondays, Thursdays, Fridays or on fixed dates.
  const days = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((ahead) => day(new Date(Date.now() + ahead * DAY_MS)));
  const fixed = ["01-01", "06-18", "06-19", "06-20", "07-03", "07-04", "07-05", "11-10", "11-11", "11-12", "12-24", "12-25", "12-26", "12-31"];
  return days.find(({ date, weekday }) => ["tue", "wed"].includes(weekday) && !fixed.includes(date.slice(5)));
}

async function openEditor(service, page) {
  await signIn(service, page, on.demo.hostEmail);
  await on.availability.link(page).click();
  await page.waitForURL((url) => on.availability.path.test(url.pathname));
}

for (const engine of engines) {
  describe(`availability on ${engine}`, { timeout: 180_000 }, () => {
    let service;
    before(async () => { service = await Service.start({ name: `availability-${engine}`, engine }); });
    after(() => service?.stop());

    test("a host sets hours with a live preview; the new time appears at the partners'; then it is withdrawn", async () => {
      const { date, weekday } = aDay();
      const watcher = await service.visitor();
      await visitPartnership(watcher.page);
      await watcher.page.goto(`${watcher.page.url().split("?")[0]}?from=${date}`);
      await mark(watcher.page);
      const host = await service.visitor();
      await openEditor(service, host.page);
      const offer = on.availability.path.exec(new URL(host.page.url()).pathname)[1];
      const ofOffer = async () => (await service.api(`/slots?offer=${offer}&limit=500`)).items;
      await mark(host.page);

      const row = on.availability.rows(host.page).last();
      await row.locator("[name=window-day]").selectOption(weekday);
      await row.locator("[name=window-from]").fill("06:00");
      await row.locator("[name=window-to]").fill("06:30");
      await row.locator("[name=window-to]").blur();
      await on.availability.preview(host.page).filter({ hasText: /Adds \d+ times/ }).waitFor();
      await on.availability.addRow(host.page).click();
      await on.availability.rows(host.page).nth(await on.availability.rows(host.page).count() - 1).waitFor();
      await assertNotReloaded(host.page);
      await on.availability.save(host.page).click();
      await host.page.waitForURL((url) => url.searchParams.get("done") === "availability-saved");

      const made = (await ofOffer()).find((slot) => slot.local_start.startsWith(`${date}T06:00`));
      assert.ok(made, "the time was made");
      await showsSlot(watcher.page, made, "open");
      await assertNotReloaded(watcher.page);

      const plain = await service.visitor(WITHOUT_SCRIPTS);
      await openEditor(service, plain.page);
      const rows = on.availability.rows(plain.page);
      const starts = await rows.locator("[name=window-from]").evaluateAll((fields) => fields.map((field) => field.value));
      await on.availability.removeRow(rows.nth(starts.indexOf("06:00"))).click();
      await on.availability.preview(plain.page).filter({ hasText: /Withdraws \d+ times/ }).waitFor();
      await on.availability.save(plain.page).click();
      await plain.page.waitForURL((url) => url.searchParams.get("done") === "availability-saved");
      assert.equal((await service.api(`/slots/${made.id}`)).status, "cancelled");
      await showsSlot(watcher.page, made, "cancelled");
      await assertNotReloaded(watcher.page);
      for (const visitor of [watcher, host, plain]) assert.deepEqual(visitor.faults, []);
    });
  });
}
