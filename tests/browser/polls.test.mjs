// A poll from the finder to the invite: a coordinator asks, two people in two cities answer and see each other's
// answers come in, and the time that is chosen is booked.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as flows from "./flows.mjs";
import { readInvite, Service } from "./harness.mjs";

describe("a poll", { timeout: 180_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "polls" }); });
  after(() => service?.stop());

  test("from the finder to the invite", async () => {
    const { page: desk, faults } = await service.visitor();
    await flows.signIn(service, desk, "coordinator@seattle.example");
    // Beyond the days for which the demo has times.
    const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await desk.goto(`/find?city=seattle&city=kaohsiung&minutes=30&workdays=1&from=${day(70)}&to=${day(85)}`);
    const ticks = desk.locator('.found__times input[name="at"]');
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    await desk.getByRole("button", { name: "Ask people" }).click();
    await desk.waitForURL((url) => url.pathname === "/console/polls/new");
    assert.equal(await desk.locator('input[name="at"]:checked').count(), 2);
    const offer = desk.locator("select[name=what] option", { hasText: "City hall hour" });
    await desk.locator("select[name=what]").selectOption(await offer.first().getAttribute("value"));
    await desk.locator("select[name=guests]").selectOption("kaohsiung");
    await flows.fillIn(desk, { organization: "高雄市立中正高中", title: "The spring visit" });
    await desk.getByRole("button", { name: "Ask the cities" }).click();
    await desk.waitForURL((url) => url.searchParams.get("done") === "poll-opened");

    // The other city's coordinator has the link by letter, in their language.
    const letter = await service.mail.next("coordinator@kaohsiung.example", /The spring visit[\s\S]*\/polls\//);
    const kaohsiung = /https?:\/\/\S*\/polls\/[^\s"<>]+\?key=[^\s"<>]+/.exec(letter.text)[0];
    const seattle = await desk.locator(".poll__links dd a").first().getAttribute("href");

    const ann = await service.visitor();
    const lin = await service.visitor({ locale: "zh-TW", timezoneId: "Asia/Taipei" });
    await ann.page.goto(seattle);
    await lin.page.goto(kaohsiung);
    assert.equal(await lin.page.locator("html").getAttribute("lang"), "zh-TW");
    // Each on their own clock.
    assert.match(await ann.page.locator(".poll__row legend").first().innerText(), /^Seattle/);
    assert.match(await lin.page.locator(".poll__row legend").first().innerText(), /^高雄/);
    const live = { state: "attached" };
    await Promise.all([ann, lin].map(({ page }) => flows.mark(page)));

    const vote = async (page, name, email, answers) => {
      for (const [number, answer] of answers.entries()) {
        await page.locator(`input[name="answer-${number}"][value="${answer}"]`).check();
      }
      await flows.fillIn(page, { name, email });
      await page.locator("form.poll").getByRole("button").click();
      await page.waitForURL((url) => url.searchParams.get("done") === "poll-voted");
    };
    await vote(ann.page, "Ann Lee", "ann@school.example", ["if_need_be", "yes"]);
    await lin.page.locator('[data-candidate="1"] [data-counts]', { hasText: "1 可以" }).waitFor(live);
    await flows.assertNotReloaded(lin.page);
    await flows.mark(ann.page);
    await vote(lin.page, "林小明", "lin@school.example", ["no", "yes"]);
    await ann.page.locator('[data-candidate="0"] .tally__why').waitFor(live);
    await flows.assertNotReloaded(ann.page);
    await desk.locator(".poll__who tr", { hasText: "林小明" }).waitFor(live);
    for (const { page } of [ann, lin]) {
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, "no sideways scrolling at 390 pixels");
    }

    await desk.locator('[data-candidate="1"] form').getByRole("button").click();
    await desk.waitForURL((url) => /^\/bookings\//.test(url.pathname));
    assert.match(await desk.locator("main").innerText(), /高雄市立中正高中/);
    await ann.page.locator('[data-poll-part="status"]', { hasText: "A time was chosen" }).waitFor(live);
    await flows.assertNotReloaded(ann.page);
    assert.equal(await ann.page.locator("form.poll").count(), 0);
    const mail = await service.mail.next("lin@school.example", /高雄市立中正高中/);
    const invite = await readInvite(mail.file);
    assert.equal(invite.method, "REQUEST");
    assert.deepEqual([faults, ann.faults, lin.faults], [[], [], []]);
  });
});
