// Small help in forms: a row for one more attendee, the cursor at what was wrong, and a mark on forms
// that somebody has begun to fill in.

// Works by delegation, so that content which is replaced later is served too.
export function startForms() {
  prepare();
  document.addEventListener("sisterline:refreshed", prepare);
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    if (form) form.dataset.touched = "yes";
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add-attendee]");
    if (button) addAttendee(button.form.querySelector("[data-attendees]"));
  });
}

function prepare() {
  for (const button of document.querySelectorAll("[data-add-attendee]")) button.hidden = false;
  document.querySelector("[data-focus]")?.focus();
}

// Copies the last row under the next number: ids end in `-NUMBER` and go on with what follows.
function addAttendee(list) {
  const rows = list.querySelectorAll("[data-attendee]");
  const last = rows[rows.length - 1];
  const number = rows.length + 1;
  const row = last.cloneNode(true);
  row.setAttribute("aria-label", list.dataset.wordNumber.replace("{n}", number));
  for (const input of row.querySelectorAll("input")) {
    input.value = "";
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    const label = row.querySelector(`label[for="${CSS.escape(input.id)}"]`);
    input.id = `f-${number}-${input.name}`;
    if (label) label.htmlFor = input.id;
  }
  for (const note of row.querySelectorAll(".field__error")) note.remove();
  for (const field of row.querySelectorAll(".field--wrong")) field.classList.remove("field--wrong");
  list.append(row);
  row.querySelector("input").focus();
}
