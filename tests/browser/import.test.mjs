// Files in and out: an admin's table with three errors, corrected and brought in; a host's bookings.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { signIn } from "./flows.mjs";
import { Service, pictures } from "./harness.mjs";

const csv = (...rows) => ({
  name: "cities.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`\uFEFF${["slug;name;native_name;country;zone;languages", ...rows, ";;;;;", ""].join("\r\n")}`),
});
const wrong = csv(
  "brno;Brno;;CZ;Europe/Prague;cs|en",
  "Nový Jičín;Nový Jičín;;CZ;Europe/Prague;cs",
  '"usti";"Ústí";"";"Czechia";"Europe/Ústí";cs',
);
const right = csv(
  "brno;Brno;;CZ;Europe/Prague;cs|en",
  "novy-jicin;Nový Jičín;;CZ;Europe/Prague;cs",
  '"usti";"Ústí nad Labem";"";"CZ";"Europe/Prague";cs',
);

for (const scripts of [true, false]) {
  describe(`files ${scripts ? "with" : "without"} scripts`, { timeout: 90_000 }, () => {
    let service, page, faults;
    before(async () => {
      service = await Service.start({ name: `import-${scripts}` });
      const options = { javaScriptEnabled: scripts, reducedMotion: "reduce", locale: "en-US", acceptDownloads: true };
      ({ page, faults } = await service.visitor(options));
      await signIn(service, page, "admin@demo.example");
    });
    after(() => service?.stop());

    const send = async (file) => {
      await page.locator("#f-file").setInputFiles(file);
      await page.locator("form:has(#f-file) button[type=submit]").click();
      await page.locator("#report-title").waitFor();
    };

    test("a file with three errors is shown by line, corrected, brought in, and there", async () => {
      await page.goto("/console");
      await page.locator('main a[href="/console/files"]').click();
      await send(wrong);
      const rows = await page.locator(".report__faults tbody tr").allInnerTexts();
      assert.deepEqual(rows.map((row) => row.split("\t").slice(0, 2)), [["3", "slug"], ["4", "country"], ["4", "zone"]]);
      assert.equal(await page.locator("form:has([name=confirmed])").count(), 0, "it can be applied");
      if (scripts) await page.screenshot({ path: `${pictures}/files-wrong.png`, fullPage: true });
      faults.length = 0; // The browser notes the 422.
      await send(right);
      assert.match(await page.locator(".report").innerText(), /3 new, 0 changed, 0 unchanged/);
      await page.locator("form:has([name=confirmed]) button").click();
      await page.locator(".report[data-done]").waitFor();
      await page.goto("/cities/usti");
      assert.match(await page.locator("h1").innerText(), /Ústí nad Labem/);
      await page.goto("/console/files");
      await send(right);
      assert.match(await page.locator(".report").innerText(), /0 new, 0 changed, 3 unchanged/);
      assert.equal(await page.locator("form:has([name=confirmed])").count(), 0);
      assert.deepEqual(faults, []);
    });

    test("bookings are downloaded as a table, for programs and for calendars", async () => {
      await page.goto("/console/files");
      for (const [format, begins] of [["csv", /^booking_id,status,/], ["json", /^\{"total":\d+,/], ["ics", /^BEGIN:VCALENDAR\r\n/]]) {
        await page.locator("#f-bookings-format").selectOption(format);
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.locator("form[data-export] button[type=submit]").click(),
        ]);
        assert.equal(download.suggestedFilename(), `bookings.${format}`);
        const text = await readFile(await download.path(), "utf8");
        assert.match(text, begins);
        if (format === "json") assert.equal(JSON.parse(text).items.length, JSON.parse(text).total);
        if (scripts) await page.locator("[data-export-status]", { hasText: /^Saved: \d+ bookings\.$/ }).waitFor();
      }
      const [template] = await Promise.all([
        page.waitForEvent("download"),
        page.locator('a[href="/api/v1/imports/templates/cities"]').click(),
      ]);
      assert.match(await readFile(await template.path(), "utf8"), /^slug,name,native_name,country/);
      assert.deepEqual(faults, []);
    });
  });
}
