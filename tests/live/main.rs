//! Live updates on real parts: a database file, an HTTP server, WebSockets.

mod client;
mod ends;
mod handshake;
mod misuse;
mod node;
mod resume;
mod rights;
