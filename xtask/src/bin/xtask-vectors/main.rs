//! Checks the signers against calls with known signatures: the program behind `cargo xtask vectors`.

mod case;
mod check;
mod list;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use case::Case;

/// Exit statuses, as those of all commands.
const DONE: u8 = 0;
const FAULTY: u8 = 1;
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let [file] = arguments.as_slice() else {
        let _ = writeln!(io::stderr(), "error: exactly one file was expected; see cargo xtask vectors --help");
        return MISUSED.into();
    };
    let text = fs::read(file)
        .map_err(|error| error.to_string())
        .and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()));
    match text {
        Ok(text) => {
            let Outcome { report, right } = outcome(&text);
            // A reader that goes away early is no error.
            match io::stdout().write_all(report.as_bytes()) {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => FAULTY.into(),
                _ => if right { DONE } else { FAULTY }.into(),
            }
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: cannot read {}: {error}", file.display());
            FAULTY.into()
        }
    }
}

/// What is printed, and whether every case was reproduced.
struct Outcome {
    report: String,
    right: bool,
}

/// Cases of one provider.
#[derive(Default)]
struct Count {
    right: usize,
    all: usize,
}

fn outcome(text: &str) -> Outcome {
    let list = list::read(text);
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut report = String::new();
    let mut malformed = 0;
    for (index, raw) in list.cases.iter().enumerate() {
        match Case::read(raw) {
            Ok(case) => {
                let differences = check::differences(&case);
                let count = counts.entry(case.provider.clone()).or_default();
                count.all += 1;
                count.right += usize::from(differences.is_none());
                report.push_str(&differences.unwrap_or_default());
            }
            Err(fault) => {
                malformed += 1;
                report.push_str(&format!("case {}{fault}\n", index + 1));
            }
        }
    }
    if let Some(fault) = &list.fault {
        report.push_str(&format!("{fault}\n"));
    }
    report.push_str(&summary(&counts, malformed));
    let wrong = counts.values().any(|count| count.right < count.all);
    Outcome { report, right: !wrong && malformed == 0 && list.fault.is_none() && !counts.is_empty() }
}

/// A line for each provider and one for all.
fn summary(counts: &BTreeMap<String, Count>, malformed: usize) -> String {
    let mut out = String::new();
    for (provider, count) in counts {
        out.push_str(&format!("{provider:<12} {:>5} of {:>5} cases reproduced\n", count.right, count.all));
    }
    let right: usize = counts.values().map(|count| count.right).sum();
    let all: usize = counts.values().map(|count| count.all).sum();
    out.push_str(&format!("{:<12} {right:>5} of {all:>5} cases reproduced\n", "all"));
    if malformed > 0 {
        out.push_str(&format!("{:<12} {malformed:>5}\n", "not readable"));
    }
    out
}
