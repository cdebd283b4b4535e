//! The figures as a table, ready for a README.

use std::fs;
use std::process::Command;

use tablature_bench::Plan;

use super::measure::{Figures, Mode};

/// At most so much of the time that the derives take.
fn target(mode: Mode) -> f64 {
    match mode {
        Mode::Check => 1.0 / 5.0,
        Mode::Debug => 1.0 / 4.0,
        Mode::Release => 2.0 / 5.0,
    }
}

pub(super) fn text(plan: &Plan, figures: &[(Mode, Figures, Figures)], rounds: usize) -> String {
    let (structs, fields) = (plan.structs(), plan.fields());
    let mut text = format!(
        "{} actions: {structs} structs with {fields} fields; CPU seconds, median of {rounds} interleaved rounds
cold: incremental compilation off, dependencies built, only the crate itself\n{}\n
| | per 1,000 structs | with derives | per 1,000 fields | with derives | ratio | target | memory, MB | with derives | rlib, MB | with derives |
|---|---|---|---|---|---|---|---|---|---|---|\n",
        plan.actions.len(),
        machine()
    );
    let mut missed = Vec::new();
    for (mode, records, derived) in figures {
        let ratio = records.seconds / derived.seconds;
        if ratio > target(*mode) {
            missed.push(mode.name());
        }
        let per = |figures: &Figures, number: usize| format!("{:.2}", figures.seconds * 1000.0 / number as f64);
        let cells = [
            mode.name().to_owned(),
            per(records, structs),
            per(derived, structs),
            per(records, fields),
            per(derived, fields),
            format!("{ratio:.3}"),
            format!("{:.2}", target(*mode)),
            known(records.memory),
            known(derived.memory),
            known(records.library),
            known(derived.library),
        ];
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text.push_str(&match missed.as_slice() {
        [] => "\nall targets are met\n".to_owned(),
        missed => format!("\nabove the target: {}\n", missed.join(", ")),
    });
    text
}

/// A figure that is not there is 0.
fn known(megabytes: f64) -> String {
    if megabytes > 0.0 { format!("{megabytes:.0}") } else { "–".to_owned() }
}

/// Cores, processor, compiler.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.trim_start().strip_prefix(':'));
    let model = model.map_or("unknown processor", str::trim);
    let rustc = Command::new("rustc").arg("--version").output().ok();
    let rustc = rustc.and_then(|output| String::from_utf8(output.stdout).ok()).unwrap_or_default();
    format!("machine: {} of {model}; {}", crate::console::count(cores, "core"), rustc.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missed_target_is_named() {
        let took = |seconds| Figures { seconds, memory: 100.0, library: 0.0 };
        let figures = [(Mode::Check, took(1.0), took(5.0)), (Mode::Debug, took(2.0), took(5.0))];
        let text = text(&Plan::new(2), &figures, 3);
        assert!(
            text.contains("| check | 100.00 | 500.00 | 10.00 | 50.00 | 0.200 | 0.20 | 100 | 100 | – | – |"),
            "{text}"
        );
        assert!(text.ends_with("above the target: debug build\n"), "{text}");
    }
}
