// What visitors and hosts do, step by step, as the tests need it more than once.

import assert from "node:assert/strict";
import { refused } from "./harness.mjs";
import * as on from "./selectors.mjs";

/** A contact in Kaohsiung who reads Traditional Chinese; each call has an address of its own. */
let contacts = 0;
export function contact() {
  contacts += 1;
  return {
    city: on.demo.guest,
    organization: "高雄市立中正高中",
    name: "林小明",
    email: `lin${contacts}@example.tw`,
    locale: "zh-TW",
    zone: "Asia/Taipei",
    note: "我們想談談港口 & \"lanterns\" <b>",
  };
}

/** Goes from the home page to the demo partnership by clicking. */
export async function visitPartnership(page) {
  await page.goto("/");
  await on.partnershipLink(page).click();
  await page.waitForURL((url) => on.partnershipPath.test(url.pathname));
}

/** Turns the weeks of the partnership until one has an open slot of the host city; gives it as the API does. */
export async function findOpenSlot(service, page) {
  for (let week = 0; week < 8; week += 1) {
    for (const id of new Set(await on.openSlots(page).evaluateAll((slots) => slots.map((slot) => slot.dataset.slotId)))) {
      const slot = await service.api(`/slots/${id}`);
      if (slot.host.city === on.demo.host) return slot;
    }
    const here = page.url();
    await on.laterWeek(page).click();
    await page.waitForURL((url) => url.href !== here);
  }
  throw new Error(`no open slot of ${on.demo.host} in the weeks up to ${page.url()}`);
}

/** Books every seat of a slot (or as many as said), beginning with the click on the partnership page. */
export async function book(page, slot, who, seats = slot.seats_left) {
  await on.slotLink(page, slot.id).click();
  await page.waitForURL((url) => url.pathname === on.slotPath(slot.id));
  await fillIn(page, { ...who, seats: String(seats) });
  await on.bookButton(page).click();
  await page.waitForURL((url) => on.bookingPath.test(url.pathname));
}

/** Fills in a form by its field names: chooses in a list, types elsewhere. */
export async function fillIn(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const control = on.field(page, name);
    const kind = await control.evaluate((element) => element.localName);
    if (kind === "select") await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Waits until a page shows a slot in a state, without touching the page. */
export const showsSlot = (page, slot, state) =>
  page.locator(on.slotInState(slot.id, state)).first().waitFor({ state: "attached" });

/** Opens the disclosure and presses the button in it. */
export async function press({ disclosure, button }) {
  await disclosure.click();
  await button.click();
}

/** Marks the document, so that a later reload can be told. */
export const mark = (page) => page.evaluate(() => { window.sisterlineMark = true; });
export async function assertNotReloaded(page) {
  assert.equal(await page.evaluate(() => window.sisterlineMark), true, "the page was reloaded");
}

/** Asks for a sign-in link, follows the one in the mail and confirms. */
export async function signIn(service, page, email) {
  await page.goto(on.signIn.path);
  await fillIn(page, { email });
  await on.signIn.button(page).click();
  const mail = await service.mail.next(email, on.signIn.link);
  await confirmSignIn(page, on.signIn.link.exec(mail.text)[0]);
}

/** A sign-in link only shows a button, since mail scanners follow links; the button signs in. */
export async function confirmSignIn(page, link) {
  await page.goto(link);
  await on.signIn.button(page).click();
  await page.waitForURL((url) => url.pathname === on.hostConsole.path);
}

/** Books a slot for an address that no mail gets to, and waits until the admin who has signed in sees the letter given up. */
export async function letterGivenUp(service, visitor, admin) {
  await visitPartnership(visitor);
  const slot = await findOpenSlot(service, visitor);
  await book(visitor, slot, { ...contact(), email: `a.rather.long.address.of.the.visitors.group@${refused}` }, 1);
  do await admin.goto(on.outbox.path); while (await on.outbox.dead(admin).count() === 0);
}

/** Adds a slot of the first offer, at a local time of its host; gives its id. */
export async function addSlot(page, { date, time, capacity }) {
  const ids = () => on.hostConsole.slots(page).evaluateAll((slots) => slots.map((slot) => slot.dataset.slotId));
  const before = new Set(await ids());
  await fillIn(page, { date, time, capacity });
  const answered = page.waitForResponse((response) => response.request().method() === "GET" && response.request().isNavigationRequest());
  await on.hostConsole.addButton(page).click();
  await answered;
  await page.waitForLoadState();
  const added = (await ids()).filter((id) => !before.has(id));
  assert.equal(added.length, 1, "the console shows the new slot");
  return added[0];
}
