// Pictures of the main pages, to be looked at: light and dark, wide and narrow. The test only says they show something.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { findOpenSlot, letterGivenUp, signIn, visitPartnership } from "./flows.mjs";
import { pictures, Service } from "./harness.mjs";
import * as on from "./selectors.mjs";

const SIZES = {
  1280: { width: 1280, height: 900 },
  390: { width: 390, height: 844 },
  320: { width: 320, height: 568 },
};

/** How many colours a picture has, the share of the commonest, and how light it is on the whole (0 to 1). */
async function look(page, png) {
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    let light = 0;
    for (let at = 0; at < data.length; at += 4) {
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
      light += data[at] + data[at + 1] + data[at + 2];
    }
    const pixels = data.length / 4;
    return { colours: counts.size, commonest: Math.max(...counts.values()) / pixels, light: light / pixels / 765 };
  }, `data:image/png;base64,${png.toString("base64")}`);
}

describe("screenshots", { timeout: 180_000 }, () => {
  let service;
  let judge;
  const paths = { home: "/", outbox: on.outbox.path, preview: on.preview.path };
  /** What each visitor's browser begins with: the admin's has signed in. */
  const sessions = {};
  before(async () => {
    mkdirSync(pictures, { recursive: true });
    service = await Service.start({ name: "screenshots" });
    // The demo's quiet partnerships are written about at the first start that finds them.
    await service.program.stop();
    await service.restart();
    const { page } = await service.visitor();
    await visitPartnership(page);
    paths.partnership = new URL(page.url()).pathname;
    paths.slot = on.slotPath((await findOpenSlot(service, page)).id);
    const letter = await service.mail.next(on.demo.quietEmail, on.unsubscribeLink);
    paths.unsubscribe = new URL(on.unsubscribeLink.exec(letter.text)[0]).pathname;
    const admin = await service.visitor();
    await signIn(service, admin.page, on.demo.adminEmail);
    await letterGivenUp(service, page, admin.page);
    sessions.outbox = sessions.preview = await admin.context.storageState();
    // An empty page of its own: the service's pages forbid what the judging needs.
    judge = await (await service.browser.newContext()).newPage();
  });
  after(() => service?.stop());

  for (const name of ["home", "partnership", "slot", "unsubscribe", "outbox", "preview"]) {
    for (const [width, viewport] of Object.entries(SIZES)) {
      test(`${name} at ${width} px`, async () => {
        const light = {};
        for (const colorScheme of ["light", "dark"]) {
          const storageState = sessions[name];
          const { page, context } = await service.visitor({ viewport, colorScheme, reducedMotion: "reduce", storageState });
          await page.goto(paths[name]);
          await page.evaluate(() => document.fonts.ready);
          const file = path.join(pictures, `${name}-${colorScheme}-${width}.png`);
          const seen = await look(judge, await page.screenshot({ path: file, fullPage: true }));
          assert.ok(seen.colours > 30, `${file} has ${seen.colours} colours`);
          assert.ok(seen.commonest < 0.98, `${file} is ${Math.round(seen.commonest * 100)} % one colour`);
          light[colorScheme] = seen.light;
          await context.close();
        }
        assert.ok(light.dark < 0.4 && light.light > 0.6, `light and dark differ: ${JSON.stringify(light)}`);
      });
    }
  }
});
