// Keeps the seats of a booking form while somebody fills it in: from the first touch of the form, not
// from its mere sight, so that who only looks (or crawls) holds nothing. Given up on leaving.

const RENEW_MS = 60_000;

export function startHolds() {
  const field = document.querySelector("input[data-hold]");
  const form = field?.form;
  if (!form) return;
  const words = form.querySelector("[data-hold-words]");
  const seats = form.querySelector("input[name=seats]");
  // Seats kept for a party of a waiting list are not ours to give up.
  let own = field.value === "";
  let asking = false;
  let sent = false;
  let timer;

  const wanted = () => Math.max(1, Number(seats?.value) || 1);
  const say = (kind) => {
    words.textContent = words.dataset[kind];
    if (kind === "kept") form.dataset.held = "yes";
    else delete form.dataset.held;
  };
  const send = (method, path) => fetch(`/api/v1/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ seats: wanted() }),
  });
  const lose = () => {
    field.value = "";
    own = true;
    say("lost");
  };
  // Others had the seats before: what was kept from the form meanwhile is shown.
  const refused = () => {
    delete form.dataset.held;
    document.dispatchEvent(new CustomEvent("sisterline:stale"));
  };

  async function keep() {
    if (asking || sent) return;
    asking = true;
    // Before it is asked for: the event that tells everybody of it may come before the answer.
    form.dataset.held = "yes";
    try {
      const answer = field.value === ""
        ? await send("POST", `slots/${field.dataset.hold}/holds`)
        : await send("PUT", `holds/${field.value}`);
      if (answer.ok) {
        field.value = (await answer.json()).token;
        say("kept");
      } else if (field.value !== "" && (await answer.json()).code === "hold_expired") {
        lose();
      } else if (field.value === "") {
        refused();
      }
    } catch {
      // Without a connection nothing is kept; the form itself says so when it is sent.
      if (field.value === "") delete form.dataset.held;
    } finally {
      asking = false;
      clearTimeout(timer);
      timer = setTimeout(() => { if (!document.hidden && field.value !== "") keep(); }, RENEW_MS);
    }
  }

  form.addEventListener("focusin", () => { if (field.value === "") keep(); });
  seats?.addEventListener("change", keep);
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("pagehide", () => {
    if (!sent && own && field.value !== "") navigator.sendBeacon(`/api/v1/holds/${field.value}/release`);
  });
  // Back from the browser's memory: what was given up may be to be had again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    sent = false;
    if (own) field.value = "";
  });
  if (field.value !== "") {
    form.dataset.held = "yes";
    keep();
  }
}
