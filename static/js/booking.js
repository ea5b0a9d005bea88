// Keeps what a page says of bookings as it is now: whatever happens to one that the page follows, its
// content is read anew, because who comes and what can still be done are words that the server writes.

import { refresh } from "./snapshot.js";

let again = false;
let busy = false;

// Follows `booking.*` events.
export function startBookings() {
  document.addEventListener("sisterline:event", ({ detail }) => {
    if (!detail.kind.startsWith("booking.")) return;
    again = true;
    if (!busy) readAnew();
  });
}

// Once more where something happened meanwhile: what was read may be older.
async function readAnew() {
  busy = true;
  try {
    while (again) {
      again = false;
      await refresh();
    }
  } catch {
    document.dispatchEvent(new CustomEvent("sisterline:stale"));
  } finally {
    busy = false;
  }
}
