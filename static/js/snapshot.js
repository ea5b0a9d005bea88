// The page's content as the server would draw it now. Used where events cannot tell what happened:
// after a `reset`, and when a city's date changes under an open page.

let running = null;

// Whether somebody has typed into a form, which must not be swept away.
function isBeingFilledIn() {
  return [...document.querySelectorAll("main form")].some((form) => form.dataset.touched === "yes");
}

// Fetches this page and puts its content in place of the old. Answers the places in the log that
// the new content shows, or null where somebody is filling in a form: the old content stays then,
// and an event `sisterline:stale` says so. Throws where the server cannot be reached.
export function refresh() {
  running ??= load().finally(() => {
    running = null;
  });
  return running;
}

async function load() {
  if (isBeingFilledIn()) {
    document.dispatchEvent(new CustomEvent("sisterline:stale"));
    return null;
  }
  const response = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
  if (!response.ok) throw new Error(`snapshot: ${response.status}`);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = fresh.querySelector("main");
  if (!main) throw new Error("snapshot: no content");
  document.querySelector("main").replaceChildren(...main.childNodes);
  document.body.dataset.nowMs = fresh.body.dataset.nowMs;
  document.dispatchEvent(new CustomEvent("sisterline:refreshed"));
  return places(fresh);
}

// The topics a document follows: [{topic, epoch, seq, key}]; a key where a link lets its bearer follow.
export function places(root) {
  return [...root.querySelectorAll("[data-live-topic]")].map(({ dataset }) => ({
    topic: dataset.liveTopic,
    epoch: dataset.liveEpoch,
    seq: Number(dataset.liveSeq),
    key: dataset.liveKey || undefined,
  }));
}
