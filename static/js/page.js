// Entry of every page. Each part works alone, and the page works without all of them.

import { startBookings } from "./booking.js";
import { startClocks } from "./clocks.js";
import { startForms } from "./form.js";
import { startHolds } from "./hold.js";
import { startLive } from "./live.js";
import { startPolls } from "./polls.js";
import { startSlots } from "./slots.js";

document.documentElement.classList.remove("no-js");
startForms();
startClocks();
startSlots();
startPolls();
startHolds();
startBookings();
startLive();
