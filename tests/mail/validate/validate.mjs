#!/usr/bin/env node
// Reads invites with ical.js (Mozilla's parser, used by Thunderbird and Nextcloud) and prints, for each event and each
// set of busy times, the line of JSON that validate.py prints from its parsers, so that the two can be compared.
//
//   node validate.mjs [--type eml|ics] FILE...        a FILE of `-` is standard input
//
// Needs the npm package ical.js in SISTERLINE_TEST_NODE_MODULES (default: tests/browser/node_modules). The rules
// about the mail's structure are held by validate.py; here the first text/calendar part is found and read.

import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const modules = process.env.SISTERLINE_TEST_NODE_MODULES
  ?? fileURLToPath(new URL("../../browser/node_modules", import.meta.url));
const { default: ICAL } = await import(pathToFileURL(`${modules}/ical.js/dist/ical.js`).href);

/** Splits a MIME entity into lower-cased, unfolded headers and its body; the text is Latin-1, a byte a character. */
function entity(text) {
  const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(text) ?? [null, text, ""];
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body };
}

function decodeBody({ headers, body }) {
  const encoding = (headers["content-transfer-encoding"] ?? "7bit").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding === "quoted-printable") {
    const bytes = body.replace(/[ \t]*=\r?\n/g, "").replace(/=([0-9A-Fa-f]{2})/g, (_, hex) =>
      String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1");
  }
  return Buffer.from(body, "latin1");
}

/** The decoded text of the first text/calendar part at or below an entity, or null. */
function calendarPart(text) {
  const part = entity(text);
  const type = part.headers["content-type"] ?? "text/plain";
  if (/^text\/calendar\b/i.test(type)) return decodeBody(part).toString("utf8");
  const boundary = /^multipart\//i.test(type) && /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return null;
  // Everything before the first delimiter and after the closing one is no part.
  for (const piece of `\r\n${part.body}`.split(`\n--${boundary}`).slice(1)) {
    if (piece.startsWith("--")) break;
    const found = calendarPart(piece.replace(/^[ \t]*\r?\n/, "").replace(/\r$/, ""));
    if (found !== null) return found;
  }
  return null;
}

function instant(time) {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`${time} is a floating time`);
  return new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
}

function address(value) {
  if (!/^mailto:/i.test(value)) throw new Error(`${value} is not a mailto address`);
  return value.slice("mailto:".length).toLowerCase();
}

function records(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const method = calendar.getFirstPropertyValue("method");
  const events = calendar.getAllSubcomponents("vevent");
  const busy = calendar.getAllSubcomponents("vfreebusy");
  if (events.length + busy.length === 0) throw new Error("the calendar holds no event");
  return [...events.map((component) => eventRecord(method, component)), ...busy.map(busyRecord)];
}

function eventRecord(method, component) {
  const event = new ICAL.Event(component);
  const attendees = component.getAllProperties("attendee");
  const organizer = component.getFirstPropertyValue("organizer");
  return {
    uid: event.uid,
    method,
    sequence: Number(event.sequence ?? 0),
    stamp: instant(component.getFirstPropertyValue("dtstamp")),
    start: instant(event.startDate),
    end: instant(event.endDate),
    summary: event.summary ?? null,
    location: event.location ?? null,
    url: component.getFirstPropertyValue("url"),
    conference: component.getFirstPropertyValue("conference"),
    organizer: organizer === null ? null : address(organizer),
    attendees: attendees.map((attendee) => address(attendee.getFirstValue())),
    attendee_names: attendees.map((attendee) => attendee.getFirstParameter("cn") ?? null),
    status: component.getFirstPropertyValue("status"),
  };
}

function busyRecord(component) {
  const value = (name) => component.getFirstPropertyValue(name);
  const times = component.getAllProperties("freebusy").flatMap((property) => property.getValues());
  return {
    uid: value("uid"),
    stamp: instant(value("dtstamp")),
    start: instant(value("dtstart")),
    end: instant(value("dtend")),
    busy: times.map((period) => [instant(period.start), instant(period.getEnd())]),
  };
}

const files = process.argv.slice(2);
const typeAt = files.indexOf("--type");
const type = typeAt >= 0 ? files.splice(typeAt, 2)[1] : null;
if (files.length === 0) {
  console.error("usage: validate.mjs [--type eml|ics] FILE...");
  process.exit(2);
}
for (const file of files) {
  try {
    const raw = readFileSync(file === "-" ? 0 : file);
    const kind = type ?? extname(file).slice(1);
    if (kind !== "eml" && kind !== "ics") throw new Error("say --type eml or --type ics");
    const text = kind === "ics" ? raw.toString("utf8") : calendarPart(raw.toString("latin1"));
    if (text === null) throw new Error("no text/calendar part");
    for (const record of records(text)) console.log(JSON.stringify(record));
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exit(1);
  }
}
