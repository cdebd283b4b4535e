//! Clients over a transport that answers what a test says.

mod acme;
mod drift;
mod failures;
mod fake;
mod known;
mod pages;
mod required;
mod retries;
mod secrets;
mod sending;
mod settings;
mod signed;
mod taken_over;
