// The finder: choose cities, see ranked times with everybody's clock and burden, and what helps where none fits.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Service } from "./harness.mjs";

describe("finding a time", { timeout: 120_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "find" }); });
  after(() => service?.stop());

  test("three cities without scripts, over a change of clocks", async () => {
    // Playwright waits until smooth scrolling has come to rest, which it cannot tell where scripts are off.
    const { page, faults } = await service.visitor({ javaScriptEnabled: false, reducedMotion: "reduce" });
    await page.goto("/");
    await page.locator('header a[href="/find"]').click();
    for (const city of ["kaohsiung", "prague", "brisbane"]) {
      await page.locator(`main input[name="city"][value="${city}"]`).check();
    }
    await page.locator('main input[name="from"]').fill("2027-03-22");
    await page.locator('main input[name="to"]').fill("2027-04-02");
    await page.locator("main form").getByRole("button").click();
    await page.waitForURL((url) => url.searchParams.getAll("city").length === 3);

    const times = page.locator(".found__time");
    assert.equal(await times.count(), 10);
    assert.equal(await times.first().locator("time").count(), 3, "a time in each city's clock");
    assert.match(await times.first().innerText(), /GMT\+8[\s\S]*bears/);
    assert.equal(await page.locator(".found__day .ribbon").count(), 3);
    const notes = await page.locator(".found__notes").innerText();
    assert.match(notes, /Prague go forward on Mar 28, 2027: from then on 8 hours/, notes);

    // The address is all there is to share.
    const { page: other } = await service.visitor({ viewport: { width: 390, height: 844 } });
    await other.goto(page.url());
    assert.equal(await other.locator(".found__time").first().innerText(), await times.first().innerText());
    const wide = await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, "no sideways scrolling at 390 pixels");
    assert.deepEqual(faults, []);
  });

  test("nothing fits: the least bad, and advice that helps", async () => {
    const { page, faults } = await service.visitor();
    await page.goto("/find?city=seattle&city=kaohsiung&city=prague&from=2027-01-11&to=2027-01-15&minutes=180");
    assert.ok(await page.locator(".found__side--blocked").count() > 0);
    await page.locator('.found__advice a[href*="night="]').first().click();
    await page.waitForURL((url) => url.searchParams.has("night"));
    assert.equal(await page.locator(".found__side--blocked").count(), 0);
    assert.ok(await page.locator(".found__time").count() > 0);
    assert.deepEqual(faults, []);
  });
});
