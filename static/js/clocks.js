// Ticking clocks. The server has worked out every city's offset and its next change; nothing here
// knows a time zone. The present is the server's: body[data-now-ms], carried on by this machine's clock.

import { refresh } from "./snapshot.js";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
// Less is the way the page took to get here.
const TOLERANCE_MS = 5_000;

// The server's way of writing each full hour in the page's language, so that a clock reads the same
// before and after it ticks.
const hours = (document.body.dataset.hours ?? "").split(";");

let skew = 0;

// Lets every element with data-clock tick, on the minute.
export function startClocks() {
  measure();
  document.addEventListener("sisterline:refreshed", () => {
    measure();
    show();
  });
  document.addEventListener("visibilitychange", show);
  const next = () => {
    show();
    setTimeout(next, MINUTE_MS - (now() % MINUTE_MS) + 20);
  };
  next();
}

function measure() {
  const difference = Number(document.body.dataset.nowMs) - Date.now();
  skew = Math.abs(difference) < TOLERANCE_MS ? 0 : difference;
}

function now() {
  return Date.now() + skew;
}

function show() {
  if (document.visibilityState === "hidden") return;
  for (const clock of document.querySelectorAll("[data-clock]")) tick(clock);
}

function tick(clock) {
  const data = clock.dataset;
  if (data.changeAtMs && now() >= Number(data.changeAtMs)) {
    data.offsetMinutes = data.changeOffsetMinutes;
    setText(clock, "[data-clock-offset]", data.changeOffset);
    delete data.changeAtMs;
  }
  const local = Math.floor(now() / MINUTE_MS) + Number(data.offsetMinutes);
  const minute = ((local % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const day = Math.floor(local / DAY_MINUTES);
  setText(clock, "[data-clock-digits]", `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
  setText(clock, "[data-clock-time]", spoken(minute));
  clock.querySelector("[data-clock-hand]")?.setAttribute("transform", `rotate(${minute / 4} 60 60)`);
  const tier = tierAt(data.bands, minute);
  for (const word of clock.querySelectorAll("[data-clock-tiers] [data-tier]")) word.hidden = word.dataset.tier !== tier;
  if (data.day && Number(data.day) !== day) {
    setText(clock, "[data-clock-date]", data.nextDate);
    // A new day may be shaded otherwise; until the server has said so, the old shading stands.
    refresh().catch(() => {});
  }
  data.day = String(day);
}

// Bands come as "0 unsocial;420 reachable;540 office;".
function tierAt(bands, minute) {
  let found = "";
  for (const band of bands.split(";")) {
    const [from, tier] = band.split(" ");
    if (tier && Number(from) <= minute) found = tier;
  }
  return found;
}

function setText(clock, selector, text) {
  for (const element of clock.querySelectorAll(selector)) {
    if (element.textContent !== text) element.textContent = text;
  }
}

function spoken(minute) {
  const full = hours[Math.floor(minute / 60)] ?? "";
  const zeros = full.lastIndexOf("00");
  return `${full.slice(0, zeros)}${pad(minute % 60)}${full.slice(zeros + 2)}`;
}

function pad(number) {
  return String(number).padStart(2, "0");
}
