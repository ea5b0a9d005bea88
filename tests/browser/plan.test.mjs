// The planner: cities, plans side by side, one date by date, agreeing to it, calling a visit off.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { signIn } from "./flows.mjs";
import { Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

describe("planning a series", { timeout: 120_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "plan" }); });
  after(() => service?.stop());

  test("plans side by side without scripts, at 390 pixels too", async () => {
    const { page, faults } = await service.visitor({ javaScriptEnabled: false, reducedMotion: "reduce" });
    await page.goto("/plan");
    for (const city of ["seattle", "kaohsiung"]) {
      await page.locator(`main input[name="city"][value="${city}"]`).check();
    }
    await page.locator('main input[name="start"]').fill("2027-01-05");
    await page.locator('main select[name="every"]').selectOption("week");
    await page.locator('main input[name="count"]').fill("20");
    await page.locator("main form").getByRole("button").click();
    await page.waitForURL((url) => url.searchParams.getAll("city").length === 2);

    const cards = page.locator(".plan");
    assert.ok(await cards.count() >= 4, "several plans");
    assert.equal(await cards.first().locator(".plan__sides li").count(), 2, "what each city bears");
    await cards.first().locator("a.button").click();
    await page.waitForURL((url) => url.searchParams.has("kind"));
    const rows = page.locator(".visits tbody tr");
    assert.ok(await rows.count() >= 15);
    assert.ok(await page.locator(".visits__moved").count() >= 1, "the week after a clock change is marked");
    assert.match(await page.locator(".visits__moved").first().innerText(), /Clock changed: now GMT-7/);
    assert.equal(await page.locator("#agree").count(), 0, "visitors agree to nothing");

    const { page: small } = await service.visitor({ viewport: { width: 390, height: 844 } });
    await small.goto(page.url());
    const wide = await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, "no sideways scrolling at 390 pixels");
    assert.deepEqual(faults, []);
  });

  test("a host agrees to a plan and calls one visit off", async () => {
    const { page, faults } = await service.visitor({ javaScriptEnabled: false, reducedMotion: "reduce" });
    await signIn(service, page, on.demo.hostEmail);
    await page.goto("/plan?city=kaohsiung&city=seattle&every=month&count=3&minutes=30&holidays=keep");
    await page.locator(".plan a.button").first().click();
    await page.waitForURL((url) => url.searchParams.has("kind"));
    const form = page.locator("#agree");
    await form.locator('select[name="guests"]').selectOption("kaohsiung");
    await form.locator('input[name="organization"]').fill("Garfield High School");
    await form.locator('input[name="name"]').fill("Ann Lee");
    await form.locator('input[name="email"]').fill("ann.series@example.org");
    await form.getByRole("button").click();
    await page.waitForURL(/\/series\/[0-9a-f-]{36}/);
    assert.equal(await page.locator(".visits tbody tr").count(), 3);
    const letter = await service.mail.next("ann.series@example.org", /\/series\/[0-9a-f-]{36}\?key=[0-9a-f]+/);
    assert.ok(letter, "one letter lists the visits");

    await page.locator(".visits tbody tr").nth(1).getByRole("button").first().click();
    await page.waitForURL(/done=series-cancelled/);
    assert.equal(await page.locator(".visits__gone").count(), 1);
    assert.equal(await page.locator(".visits__off").count(), 2);
    assert.deepEqual(faults, []);
  });
});
