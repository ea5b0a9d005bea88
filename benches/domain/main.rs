//! How fast the rules are: `cargo bench --bench domain`, one file a rule.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a bench that fails says so by panicking"
)]

mod generate;
mod ics;
mod overlap;
mod plan;
mod resolve;

criterion::criterion_group!(
    benches,
    generate::bench,
    ics::bench,
    overlap::bench,
    plan::bench,
    resolve::bench
);
criterion::criterion_main!(benches);
