// What breaks connections: a laptop that sleeps, a server that dies, a network that swallows what is said.
// Whatever it was, the page goes on from where it was, by itself, and loses nothing.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { assertNotReloaded, contact, findOpenSlot, mark, showsSlot, visitPartnership } from "./flows.mjs";
import { Service, swallowing } from "./harness.mjs";
import * as on from "./selectors.mjs";

describe("connections that break", { timeout: 180_000 }, () => {
  let service;
  // Whoever answers no ping is let go ten seconds after it.
  const env = { SISTERLINE__LIVE__PING_SECONDS: "1" };
  before(async () => { service = await Service.start({ name: "breaks-sqlite", engine: "sqlite", env }); });
  after(() => service?.stop());

  /** Books every seat of a slot over the API. */
  async function bookOut(slot) {
    const { city, organization, name, email, locale, zone } = contact();
    const body = { slot_id: slot.id, city, organization, contact: { name, email, locale, zone }, seats: slot.seats_left };
    const response = await fetch(`${service.url}/api/v1/bookings`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 201, await response.clone().text());
  }

  /** An open slot, and the week of the partnership that shows it. */
  async function openSlot() {
    const visitor = await service.visitor();
    await visitPartnership(visitor.page);
    const slot = await findOpenSlot(service, visitor.page);
    const url = visitor.page.url();
    await visitor.context.close();
    return { slot, url };
  }

  test("a laptop that slept shows what was booked meanwhile", async () => {
    const { slot } = await openSlot();
    const other = await service.visitor();
    const looking = other.page.locator("[data-live-looking]");
    await other.page.goto(on.slotPath(slot.id));

    const laptop = await service.laptop();
    await laptop.page.goto(on.slotPath(slot.id));
    await mark(laptop.page);
    await looking.waitFor();

    laptop.sleep();
    // The server has given it up when it counts among those who look no more.
    await looking.waitFor({ state: "hidden" });
    await bookOut(slot);
    await showsSlot(other.page, slot, "full");
    laptop.wake();

    await showsSlot(laptop.page, slot, "full");
    await looking.waitFor();
    await assertNotReloaded(laptop.page);
    assert.deepEqual([...laptop.faults, ...other.faults], []);
    await laptop.close();
  });

  test("a page says that the server is gone, quietly, and goes on when it is back", async () => {
    const { slot, url } = await openSlot();
    const { page } = await service.visitor();
    const state = page.locator("[data-live-state]");
    await page.goto(url);
    await mark(page);
    assert.equal(await state.textContent(), "");

    await service.kill();
    await page.locator("[data-live-state]:not(:empty)").waitFor();
    const gone = await state.textContent();
    assert.match(gone, /trying again/);
    assert.equal(await page.locator("main").isVisible(), true, "what was there stays");
    await service.restart();
    await bookOut(slot);

    await showsSlot(page, slot, "full");
    await page.waitForFunction((before) => document.querySelector("[data-live-state]").textContent !== before, gone);
    assert.match(await state.textContent(), /Connected again/);
    await assertNotReloaded(page);
  });

  test("a connection that is dead without knowing is noticed when the clock has jumped", async () => {
    const { slot, url } = await openSlot();
    const network = await swallowing(service.url);
    // Its own connection, since only a page's clock can be moved.
    const { page, context } = await service.visitor({ baseURL: network.url });
    await context.addInitScript("delete window.SharedWorker");
    await page.clock.install();
    const subscribed = page.waitForEvent("websocket").then((socket) =>
      socket.waitForEvent("framereceived", ({ payload }) => payload.includes('"subscribed"')));
    await page.goto(new URL(url).pathname + new URL(url).search);
    await subscribed;
    await mark(page);

    network.swallow();
    await bookOut(slot);
    const again = page.waitForEvent("websocket");
    // Two minutes at once: it asks for an answer, gets none within ten seconds, and connects anew.
    await page.clock.fastForward(120_000);
    await page.clock.fastForward(11_000);
    await page.clock.fastForward(1_000);
    await again;

    await showsSlot(page, slot, "full");
    await assertNotReloaded(page);
    await network.stop();
  });
});
