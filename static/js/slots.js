// Keeps every slot on the page as it is now. An element with data-slot-id carries data-state, by
// which the style sheets show and hide; the words for seats and states come, ready in the reader's
// language, from the template #slot-words.

import { refresh } from "./snapshot.js";

// When many slots change at once, every open page asks for its content anew: not all at one moment.
const SPREAD_MS = 800;

// Follows `slot.*` events, and `slots.changed`, which says that there is too much to tell one by one.
export function startSlots() {
  document.addEventListener("sisterline:event", ({ detail }) => {
    // Times are words that only the server writes.
    if (["slots.changed", "slot.moved", "partnership.changed"].includes(detail.kind)) {
      setTimeout(() => refresh().catch(() => showNews("stale")), Math.random() * SPREAD_MS);
      return;
    }
    if (!detail.kind.startsWith("slot.")) return;
    const { slot_id: id, seats_left: seats, seats_taken: taken, status: state } = detail.data;
    const shown = [...document.querySelectorAll("[data-slot-id]")].filter((element) => element.dataset.slotId === id);
    if (shown.length === 0) {
      if (detail.kind === "slot.created") showNews("new");
      return;
    }
    let said = "";
    for (const element of shown) said = update(element, state, seats, taken) || said;
    if (said) announce(said);
  });
  document.addEventListener("sisterline:stale", () => showNews("stale"));
}

// Rewrites one element. Answers what to announce, if the element has a name.
function update(element, state, seats, taken) {
  // Seats that are kept for the form on this page are the last only to others.
  if (element.querySelector("[data-slot-form][data-held]") && state !== "cancelled") return "";
  const before = element.dataset.state;
  element.dataset.state = state;
  const words = state === "open" ? (word("seats", seats) ?? String(seats)) : word("state", state);
  setText(element, "[data-slot-words]", words);
  setText(element, "[data-slot-number]", String(seats));
  setText(element, "[data-slot-state-words]", word("state", state));
  const capacity = element.querySelector("[data-capacity]");
  if (capacity) setText(capacity, "[data-slot-taken]", String(taken ?? Number(capacity.dataset.capacity) - seats));
  const wanted = element.querySelector("input[name=seats]");
  if (wanted && seats > 0) wanted.max = String(seats);
  // The page was drawn without a form, and now one is wanted.
  if (state === "open" && before !== "open" && element.matches(".slotpage") && !element.querySelector("[data-slot-form]")) {
    showNews("stale");
  }
  element.classList.remove("is-changed");
  requestAnimationFrame(() => element.classList.add("is-changed"));
  const name = element.querySelector("h1, .slot__title")?.textContent.trim();
  return name && words ? `${name}: ${words}` : "";
}

function setText(element, selector, text) {
  if (text === undefined) return;
  for (const target of element.querySelectorAll(selector)) target.textContent = text;
}

function word(kind, value) {
  const words = document.querySelector("#slot-words");
  return words?.content.querySelector(`[data-${kind}="${CSS.escape(String(value))}"]`)?.textContent;
}

function announce(text) {
  const announcer = document.querySelector("[data-slot-announcer]");
  if (announcer) announcer.textContent = text;
}

// Says quietly that there is more to see, and leaves it to the reader when to look.
function showNews(kind) {
  const place = document.querySelector("[data-slot-news]");
  const words = document.querySelector("#slot-words")?.content;
  if (!place || !words || place.childElementCount > 0) return;
  const news = document.createElement("p");
  news.className = "news";
  news.setAttribute("role", "status");
  const link = document.createElement("a");
  link.href = location.href.split("#")[0];
  link.textContent = words.querySelector("[data-refresh]").textContent;
  news.append(words.querySelector(`[data-${kind}]`).textContent, " ", link);
  place.append(news);
}
