// Where a visit takes place: the host gives an address on a page, the guest finds it on the booking and in the mail.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { book, contact, findOpenSlot, signIn, visitPartnership } from "./flows.mjs";
import { Service, pictures, readInvite } from "./harness.mjs";
import * as on from "./selectors.mjs";

describe("meeting rooms", { timeout: 90_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "rooms" }); });
  after(() => service?.stop());

  test("a changed address reaches the page of the booking and the calendar of whoever comes", async () => {
    const booker = await service.visitor();
    await visitPartnership(booker.page);
    const slot = await findOpenSlot(service, booker.page);
    const who = contact();
    await book(booker.page, slot, who);
    const first = await readInvite((await service.mail.next(who.email)).file);

    const host = await service.visitor({ locale: "en-US" });
    await signIn(service, host.page, "coordinator@seattle.example");
    await host.page.goto(`/console/offers/${slot.offer.id}/rooms`);
    const address = "https://meet.example.org/rooms/changed-by-the-host";
    const form = host.page.locator(`form[action="/console/slots/${slot.id}/room"]`);
    await host.page.locator("details").filter({ has: form }).locator("summary").click();
    await form.locator("input[type=url]").fill(address);
    await form.getByRole("button").click();
    await host.page.waitForURL((url) => url.searchParams.get("done") === "room-saved");
    await host.page.screenshot({ path: `${pictures}/rooms.png`, fullPage: true });

    const mail = await service.mail.next(who.email);
    assert.ok(mail.text.includes(address), mail.text);
    const second = await readInvite(mail.file);
    assert.deepEqual([second.method, second.uid, second.start], ["REQUEST", first.uid, first.start]);
    await booker.page.reload();
    await booker.page.locator(`a[href="${address}"]`).waitFor();
    // Whoever only looks is not told.
    const stranger = await service.visitor();
    await stranger.page.goto(on.slotPath(slot.id));
    assert.ok(!(await stranger.page.content()).includes("meet.example.org"));
    for (const one of [booker, host, stranger]) assert.deepEqual(one.faults, []);
  });
});
