// The shared worker that holds one connection for all tabs of a browser.

import { Switchboard } from "./live-link.js";

const board = new Switchboard();
addEventListener("connect", ({ ports }) => board.join(ports[0]));
