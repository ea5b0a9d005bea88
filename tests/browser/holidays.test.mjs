// A coordinator's page of the city's special days, without scripts as with them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { signIn } from "./flows.mjs";
import { Service } from "./harness.mjs";

const PAGE = "/console/cities/kaohsiung/holidays";
const COORDINATOR = "coordinator@kaohsiung.example";
const year = new Date().getUTCFullYear() + 1;
const nationalDay = `[data-date="${year}-10-10"]`;
const calendar = (lines) => ({
  name: "days.ics",
  mimeType: "text/calendar",
  buffer: Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1@example.org", ...lines, "END:VEVENT",
    "END:VCALENDAR", ""].join("\r\n")),
});

for (const scripts of [true, false]) {
  describe(`holidays ${scripts ? "with" : "without"} scripts`, { timeout: 90_000 }, () => {
    let service, page, faults;
    before(async () => {
      service = await Service.start({ name: `holidays-${scripts}` });
      const options = { javaScriptEnabled: scripts, reducedMotion: "reduce", locale: "en-US" };
      ({ page, faults } = await service.visitor(options));
      await signIn(service, page, COORDINATOR);
    });
    after(() => service?.stop());

    test("a holiday is opened and given back to the public calendar", async () => {
      await page.locator(`main a[href="${PAGE}"]`).click();
      await page.locator('main a[rel="next"]').click();
      const day = page.locator(nationalDay);
      assert.match(await day.innerText(), /國慶日/);
      await day.getByRole("button").click();
      await page.locator(`${nationalDay}.special--workday`).waitFor();
      await page.locator(`${nationalDay} button`).click();
      await page.locator(`${nationalDay}.special--holiday`).waitFor();
      assert.deepEqual(faults, []);
    });

    test("a day is entered and stands among the others", async () => {
      await page.locator("#f-day-day_name").fill("Harbour day");
      await page.locator("#f-day-day_kind").selectOption("holiday");
      await page.locator("#f-day-date").fill(`${year}-05-05`);
      await page.locator("form#day button").click();
      assert.match(await page.locator(`[data-date="${year}-05-05"]`).innerText(), /Harbour day/);
      assert.deepEqual(faults, []);
    });

    test("a calendar file is looked at first, then entered", async () => {
      const file = page.locator("#f-file");
      await file.setInputFiles(calendar([`DTSTART;VALUE=DATE:${year}0506`, "SUMMARY:Lantern, boats"]));
      await page.locator("form:has(#f-file) button[type=submit]").click();
      const confirm = page.locator("form:has([name=confirmed]) button");
      await confirm.waitFor();
      assert.match(await page.locator(".daylist").first().innerText(), /Lantern, boats/);
      await confirm.click();
      await page.waitForURL((url) => url.searchParams.get("done") === "days-entered");
      await page.goto(`${PAGE}?year=${year}`);
      assert.match(await page.locator(`[data-date="${year}-05-06"]`).innerText(), /Lantern, boats/);
      assert.deepEqual(faults, []);
    });
  });
}
