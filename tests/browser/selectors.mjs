// What the browser tests know about the pages and the demo data: the one place to change when they change.
// Things are found as visitors find them or by what forms and the API fix (field names, addresses); slots carry their
// ids and states in attributes for programs.

/** The partnership of the demo data that the tests use, and its cities' slugs. */
export const demo = {
  partnership: /(Kaohsiung|高雄)[\s\S]*Seattle|Seattle[\s\S]*(Kaohsiung|高雄)/,
  host: "seattle",
  guest: "kaohsiung",
  /** A member of a host in the host city, who may sign in. */
  hostEmail: "desk@seattle.example",
  adminEmail: "admin@demo.example",
  /** Keeps a city with a partnership in which nothing has happened for long. */
  quietEmail: "coordinator@brisbane.example",
};

/** A slot wherever it is drawn, in a state: open, full, closed or cancelled. */
export const slotInState = (id, state) => `[data-slot-id="${id}"][data-state="${state}"]`;
export const openSlots = (page) => page.locator('main [data-slot-id][data-state="open"]');
/** What a visitor clicks to get from a list of slots to one. */
export const slotLink = (page, id) => page.locator(`li a[href^="${slotPath(id)}"]`).first();
export const slotPath = (id) => `/slots/${id}`;
/** Where a page says that there are slots which it does not show yet, and the way to see them. */
export const slotNews = (page) => page.locator("[data-slot-news]").getByRole("link");

/** The link from the home page to the demo partnership. */
export const partnershipLink = (page) =>
  page.locator('main a[href^="/partnerships/"]').filter({ hasText: demo.partnership }).first();
export const partnershipPath = /^\/partnerships\/[^/]+$/;
/** From a week of a partnership to a later one; to the next with slots where this one has none. */
export const laterWeek = (page) => page.locator("#week .empty a, #week .week__nav a:last-child").last();

/** A form control by its field name, which is the API's name for it; not one that is folded away. */
export const field = (page, name) => page.locator(`main [name="${name}"]:visible`).first();
export const wrongField = (page, name) => page.locator(`main [name="${name}"][aria-invalid="true"]`);
export const bookButton = (page) => page.locator("form[data-slot-form]").getByRole("button").last();
/** Where a visitor is after booking, and the link to it in mails. */
export const bookingPath = /^\/bookings\/.+/;
export const manageLink = /https?:\/\/\S*\/bookings\/[^\s"<>]+/;
/** The link in mails that ends them, and the switch on a partnership's page. */
export const unsubscribeLink = /https?:\/\/\S*\/unsubscribe\/[^\s"<>]+/;
export const partnershipLetter = /https?:\/\/\S*\/partnerships\/[^\s"<>]+/;
export const lettersLink = (page) => page.locator('#life a[href$="/reminders"]');
/** Letters that were given up, in the outbox. */
export const outbox = { path: "/console/outbox", dead: (page) => page.locator("table.letters tbody tr") };
/** The samples of letters: what is chosen, the letter in its frame, its text and its file. */
export const preview = {
  path: "/console/letters",
  link: (page) => page.locator('main a[href="/console/letters"]'),
  show: (page) => page.locator("main form").getByRole("button"),
  frame: (page) => page.frameLocator("iframe.letterframe"),
  text: (page) => page.locator("pre.source").first(),
  eml: (page) => page.locator("main a[download]"),
};
/** Cancelling is behind a disclosure, so that it is not done by one click. */
export const cancelBooking = (page) => disclosedButton(page.locator("main"), "/cancel");

export const signIn = {
  path: "/sign-in",
  button: (page) => page.locator("main form").getByRole("button"),
  /** The one-time link in the mail. */
  link: /https?:\/\/\S*\/sign-in[/?][^\s"<>]+/,
};

export const hostConsole = {
  path: "/console",
  slots: (page) => page.locator("main [data-slot-id]"),
  addButton: (page) => page.locator("form#add-slot").getByRole("button").last(),
  cancelSlot: (page, id) => disclosedButton(page.locator(`[data-slot-id="${id}"]`), "/cancel"),
};

function disclosedButton(within, action) {
  const form = `form[action$="${action}"]`;
  return {
    disclosure: within.locator(`details:has(${form}) > summary`),
    button: within.locator(`${form} button`),
  };
}

/** The editor of an offer's weekly hours. */
export const availability = {
  path: /^\/console\/offers\/([^/]+)\/availability$/,
  link: (page) => page.locator('main a[href$="/availability"]').first(),
  rows: (page) => page.locator('[data-rows="windows"] .row'),
  addRow: (page) => page.locator('button[value="add-window"]'),
  removeRow: (row) => row.locator('button[value^="remove-window"]'),
  save: (page) => page.locator('form[data-availability] button[value="save"]'),
  preview: (page) => page.locator("[data-availability-preview]"),
};
