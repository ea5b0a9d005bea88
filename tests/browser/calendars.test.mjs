// A host gives the address of their own calendar, and who looks at a time sees it shut and open again, without a reload.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { assertNotReloaded, fillIn, mark, showsSlot, signIn } from "./flows.mjs";
import { Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

/** A calendar server: what it holds can be changed. */
async function calendarServer() {
  let events = "";
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/calendar");
    answer.end(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stamp = (instant) => instant.replace(/[-:]/g, "").replace(/\.\d+/, "");
  return {
    url: `http://127.0.0.1:${server.address().port}/private-1f2e/basic.ics`,
    busy: (from, to) => {
      const times = `DTSTART:${stamp(from)}\r\nDTEND:${stamp(to)}`;
      events = `BEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Dentist\r\n${times}\r\nEND:VEVENT\r\n`;
    },
    stop: () => server.close(),
  };
}

describe("a host's own calendar", { timeout: 120_000 }, () => {
  let service, calendar;
  before(async () => {
    calendar = await calendarServer();
    service = await Service.start({
      name: "calendars",
      env: {
        SISTERLINE__CALENDARS__PLAIN_HTTP: "true",
        SISTERLINE__CALENDARS__PORTS: "",
        SISTERLINE__CALENDARS__ALLOWED_NETWORKS: "127.0.0.1",
      },
    });
  });
  after(async () => {
    await service?.stop();
    calendar?.stop();
  });

  test("shuts a time before everybody's eyes, and opens it again", async () => {
    const host = await service.visitor();
    await signIn(service, host.page, on.demo.hostEmail);
    await host.page.goto("/console");
    const desk = host.page.locator("section.desk").first();
    const id = await desk.locator('[data-slot-id][data-state="open"]').first().getAttribute("data-slot-id");
    const slot = await service.api(`/slots/${id}`);
    calendar.busy(slot.starts_at, slot.ends_at);

    const visitor = await service.visitor();
    await visitor.page.goto(on.slotPath(id));
    await mark(visitor.page);

    await desk.locator('a[href$="/calendar"]').click();
    const address = host.page.url();
    await fillIn(host.page, { address: "http://me:secret@127.0.0.1/x.ics" });
    await host.page.locator("form[data-own-calendar] button").click();
    await on.wrongField(host.page, "address").waitFor();
    assert.doesNotMatch(await host.page.content(), /me:secret/);
    await fillIn(host.page, { address: calendar.url });
    await host.page.locator("form[data-own-calendar] button").click();
    await host.page.waitForURL((url) => url.searchParams.get("done") === "calendar-saved");

    await showsSlot(visitor.page, slot, "closed");
    const shown = visitor.page.locator(".slotpage");
    assert.match(await shown.innerText(), /Host busy/);
    assert.match(await shown.innerText(), /The host is busy at this time/);
    await assertNotReloaded(visitor.page);
    await visitor.page.reload();
    assert.match(await shown.innerText(), /The host is busy at this time/);
    await mark(visitor.page);

    await host.page.goto(address);
    const page = await host.page.content();
    assert.match(page, /Calendar at 127\.0\.0\.1/);
    assert.doesNotMatch(page, /1f2e/);
    await host.page.locator('details:has(form[action$="/remove"]) > summary').click();
    await host.page.locator('form[action$="/remove"] button').click();
    await host.page.waitForURL((url) => url.searchParams.get("done") === "calendar-removed");
    await showsSlot(visitor.page, slot, "open");
    await assertNotReloaded(visitor.page);
    // The form that came back answered 422, which Chromium reports.
    const odd = host.faults.filter((fault) => !/422/.test(fault));
    assert.deepEqual([...odd, ...visitor.faults], []);
  });
});
