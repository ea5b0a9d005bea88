// What visitors and hosts do, step by step, as the tests need it more than once.

import assert from "node:assert/strict";
import { fill } from "./harness.mjs";
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
  await page.waitForURL(/\/partnerships\/[^/]+$/);
}

/** An open slot on the partnership page that the host city offers and that can be clicked, as the API gives it. */
export async function openSlot(service, page) {
  const ids = await on.openSlots(page).evaluateAll((slots) => slots.map((slot) => slot.dataset.slotId));
  for (const id of new Set(ids)) {
    const slot = await service.api(`/slots/${id}`);
    if (slot.host.city === on.demo.host && (await on.slotLink(page, id).count()) > 0) return slot;
  }
  throw new Error(`no open slot of ${on.demo.host} among the ${ids.length} on ${page.url()}`);
}

/** Books every seat of a slot, beginning with the click on the partnership page. */
export async function book(page, slot, who) {
  await on.slotLink(page, slot.id).click();
  await page.waitForURL((url) => url.pathname === on.slotPath(slot.id));
  for (const [name, value] of Object.entries({ ...who, seats: String(slot.seats_left) })) {
    await fill(on.field(page, name), value);
  }
  await on.bookButton(page).click();
  await page.waitForURL((url) => url.pathname !== on.slotPath(slot.id));
}

/** Waits until a page shows a slot in a state, without touching the page. */
export const showsSlot = (page, slot, status) =>
  page.locator(on.slotWithStatus(slot.id, status)).first().waitFor({ state: "attached" });

/** Marks the document, so that a later reload can be told. */
export const mark = (page) => page.evaluate(() => { window.sisterlineMark = true; });
export async function assertNotReloaded(page) {
  assert.equal(await page.evaluate(() => window.sisterlineMark), true, "the page was reloaded");
}

/** Asks for a sign-in link, follows the one in the mail and confirms. */
export async function signIn(service, page, email) {
  await page.goto(on.signIn.path);
  await on.signIn.email(page).fill(email);
  await on.signIn.send(page).click();
  const mail = await service.mail.next(email);
  const link = on.signIn.link.exec(mail.text);
  assert.ok(link, `a sign-in link in: ${mail.text}`);
  await confirmSignIn(page, link[0]);
}

/** A sign-in link only shows a button, since mail scanners follow links; the button signs in. */
export async function confirmSignIn(page, link) {
  await page.goto(link);
  await on.signIn.confirm(page).click();
  await page.waitForURL((url) => url.pathname === on.hostConsole.path);
}
