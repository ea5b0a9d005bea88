// Starts the real parts a browser test needs: the program, an SMTP server that keeps mails, and Chromium.
// Nothing here sleeps: the program and the mail server announce themselves on their standard output, and pages are
// waited for by their state. Every process is stopped by its own pid, also when a test run is interrupted.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const binary = path.resolve(root, process.env.SISTERLINE_BIN ?? path.join(target, "debug", "sisterline"));
const python = process.env.SISTERLINE_TEST_PYTHON ?? "python3";
const validators = path.join(root, "tests/mail/validate");

/** Where pictures of the pages and the program's log go. */
export const pictures = path.resolve(root, process.env.SISTERLINE_SCREENSHOTS ?? "target/screenshots");

/** How long anything may take before a test says what it was waiting for. */
const PATIENCE_MS = 20_000;

/** The domain whose mail the SMTP server refuses for good. */
export const refused = "refused.example";

const children = new Set();
const folders = new Set();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

async function within(promise, words) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${PATIENCE_MS} ms for ${words}`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A child process whose lines of standard output can be waited for, past ones included. */
class Process {
  constructor(command, args, { logName, ...options }) {
    this.name = path.basename(command);
    this.lines = [];
    this.waiting = new Set();
    this.child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], ...options });
    children.add(this.child);
    this.ended = once(this.child, "close").then(([code]) => {
      children.delete(this.child);
      this.wake();
      return code;
    });
    mkdirSync(path.join(target, "browser-logs"), { recursive: true });
    this.log = path.join(target, "browser-logs", `${logName}.log`);
    const log = createWriteStream(this.log);
    this.child.stdout.pipe(log, { end: false });
    this.child.stderr.pipe(log, { end: false });
    readline.createInterface({ input: this.child.stdout }).on("line", (line) => {
      this.lines.push(line);
      this.wake();
    });
  }

  wake() {
    for (const check of [...this.waiting]) check();
  }

  /** The first value that `find(line)` gives for a line from `from` on; fails when the process ends before. */
  async line(find, words, from = 0) {
    let check;
    const found = new Promise((resolve, reject) => {
      let next = from;
      check = () => {
        for (; next < this.lines.length; next += 1) {
          const value = find(this.lines[next], next);
          if (value !== null && value !== undefined) return resolve(value);
        }
        if (this.child.exitCode !== null) reject(new Error(`${this.name} ended before ${words}; see ${this.log}`));
        return undefined;
      };
      this.waiting.add(check);
      check();
    });
    try {
      return await within(found, `${words} from ${this.name}; see ${this.log}`);
    } finally {
      this.waiting.delete(check);
    }
  }

  async stop() {
    this.child.stdin.end();
    this.child.kill("SIGTERM");
    return within(this.ended, `the end of ${this.name}`);
  }
}

/** The mails that the SMTP server has accepted, in order. */
class Mailbox {
  constructor(sink, directory) {
    this.sink = sink;
    this.directory = directory;
    this.taken = new Set();
  }

  /** The next mail to `recipient` not taken before whose plain text matches: {file, text}. */
  next(recipient, matching = /(?:)/) {
    return this.sink.line((line, index) => {
      if (index === 0 || this.taken.has(index)) return null; // The first line is the port.
      const mail = JSON.parse(line);
      if (!mail.to.includes(recipient)) return null;
      const file = path.join(this.directory, mail.file);
      const text = plainText(readFileSync(file, "latin1"));
      if (!matching.test(text)) return null;
      this.taken.add(index);
      return { file, text };
    }, `a mail to ${recipient} with ${matching}`);
  }
}

/** The decoded text/plain part of a mail, which is given as Latin-1: a byte a character. */
function plainText(raw) {
  const type = /^content-type: text\/plain/im.exec(raw);
  assert.ok(type, "the mail has a text/plain part");
  const start = raw.lastIndexOf("\r\n--", type.index);
  const boundary = start < 0 ? null : raw.slice(start, raw.indexOf("\r\n", start + 2));
  const part = raw.slice(Math.max(start, 0));
  const blank = part.indexOf("\r\n\r\n");
  const headers = part.slice(0, blank);
  let body = part.slice(blank + 4);
  if (boundary) [body] = body.split(boundary, 1);

  if (/^content-transfer-encoding: base64/im.test(headers)) return Buffer.from(body, "base64").toString("utf8");
  if (/^content-transfer-encoding: quoted-printable/im.test(headers)) {
    body = body
      .replace(/[ \t]*=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  }
  return Buffer.from(body, "latin1").toString("utf8");
}

/** What the two validators read in a mail's invite; they must agree in every field. */
export async function readInvite(file) {
  const [fromPython, fromNode] = await Promise.all([
    run(python, [path.join(validators, "validate.py"), file]),
    run(process.execPath, [path.join(validators, "validate.mjs"), file]),
  ]);
  const invite = JSON.parse(fromPython.stdout);
  assert.deepEqual(JSON.parse(fromNode.stdout), invite, "icalendar and ical.js read the same invite");
  return invite;
}

/** The engines to test on: SQLite always, PostgreSQL where scripts/test has started one. */
export const engines = process.env.SISTERLINE_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"];

async function freshDatabase(engine, folder) {
  if (engine === "sqlite") return { url: `sqlite://${folder}/sisterline.db`, drop: async () => {} };
  const server = process.env.SISTERLINE_TEST_POSTGRES;
  const name = `browser_${randomUUID().replaceAll("-", "")}`;
  await run("psql", ["--quiet", "--command", `CREATE DATABASE ${name}`, server]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => run("psql", ["--quiet", "--command", `DROP DATABASE ${name} WITH (FORCE)`, server]),
  };
}

const chromiumOptions = {
  executablePath: process.env.SISTERLINE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
};

/** A way to a server that, from `swallow()` on, keeps its open WebSockets and passes nothing on: no end, no error. */
export async function swallowing(url) {
  const { hostname, port } = new URL(url);
  const sockets = new Set();
  const live = new Set();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    near.once("data", (head) => {
      if (/^upgrade: websocket/im.test(head.toString("latin1"))) live.add(near).add(far);
    });
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    swallow() {
      assert.ok(live.size > 0, "a WebSocket is open");
      for (const socket of live) socket.unpipe().resume();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** The running parts. `await Service.start({name})` in `before`, `await service.stop()` in `after`. */
export class Service {
  static async start({ name, engine = "sqlite", args = ["--demo"], env = {} }) {
    const service = new Service();
    service.closing = [];
    try {
      await service.#start({ name, engine, args, env });
    } catch (error) {
      await service.stop();
      throw error;
    }
    return service;
  }

  async #start({ name, engine, args, env }) {
    const folder = await mkdtemp(path.join(tmpdir(), "sisterline-browser-"));
    folders.add(folder);

    const mails = path.join(folder, "mails");
    const sink = new Process(
      python,
      [path.join(validators, "smtp_sink.py"), "--dir", mails, "--announce", "--until-eof", "--refuse", refused],
      { logName: `${name}-smtp` },
    );
    this.closing.push(() => sink.stop());
    const smtpPort = await sink.line((line) => line, "its port");
    this.mail = new Mailbox(sink, mails);

    const database = await freshDatabase(engine, folder);
    this.closing.push(() => database.drop());
    this.command = {
      args: ["serve", ...args],
      logName: name,
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        RUST_BACKTRACE: "1",
        SISTERLINE__SERVER__LISTEN: "127.0.0.1:0",
        SISTERLINE__DATABASE__URL: database.url,
        SISTERLINE__MAIL__TRANSPORT: "smtp",
        SISTERLINE__MAIL__SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        SISTERLINE__MAIL__FROM: "Sisterline <visits@example.org>",
        ...env,
      },
    };
    this.closing.push(() => this.program.stop());
    await this.#serve();

    this.browser = await chromium.launch(chromiumOptions);
    this.closing.push(() => this.browser.close());
  }

  async #serve() {
    const { args, ...options } = this.command;
    this.program = new Process(binary, args, options);
    this.url = await this.program.line(
      (line) => /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1],
      "the line with its address",
    );
  }

  /** Ends the program as a power cut would. */
  async kill() {
    this.program.child.kill("SIGKILL");
    await within(this.program.ended, "the end of a killed program");
  }

  /** Starts the program again, at the address that it had. */
  async restart() {
    this.command.env.SISTERLINE__SERVER__LISTEN = new URL(this.url).host;
    this.command.logName += "-again";
    await this.#serve();
  }

  /** The admin's one-time link that a first start prints. */
  adminLink() {
    return this.program.line((line) => /^Admin sign-in link: (\S+)/.exec(line)?.[1], "the admin's link");
  }

  async api(pathname) {
    const response = await fetch(`${this.url}/api/v1${pathname}`);
    assert.equal(response.status, 200, `GET ${pathname}: ${await response.clone().text()}`);
    return response.json();
  }

  /** A visitor with a browser of their own (no shared cookies), in English, in Seattle, unless said otherwise. */
  visitor(options = {}) {
    return this.#visitor(this.browser, options);
  }

  /** A visitor whose whole browser can be stopped, as a sleeping machine does, and go on. */
  async laptop() {
    const server = await chromium.launchServer(chromiumOptions);
    this.closing.push(() => server.close());
    const browser = await chromium.connect(server.wsEndpoint());
    const visitor = await this.#visitor(browser, {});
    // Chromium's processes are a group of their own.
    const all = -server.process().pid;
    return {
      ...visitor,
      sleep: () => process.kill(all, "SIGSTOP"),
      wake: () => process.kill(all, "SIGCONT"),
      close: () => server.close(),
    };
  }

  async #visitor(browser, options) {
    const context = await browser.newContext({
      baseURL: this.url,
      locale: "en-US",
      timezoneId: "America/Los_Angeles",
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    return { page, context, faults: watchForFaults(page, this.url) };
  }

  /** Stops everything in the reverse order of its start; all of it, even when one part fails to stop. */
  async stop() {
    const failures = [];
    for (const close of this.closing.reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    this.closing = [];
    if (failures.length > 0) throw new AggregateError(failures, failures.map((error) => error.message).join("; "));
  }
}

/** Collects what a good page never does; a test asserts that the list is empty at its end. */
function watchForFaults(page, origin) {
  const faults = [];
  const where = () => new URL(page.url()).pathname;
  const own = (address) => {
    const url = new URL(address);
    return ["data:", "blob:", "about:"].includes(url.protocol) || url.host === new URL(origin).host;
  };
  page.on("console", (message) => {
    // A broken Content-Security-Policy is reported here too.
    if (["error", "warning"].includes(message.type())) {
      faults.push(`${where()}: console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => faults.push(`${where()}: ${error.stack ?? error}`));
  page.on("request", (request) => {
    if (!own(request.url())) faults.push(`${where()}: a request to another origin: ${request.url()}`);
  });
  page.on("websocket", (socket) => {
    if (!own(socket.url())) faults.push(`${where()}: a socket to another origin: ${socket.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${where()}: ${response.status()} from ${response.url()}`);
  });
  return faults;
}
