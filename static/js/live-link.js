// One connection to /live (subprotocol sisterline.v1) for everybody in this browser who wants one:
// the tabs in a shared worker, or a page by itself where there is none. Each joins with a port, says
// what it follows and from where, and is handed what the service says of that. No page is touched here.

const PROTOCOL = "sisterline.v1";
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
// A connection silent for longer is asked for an answer when somebody looks again.
const SILENCE_MS = 60_000;
const ANSWER_MS = 10_000;
// The clock of a machine that slept jumps from one look at it to the next.
const WATCH_MS = 10_000;
const SLEPT_MS = 30_000;
// Closed with one of these, the same again would end the same way (RFC 6455, 7.4.1).
const FINAL_CODES = new Set([1002, 1003, 1007, 1008, 1009]);
const TOO_MUCH = 4001;

// Joins ports to the connection. What a port says: {op: "follow", topics: [{topic, epoch, seq, key}]},
// {op: "look", slots}, {op: "wake"}, {op: "leave"}. What it hears: the service's messages about its
// topics and slots, and {op: "link", up} when the connection comes and goes.
export class Switchboard {
  #ports = new Map();
  #socket = null;
  #failures = 0;
  #retry = 0;
  #answer = 0;
  #heard = 0;
  #looked = Date.now();
  #after = null;
  #isStale = false;

  constructor() {
    setInterval(() => this.#watchTheClock(), WATCH_MS);
  }

  join(port) {
    this.#ports.set(port, { topics: new Map(), slots: [], isRenewed: false });
    port.addEventListener("message", ({ data }) => this.#said(port, data));
    port.start();
  }

  #said(port, message) {
    if (message.op === "leave") return this.#leave(port);
    const party = this.#ports.get(port);
    if (!party) return;
    switch (message.op) {
      case "follow": {
        for (const place of message.topics) party.topics.set(place.topic, { ...place });
        if (this.#isStale) port.postMessage({ op: "stale" });
        this.#connect();
        this.#subscribe(message.topics.map(({ topic }) => topic));
        break;
      }
      case "look":
        party.slots = message.slots;
        this.#look();
        break;
      case "wake":
        this.#connect();
        this.#makeSure();
        break;
    }
  }

  #leave(port) {
    this.#ports.delete(port);
    port.close();
    if (this.#ports.size > 0) {
      this.#look();
      return;
    }
    clearTimeout(this.#retry);
    this.#socket?.close(1000);
    this.#socket = null;
  }

  #connect() {
    if (this.#socket || this.#ports.size === 0) return;
    clearTimeout(this.#retry);
    const url = new URL("/live", location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url, PROTOCOL);
    this.#socket = socket;
    socket.addEventListener("open", () => {
      if (socket !== this.#socket) return;
      this.#subscribe(this.#followed());
      this.#look();
    });
    socket.addEventListener("message", ({ data }) => socket === this.#socket && this.#read(data));
    socket.addEventListener("close", ({ code }) => this.#closed(socket, code));
  }

  #followed() {
    return [...new Set([...this.#ports.values()].flatMap(({ topics }) => [...topics.keys()]))];
  }

  // From the earliest place that anybody has: who is further on leaves out what it knows.
  #subscribe(names) {
    const topics = names.map((name) => {
      const places = [...this.#ports.values()].map((party) => party.topics.get(name)).filter(Boolean);
      // Places of another life of the log go first: they have to be told so.
      const odd = places.find((place) => place.epoch !== places[0].epoch);
      return odd ?? places.reduce((first, place) => (place.seq < first.seq ? place : first));
    });
    const wishes = topics.map(({ topic, epoch, seq, key }) => ({ topic, epoch, seq, key }));
    for (let at = 0; at < wishes.length; at += 50) this.#send({ op: "subscribe", topics: wishes.slice(at, at + 50) });
  }

  #look() {
    const slots = [...new Set([...this.#ports.values()].flatMap((party) => party.slots))].slice(0, 20);
    this.#send({ op: "look", slots });
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #read(text) {
    this.#heard = Date.now();
    clearTimeout(this.#answer);
    const message = JSON.parse(text);
    switch (message.op) {
      case "subscribed":
        this.#failures = 0;
        break;
      case "goodbye":
        this.#after = message.reconnect_ms;
        return;
      case "stale":
      case "current":
        this.#isStale = message.op === "stale";
        break;
      case "refused":
        if (this.#renew(message.topic)) return;
        break;
    }
    for (const [port, party] of this.#ports) {
      if (message.topic && !party.topics.has(message.topic)) continue;
      if (message.slot && !party.slots.includes(message.slot)) continue;
      this.#note(party, message);
      port.postMessage(message);
    }
  }

  #note(party, { op, topic, epoch, seq }) {
    if (op === "refused") party.topics.delete(topic);
    const place = party.topics.get(topic);
    if (!place) return;
    if (op === "event" && seq === place.seq + 1) place.seq = seq;
    if (op === "reset" || (op === "subscribed" && epoch !== place.epoch)) Object.assign(place, { epoch, seq });
  }

  // Who the connection is was looked at when it was made; somebody may have signed in since. So a
  // refusal is believed on a connection that is newer than whoever asked.
  #renew(topic) {
    const fresh = [...this.#ports.values()].filter((party) => party.topics.has(topic) && !party.isRenewed);
    if (fresh.length === 0) return false;
    for (const party of this.#ports.values()) party.isRenewed = true;
    const old = this.#socket;
    this.#socket = null;
    old.close(1000);
    this.#connect();
    return true;
  }

  // After a sleep a connection may be dead without knowing. Subscribing again is harmless and makes
  // it answer; if it does not, a new one takes its place.
  #makeSure() {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN || Date.now() - this.#heard < SILENCE_MS) return;
    this.#subscribe(this.#followed());
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => {
      socket.close();
      this.#closed(socket, 1006);
    }, ANSWER_MS);
  }

  #watchTheClock() {
    const slept = Date.now() - this.#looked > SLEPT_MS;
    this.#looked = Date.now();
    if (slept) this.#makeSure();
  }

  #closed(socket, code) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#answer);
    if (this.#ports.size === 0 || FINAL_CODES.has(code)) return;
    this.#isStale = false;
    for (const port of this.#ports.keys()) port.postMessage({ op: "link", up: false });
    const most = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures);
    const least = code === TOO_MUCH ? 10_000 : 0;
    this.#failures += 1;
    const wait = this.#after ?? least + Math.random() * most;
    this.#after = null;
    this.#retry = setTimeout(() => this.#connect(), wait);
  }
}
