// Live updates of a page. It follows the topics that the page names in data-live-topic, -epoch and
// -seq, from where the page's content was read, and hands every event on once and in order as a
// CustomEvent `sisterline:event` on the document: detail = {topic, seq, kind, at, data}. What cannot
// be caught up ends in a fresh snapshot of the page. The connection is all tabs' together.

import { Switchboard } from "./live-link.js";
import { places, refresh } from "./snapshot.js";

// The notice waits: a short break is nobody's business.
const NOTICE_MS = 4_000;
// Before the next attempt to read the page anew, where the server is not there.
const SNAPSHOT_MS = 5_000;

// Follows the page's topics until the page goes away.
export function startLive() {
  const topics = places(document);
  if (topics.length === 0 || !("WebSocket" in window)) return;
  let follower = new Follower(topics);
  addEventListener("online", () => follower.wake());
  addEventListener("pagehide", () => follower.leave());
  addEventListener("pageshow", (event) => {
    if (event.persisted) follower = new Follower(follower.places());
  });
  document.addEventListener("visibilitychange", () => {
    follower.look();
    if (document.visibilityState === "visible") follower.wake();
  });
}

// A port to the tabs' connection, or to one of our own where the browser shares no workers.
function openPort() {
  try {
    const worker = new SharedWorker("/static/js/live-worker.js", { type: "module", name: "sisterline-live" });
    return worker.port;
  } catch {
    const { port1, port2 } = new MessageChannel();
    new Switchboard().join(port1);
    return port2;
  }
}

class Follower {
  #topics;
  #port = openPort();
  #notice = 0;

  constructor(topics) {
    this.#topics = new Map(topics.map((place) => [place.topic, place]));
    this.#port.addEventListener("message", ({ data }) => this.#read(data));
    this.#port.start();
    this.#follow(topics);
    this.look();
  }

  places() {
    return [...this.#topics.values()];
  }

  wake() {
    this.#port.postMessage({ op: "wake" });
  }

  // Says which slot is looked at: the one that the page is about, while it is seen.
  look() {
    const seen = document.visibilityState === "visible" ? document.querySelectorAll("[data-live-looking]") : [];
    const slots = [...seen].map((element) => element.dataset.liveLooking);
    this.#port.postMessage({ op: "look", slots });
  }

  leave() {
    this.#port.postMessage({ op: "leave" });
  }

  #follow(topics) {
    this.#port.postMessage({ op: "follow", topics: topics.map(({ topic, epoch, seq, key }) => ({ topic, epoch, seq, key })) });
  }

  #read(message) {
    if (message.op === "link" || message.op === "stale") return this.#wait();
    if (message.op === "current") return this.#goOn();
    if (message.op === "looking") return tell(message);
    const place = this.#topics.get(message.topic);
    if (!place) return;
    switch (message.op) {
      case "subscribed":
        this.#goOn();
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
      this.#follow([place]);
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
        this.#follow(fresh);
        this.look();
      } else {
        Object.assign(place, { epoch, seq });
        this.#follow([place]);
      }
    } catch {
      setTimeout(() => this.#snapshot(place, { epoch, seq }), SNAPSHOT_MS * (1 + Math.random()));
    }
  }

  #wait() {
    this.#notice ||= setTimeout(() => {
      const state = document.querySelector("[data-live-state]");
      if (state) state.textContent = state.dataset.wordWaiting;
    }, NOTICE_MS);
  }

  #goOn() {
    clearTimeout(this.#notice);
    this.#notice = 0;
    const state = document.querySelector("[data-live-state]");
    if (state?.textContent) state.textContent = state.dataset.wordBack;
  }
}

// How many others look at the same slot, in words that came with the page.
function tell({ slot, people }) {
  for (const element of document.querySelectorAll("[data-live-looking]")) {
    if (element.dataset.liveLooking !== slot) continue;
    element.hidden = people < 2;
    const words = people > 5 ? element.dataset.wordMany : element.dataset.wordSome;
    element.textContent = words.replace("{n}", String(people));
  }
}
