// The editor of weekly hours without reloads: rows come and go in place, and the preview follows what
// is typed. It sends the same form that a browser without scripts sends, and takes parts of the page
// that comes back.

const PAUSE_MS = 350;

const form = document.querySelector("form[data-availability]");
let timer = 0;
let running = null;

if (form) {
  form.addEventListener("change", () => {
    clearTimeout(timer);
    // Where the server is away the old preview stays; saving will tell.
    timer = setTimeout(() => draw("preview", false).catch(() => {}), PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.matches("[data-inplace]")) return;
    event.preventDefault();
    draw(button.value, button.value !== "preview").catch(() => form.submit());
  });
}

// Asks the server for the page with this button pressed. With `rows` the rows are drawn anew too.
async function draw(what, rows) {
  clearTimeout(timer);
  running?.abort();
  const own = new AbortController();
  running = own;
  const preview = document.querySelector("[data-availability-preview]");
  preview.setAttribute("aria-busy", "true");
  const body = new URLSearchParams(new FormData(form));
  body.set("do", what);
  try {
    const response = await fetch(form.action, { method: "POST", body, signal: own.signal });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const shown = fresh.querySelector("[data-availability-preview]");
    // Signed out meanwhile, or something else went wrong: the page itself will say so.
    if (!shown) throw new Error(`availability: ${response.status}`);
    preview.replaceChildren(...shown.childNodes);
    if (rows) {
      for (const list of form.querySelectorAll("[data-rows]")) {
        const newer = fresh.querySelector(`[data-rows="${list.dataset.rows}"]`);
        list.replaceChildren(...newer.childNodes);
      }
      focusRow(what);
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  } finally {
    if (running === own) preview.removeAttribute("aria-busy");
  }
}

// The keyboard goes on where something has changed: the new row, or the last one of the list.
function focusRow(what) {
  const list = form.querySelector(`[data-rows="${what.includes("date") ? "dates" : "windows"}"]`);
  list.querySelector(".row:last-child :is(select, input)")?.focus();
}
