// The life of a partnership in a real browser: a coordinator's overview, a stage that changes, what a visit brought, and the
// next visit with the same people.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fillIn, signIn, visitPartnership } from "./flows.mjs";
import { engines, Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

const COORDINATOR = "coordinator@kaohsiung.example";

for (const engine of engines) {
  describe(`the life of a partnership on ${engine}`, { timeout: 180_000 }, () => {
    let service;
    before(async () => { service = await Service.start({ name: `partnership-${engine}`, engine }); });
    after(() => service?.stop());

    test("a coordinator begins a pilot, tells what a visit brought, and books the next one", async () => {
      const visitor = await service.visitor();
      await visitPartnership(visitor.page);
      const { page, faults } = await service.visitor();
      await signIn(service, page, COORDINATOR);
      await page.locator('main a[href="/console/partnerships"]').click();
      const cards = page.locator("[data-partnership-id]");
      await cards.nth(1).waitFor();

      await cards.filter({ hasText: /Vancouver/ }).locator('a[href$="/edit"]').click();
      const stage = page.locator("form#stage");
      await stage.locator('input[name=stage][value=pilot]').check();
      const ends = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
      await stage.locator("[name=pilot_ends]").fill(ends);
      await stage.locator("[name=why]").fill("Two schools want to try it for a year.");
      await stage.locator("button[type=submit]").click();
      await page.waitForURL(/done=partnership-saved/);
      assert.ok(await page.getByText("Two schools want to try it for a year.").isVisible());
      assert.ok(await page.locator("form#pilot").isVisible(), "a pilot has an outcome");

      await page.goto("/console/partnerships");
      await cards.filter({ hasText: on.demo.partnership }).locator('a[href$="/edit"]').first().click();
      await page.locator('#life a[href$="/report"]').first().click();
      await page.waitForURL(/\/bookings\/.*\/report/);
      const words = "The harbour tour begins with a song from now on.";
      const outcome = page.locator('form[action$="/outcome"]');
      await outcome.locator("[name=text]").fill(words);
      await outcome.locator("[name=public]").check();
      await outcome.locator("button[type=submit]").click();
      await page.waitForURL(/done=outcome/);

      // Whoever has the public page open sees it without doing anything.
      await visitor.page.getByText(words).waitFor();

      await page.locator("#again a[href*='again=']").first().click();
      await page.waitForURL(/\/slots\//);
      assert.equal(await on.field(page, "organization").inputValue(), "Garfield High School");
      await fillIn(page, { seats: "1" });
      await on.bookButton(page).click();
      await page.waitForURL((url) => on.bookingPath.test(url.pathname));
      assert.ok(await page.getByText("Garfield High School").first().isVisible());
      for (const one of [visitor, { faults }]) assert.deepEqual(one.faults, []);
    });
  });
}
