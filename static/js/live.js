// The client of /live (subprotocol sisterline.v1). It follows the topics that the page names in
// data-live-topic, -epoch and -seq, from where the page's content was read, and hands every event on
// once and in order as a CustomEvent `sisterline:event` on the document: detail = {topic, seq, kind,
// at, data}. What cannot be caught up ends in a fresh snapshot of the page.

import { places, refresh } from "./snapshot.js";

const PROTOCOL = "sisterline.v1";
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
// A connection silent for longer is asked for an answer when the page comes back into view.
const SILENCE_MS = 60_000;
const ANSWER_MS = 10_000;
// The notice waits: a short break is nobody's business.
const NOTICE_MS = 4_000;
// Closed with one of these, the same again would end the same way (RFC 6455, 7.4.1).
const FINAL_CODES = new Set([1002, 1003, 1007, 1008, 1009]);

// Follows the page's topics until the page goes away.
export function startLive() {
  const topics = new Map(places(document).map((place) => [place.topic, place]));
  if (topics.size === 0 || !("WebSocket" in window)) return;
  const follower = new Follower(topics);
  follower.connect();
  addEventListener("online", () => follower.connect());
  addEventListener("pagehide", () => follower.rest());
  addEventListener("pageshow", (event) => event.persisted && follower.connect());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") follower.makeSure();
  });
}

class Follower {
  #topics;
  #socket = null;
  #failures = 0;
  #retry = 0;
  #notice = 0;
  #heard = 0;
  #answer = 0;
  #resting = false;

  constructor(topics) {
    this.#topics = topics;
  }

  connect() {
    clearTimeout(this.#retry);
    this.#resting = false;
    if (this.#socket) return;
    const url = new URL("/live", location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url, PROTOCOL);
    this.#socket = socket;
    socket.addEventListener("open", () => this.#subscribe([...this.#topics.values()]));
    socket.addEventListener("message", ({ data }) => this.#read(data));
    socket.addEventListener("close", ({ code }) => this.#closed(socket, code));
  }

  // Lets go of the connection without the wish to have it back.
  rest() {
    this.#resting = true;
    clearTimeout(this.#retry);
    this.#socket?.close(1000);
  }

  // After a sleep a connection may be dead without knowing. Subscribing again is harmless and makes
  // it answer; if it does not, a new one takes its place.
  makeSure() {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (Date.now() - this.#heard < SILENCE_MS) return;
    const socket = this.#socket;
    this.#subscribe([...this.#topics.values()]);
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => {
      socket.close();
      this.#closed(socket, 1006);
    }, ANSWER_MS);
  }

  #subscribe(list) {
    if (list.length === 0 || this.#socket?.readyState !== WebSocket.OPEN) return;
    const topics = list.map(({ topic, epoch, seq }) => ({ topic, epoch, seq }));
    this.#socket.send(JSON.stringify({ op: "subscribe", topics }));
  }

  #read(text) {
    this.#heard = Date.now();
    clearTimeout(this.#answer);
    const message = JSON.parse(text);
    const place = this.#topics.get(message.topic);
    if (!place) return;
    switch (message.op) {
      case "subscribed":
        this.#caughtUp();
        if (message.epoch !== place.epoch || message.seq > place.seq) this.#snapshot(place, message);
        break;
      case "event":
        this.#event(place, message);
        break;
      case "reset":
        this.#snapshot(place, message);
        break;
      case "refused":
        this.#topics.delete(message.topic);
        break;
    }
  }

  #event(place, message) {
    if (message.seq <= place.seq) return;
    if (message.seq > place.seq + 1) {
      this.#subscribe([place]);
      return;
    }
    place.seq = message.seq;
    document.dispatchEvent(new CustomEvent("sisterline:event", { detail: message }));
  }

  // Reads the page anew and goes on from what it shows. Where the old content has to stay, it goes on
  // from where the server is: the reader has been told that something is missing.
  async #snapshot(place, { epoch, seq }) {
    try {
      const fresh = await refresh();
      if (fresh) {
        this.#topics = new Map(fresh.map((one) => [one.topic, one]));
        this.#subscribe(fresh);
      } else {
        Object.assign(place, { epoch, seq });
        this.#subscribe([place]);
      }
    } catch {
      // The server is not there: closing brings the back-off, and with it another try.
      this.#socket?.close();
    }
  }

  #caughtUp() {
    this.#failures = 0;
    clearTimeout(this.#notice);
    this.#notice = 0;
    const state = document.querySelector("[data-live-state]");
    if (state?.textContent) state.textContent = state.dataset.wordBack;
  }

  #closed(socket, code) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#answer);
    if (this.#resting || FINAL_CODES.has(code)) return;
    this.#notice ||= setTimeout(() => {
      const state = document.querySelector("[data-live-state]");
      if (state) state.textContent = state.dataset.wordWaiting;
    }, NOTICE_MS);
    const most = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.connect(), Math.random() * most);
  }
}
