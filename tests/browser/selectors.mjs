// What the browser tests know about the pages and the demo data: the one place to change when they change.
// Pages are found as a visitor finds things (roles, names, labels); only slots carry ids and states for programs.

/** The partnership of the demo data that the tests use, and the slugs of its cities. */
export const demo = {
  partnership: /Kaohsiung.*Seattle|Seattle.*Kaohsiung/,
  host: "seattle",
  guest: "kaohsiung",
  /** A member of a host in the host city, who may sign in. */
  hostEmail: "host@seattle.example.org",
  cities: ["kaohsiung", "seattle"],
};

/** A slot wherever it is drawn; its state is in data-status. */
export const slot = (page, id) => page.locator(`[data-slot-id="${id}"]`).first();
export const slotWithStatus = (id, status) => `[data-slot-id="${id}"][data-status="${status}"]`;
export const openSlots = (page) => page.locator('[data-slot-id][data-status="open"]');
/** What a visitor clicks to get from a drawn slot to its page. */
export const slotLink = (page, id) => page.locator(`a[href$="/slots/${id}"]:visible`).first();
export const slotPath = (id) => `/slots/${id}`;

/** The link from the home page to the demo partnership. */
export const partnershipLink = (page) => page.getByRole("link", { name: demo.partnership }).first();

/** A form control by its field name, which is the API's name for it. */
export const field = (page, name) => page.locator(`main [name="${name}"]:not([type=hidden])`).first();
export const bookButton = (page) => page.getByRole("button", { name: /^(Book|Request)/ });
export const cancelBookingButton = (page) => page.getByRole("button", { name: /^Cancel/ });
/** The manage page of a booking, as linked from mails. */
export const manageLink = /https?:\/\/\S*\/bookings\/[^\s"<>]+/;

export const signIn = {
  path: "/sign-in",
  email: (page) => page.getByLabel(/mail/i),
  send: (page) => page.locator("main").getByRole("button"),
  /** The one-time link in the mail. */
  link: /https?:\/\/\S*\/sign-in[/?][^\s"<>]+/,
  confirm: (page) => page.locator("main").getByRole("button"),
};

export const hostConsole = {
  path: "/console",
  addSlot: (page) => page.getByRole("button", { name: /^Add/ }),
  cancelSlot: (page, id) =>
    page.locator(`[data-slot-id="${id}"]`).getByRole("button", { name: /cancel/i }),
};
