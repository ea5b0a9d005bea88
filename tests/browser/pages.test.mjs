// Every page: nothing on the console, nothing from elsewhere, usable by everyone, whole on a narrow screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { book, confirmSignIn, contact, findOpenSlot, letterGivenUp, signIn, visitPartnership } from "./flows.mjs";
import { Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

const axe = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
/** A phone, and what WCAG 1.4.10 asks for. */
const NARROW = [{ width: 390, height: 844 }, { width: 320, height: 568 }];
/** Who sees the pages that are not for everybody. */
const READERS = {
  console: on.demo.hostEmail, outbox: on.demo.adminEmail, preview: on.demo.adminEmail, "own letters": on.demo.quietEmail,
};

/** WCAG 2.2 AA as far as a machine can tell, and the page's skeleton; gives a list of what is wrong. */
async function audit(page) {
  const wrong = await page.evaluate(() => {
    const found = [];
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) found.push(`${headings} h1 elements`);
    if (!document.documentElement.lang) found.push("no lang on <html>");
    if (!document.title.trim()) found.push("no title");
    for (const control of document.querySelectorAll("input, select, textarea")) {
      if (["hidden", "submit", "button"].includes(control.type)) continue;
      const named = control.labels?.length > 0 || control.ariaLabel || control.hasAttribute("aria-labelledby");
      if (!named) found.push(`no label: ${control.outerHTML}`);
    }
    return found;
  });
  // Given to the debugger, not to the page, so the page's Content-Security-Policy stays as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  for (const { id, help, nodes } of violations) {
    wrong.push(`${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
  }
  return wrong;
}

/** Why a page scrolls sideways: the elements that reach beyond the window; empty when it does not. */
const sideways = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .slice(0, 5)
    .map((element) => `${element.localName}.${element.className}`)
    .concat(`scrolls to ${document.documentElement.scrollWidth}`);
});

describe("every page", { timeout: 240_000 }, () => {
  let service;
  const paths = {};
  const sessions = {};
  /** The session of somebody who signs in once: letters with links to do so are rationed. */
  async function session(email) {
    if (!sessions[email]) {
      const { page, context } = await service.visitor();
      await signIn(service, page, email);
      sessions[email] = await context.storageState();
      await context.close();
    }
    return sessions[email];
  }
  before(async () => {
    service = await Service.start({ name: "pages" });
    // The demo's quiet partnerships are written about at the first start that finds them.
    await service.program.stop();
    await service.restart();
    const { page } = await service.visitor();
    await visitPartnership(page);
    paths.partnership = new URL(page.url()).pathname;
    const slot = await findOpenSlot(service, page);
    paths.slot = on.slotPath(slot.id);
    const who = contact();
    await book(page, slot, who, 1);
    const managed = new URL(on.manageLink.exec((await service.mail.next(who.email, on.manageLink)).text)[0]);
    paths.manage = managed.pathname + managed.search;
    const quiet = await service.mail.next(on.demo.quietEmail, on.unsubscribeLink);
    paths.unsubscribe = new URL(on.unsubscribeLink.exec(quiet.text)[0]).pathname;
    paths.ownLetters = `${new URL(on.partnershipLetter.exec(quiet.text)[0]).pathname}/reminders`;
    const admin = await service.visitor({ storageState: await session(on.demo.adminEmail) });
    await letterGivenUp(service, page, admin.page);
  });
  after(() => service?.stop());

  const pages = {
    home: () => "/",
    city: () => `/cities/${on.demo.host}`,
    partnership: () => paths.partnership,
    slot: () => paths.slot,
    find: () => "/find?city=seattle&city=kaohsiung&city=prague&from=2027-03-10&to=2027-03-20",
    "sign-in": () => on.signIn.path,
    "manage booking": () => paths.manage,
    console: () => on.hostConsole.path,
    outbox: () => on.outbox.path,
    preview: () => `${on.preview.path}?kind=partnership_quiet&language=de&day=clocks_back`,
    unsubscribe: () => paths.unsubscribe,
    "own letters": () => paths.ownLetters,
    letters: () => "/dev/mail",
  };
  for (const [name, pathname] of Object.entries(pages)) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name}, ${colorScheme}`, async () => {
        const storageState = READERS[name] && await session(READERS[name]);
        const { page, context, faults } = await service.visitor({ colorScheme, storageState });
        const response = await page.goto(pathname());
        assert.equal(response.status(), 200);
        assert.deepEqual(await audit(page), []);
        assert.deepEqual(await sideways(page), [], "wide");
        for (const size of NARROW) {
          await page.setViewportSize(size);
          assert.deepEqual(await sideways(page), [], `${size.width} px wide`);
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }

  test("an unknown page is a page too", async () => {
    const { page, faults } = await service.visitor();
    const response = await page.goto("/partnerships/unknown");
    assert.equal(response.status(), 404);
    assert.deepEqual(await audit(page), []);
    assert.deepEqual(faults.filter((fault) => !fault.includes("status of 404")), []);
  });

  test("the API's documentation needs nothing from elsewhere", async () => {
    const { page, faults } = await service.visitor();
    const response = await page.goto("/api/docs");
    assert.equal(response.status(), 200);
    await page.getByText("/api/v1/slots").first().waitFor();
    assert.deepEqual(faults, []);
  });
});

describe("a first start", { timeout: 60_000 }, () => {
  let service;
  before(async () => { service = await Service.start({ name: "first-start", args: [] }); });
  after(() => service?.stop());

  test("prints an admin's link, which works once", async () => {
    const link = await service.adminLink();
    const { page, faults } = await service.visitor();
    await confirmSignIn(page, link);
    assert.deepEqual(faults, []);

    const second = await service.visitor();
    await second.page.goto(link);
    await second.page.goto(on.hostConsole.path);
    assert.notEqual(new URL(second.page.url()).pathname, on.hostConsole.path);
  });
});
