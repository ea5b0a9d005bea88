// Shows how far a download of bookings has come. Without this the browser downloads by itself.

for (const form of document.querySelectorAll("[data-export]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void download(form);
  });
}

async function download(form) {
  const status = form.querySelector("[data-export-status]");
  const bar = form.querySelector("[data-export-progress]");
  const button = form.querySelector("[type=submit]");
  const data = new FormData(form);
  status.textContent = "";
  bar.hidden = false;
  button.disabled = true;
  try {
    const answer = await fetch(`${form.action}?${new URLSearchParams(data)}`, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const total = Number(answer.headers.get("x-total-count"));
    const progress = bar.querySelector("progress");
    progress.max = Math.max(total, 1);
    const counter = counters[data.get("format")]();
    const pieces = [];
    const decoder = new TextDecoder();
    for (const reader = answer.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      const count = Math.min(counter(decoder.decode(value, { stream: true })), total);
      progress.value = count;
      status.textContent = form.dataset.wordProgress.replace("{n}", count).replace("{total}", total);
    }
    save(new Blob(pieces, { type: answer.headers.get("content-type") }), `bookings.${data.get("format")}`);
    progress.value = progress.max;
    status.textContent = form.dataset.wordSaved.replace("{n}", total);
  } catch {
    status.textContent = form.dataset.wordFailed;
  } finally {
    bar.hidden = true;
    button.disabled = false;
  }
}

// Each counts the bookings in the pieces of a file as they come.
const counters = {
  csv() {
    let [lines, quoted] = [-1, false];
    return (text) => {
      for (const c of text) {
        if (c === '"') quoted = !quoted;
        else if (c === "\n" && !quoted) lines += 1;
      }
      return Math.max(lines, 0);
    };
  },
  // Its first line is the beginning, then each booking has one.
  json() {
    let lines = -1;
    return (text) => {
      for (const c of text) if (c === "\n") lines += 1;
      return Math.max(lines, 0);
    };
  },
  ics() {
    let [events, rest] = [0, ""];
    return (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const line of lines) if (line.startsWith("END:VEVENT")) events += 1;
      return events;
    };
  },
};

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
