// One connection for all tabs of a browser, and one for a page alone where workers cannot be shared.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNotReloaded, book, contact, findOpenSlot, mark, showsSlot, visitPartnership } from "./flows.mjs";
import { Service } from "./harness.mjs";

describe("live updates in a browser", { timeout: 180_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "live-sqlite", engine: "sqlite" }); });
  after(() => service?.stop());

  test("tabs share a connection that outlives the first of them; a browser without shared workers has its own", async () => {
    const booker = await service.visitor();
    await visitPartnership(booker.page);
    const slot = await findOpenSlot(service, booker.page);
    const url = booker.page.url();

    const tabs = await service.visitor();
    const second = await tabs.context.newPage();
    const alone = await service.visitor();
    await alone.context.addInitScript("delete window.SharedWorker");
    const sockets = new Map([tabs.page, second, alone.page].map((page) => [page, 0]));
    for (const page of sockets.keys()) {
      page.on("websocket", () => sockets.set(page, sockets.get(page) + 1));
      await page.goto(url);
      await mark(page);
    }
    await tabs.page.close();

    await book(booker.page, slot, contact());

    for (const page of [second, alone.page]) {
      await showsSlot(page, slot, "full");
      await assertNotReloaded(page);
    }
    assert.deepEqual([...sockets.values()], [0, 0, 1], "sockets of the pages' own");
    for (const { faults } of [booker, tabs, alone]) assert.deepEqual(faults, []);
  });

  test("who looks at the same time is told that somebody else does", async () => {
    const one = await service.visitor();
    await visitPartnership(one.page);
    const slot = await findOpenSlot(service, one.page);
    const other = await service.visitor();
    const looking = one.page.locator("[data-live-looking]");
    await one.page.goto(`/slots/${slot.id}`);
    assert.equal(await looking.isVisible(), false);
    await other.page.goto(`/slots/${slot.id}`);
    await looking.waitFor();
    assert.match(await looking.textContent(), /^2 people/);
    await other.page.goto("/");
    await looking.waitFor({ state: "hidden" });
    for (const { faults } of [one, other]) assert.deepEqual(faults, []);
  });
});
