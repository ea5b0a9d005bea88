// The preview of letters: an admin picks a kind, a language and a day, and reads the letter as its reader would.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fillIn, signIn } from "./flows.mjs";
import { Service, readInvite } from "./harness.mjs";
import * as on from "./selectors.mjs";

describe("the preview of letters", { timeout: 90_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "letters" }); });
  after(() => service?.stop());

  test("is found from the outbox and shows what was chosen, in words, in the frame and as a file", async () => {
    const { page, faults } = await service.visitor();
    await signIn(service, page, on.demo.adminEmail);
    await page.goto(on.outbox.path);
    await on.preview.link(page).click();
    await on.preview.frame(page).getByText("Your visit is confirmed").first().waitFor();

    await fillIn(page, { kind: "visit_cancelled", language: "ja", day: "clocks_back" });
    await on.preview.show(page).click();
    await page.waitForURL((url) => url.searchParams.get("kind") === "visit_cancelled");
    assert.equal(await on.field(page, "language").inputValue(), "ja", "what was chosen stays chosen");
    // The page is still the admin's, the letter is Japanese; Seattle's clocks go back during the visit.
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    const text = on.preview.text(page);
    assert.equal(await text.getAttribute("lang"), "ja");
    const words = await text.innerText();
    assert.match(words, /2026年11月1日日曜日 1:30～1:30（GMT-7、その後 GMT-8）/);
    await on.preview.frame(page).getByText("A typhoon is coming.").waitFor();
    assert.equal(await on.preview.frame(page).locator("html").getAttribute("lang"), "ja");

    const [download] = await Promise.all([page.waitForEvent("download"), on.preview.eml(page).click()]);
    assert.equal(download.suggestedFilename(), "visit_cancelled-ja-clocks_back.eml");
    const event = await readInvite(await saved(download));
    assert.deepEqual([event.method, event.start, event.end], ["CANCEL", "2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z"]);
    assert.deepEqual(faults, []);
  });
});

/** The path of a download under a name that says what it is. */
async function saved(download) {
  const file = `${await download.path()}.eml`;
  await download.saveAs(file);
  return file;
}
