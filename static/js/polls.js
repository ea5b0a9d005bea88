// Keeps a poll's page as it is now. The words are the server's: on news the page is read anew, and its
// parts marked data-poll-part are put in place of the old ones. Somebody's half-filled form stays.

// Everybody who looks at the poll asks at once: not all at one moment.
const SPREAD_MS = 400;
// Before the next attempt, where the server is not there.
const AGAIN_MS = 5_000;

let waiting = 0;
let isOver = false;

// Follows `poll.*` events of the poll that the page shows.
export function startPolls() {
  document.addEventListener("sisterline:event", ({ detail }) => {
    if (!detail.kind.startsWith("poll.") || !document.querySelector(`[data-poll="${CSS.escape(detail.topic)}"]`)) return;
    isOver ||= detail.kind !== "poll.voted";
    waiting ||= setTimeout(look, Math.random() * SPREAD_MS);
  });
}

async function look() {
  waiting = 0;
  try {
    const response = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    if (!response.ok) throw new Error(`poll: ${response.status}`);
    put(new DOMParser().parseFromString(await response.text(), "text/html"));
  } catch {
    waiting ||= setTimeout(look, AGAIN_MS);
  }
}

function put(fresh) {
  for (const old of document.querySelectorAll("[data-poll-part]")) {
    const { pollPart: part } = old.dataset;
    // What somebody is filling in is swept away only where it cannot be sent any more.
    if (part === "form" && !isOver) continue;
    const now = fresh.querySelector(`[data-poll-part="${part}"]`);
    if (now) old.replaceWith(document.adoptNode(now));
    else old.remove();
  }
  const announcer = document.querySelector("[data-poll-announcer]");
  if (announcer) announcer.textContent = announcer.dataset.words;
}
