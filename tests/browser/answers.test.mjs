// An attendee says by the link in their letter whether they come, and the host's page of the booking shows it without
// being loaded again.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNotReloaded, book, contact, findOpenSlot, mark, signIn, visitPartnership } from "./flows.mjs";
import { engines, Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

const answerLink = /https?:\/\/\S*\/answers\/[^\s"<>]+/;

for (const engine of engines) {
  describe(`answers on ${engine}`, { timeout: 180_000 }, () => {
    let service;
    before(async () => { service = await Service.start({ name: `answers-${engine}`, engine }); });
    after(() => service?.stop());

    test("an attendee answers by the link, and the host sees it live", async () => {
      const guest = await service.visitor();
      await visitPartnership(guest.page);
      const slot = await findOpenSlot(service, guest.page);
      const who = contact();
      await book(guest.page, slot, who, 1);
      const { pathname } = new URL(guest.page.url());
      const mail = await service.mail.next(who.email, answerLink);
      const link = answerLink.exec(mail.text)[0];

      const host = await service.visitor();
      await signIn(service, host.page, on.demo.hostEmail);
      await host.page.goto(pathname);
      const accepted = host.page.locator('main [data-answer="accepted"]');
      assert.equal(await accepted.count(), 0);
      await mark(host.page);

      // Without JavaScript, and by somebody who has never been here.
      const attendee = await service.visitor({ javaScriptEnabled: false, reducedMotion: "reduce" });
      await attendee.page.goto(link);
      assert.ok(await attendee.page.getByText(who.name).first().isVisible());
      await attendee.page.locator('main input[value="accepted"]').check();
      await on.field(attendee.page, "note").fill("我們會準時到 <b>");
      await attendee.page.locator("main form").getByRole("button").click();
      await attendee.page.waitForURL(/done=answered/);
      assert.equal(await attendee.page.locator('main input[value="accepted"]').isChecked(), true);

      await accepted.first().waitFor();
      assert.ok(await host.page.getByText("我們會準時到 <b>").isVisible());
      await assertNotReloaded(host.page);

      // They think better of it; the page follows once more.
      await attendee.page.locator('main input[value="declined"]').check();
      await attendee.page.locator("main form").getByRole("button").click();
      await attendee.page.waitForURL(/done=answered/);
      await host.page.locator('main [data-answer="declined"]').first().waitFor();
      assert.equal(await accepted.count(), 0);
      await assertNotReloaded(host.page);
      for (const { faults } of [guest, host]) assert.deepEqual(faults, []);
    });

    test("a link to an answer that is not theirs shows nothing", async () => {
      const { page } = await service.visitor();
      const answer = await page.goto("/answers/0193f8a0-0000-7000-8000-000000000001?key=00");
      assert.equal(answer.status(), 404);
    });
  });
}
