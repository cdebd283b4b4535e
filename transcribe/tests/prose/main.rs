//! Descriptions of our own, and what is read of them.

mod bounds;
mod defaults;
mod english;
mod facts;
mod lists;
mod rules;
mod traps;

use tablature_transcribe::prose::{Described, Fact, Kind, read};

/// Reads a description of a row `Size` beside `Mode` and `Other`.
fn facts(kind: Kind, text: &str) -> Vec<Fact> {
    named("Size", kind, text)
}

fn named(name: &str, kind: Kind, text: &str) -> Vec<Fact> {
    let siblings = ["Size", "Mode", "Other", "Tag.n.Key", "Items.n"];
    let list = name.ends_with(".n");
    let row = Described { name, kind, list, required: None, request: true, text, siblings: &siblings };
    read(&row).facts.into_iter().map(|found| found.fact).collect()
}

/// The values of the one list that a description holds, with a plus behind an open one.
fn values(kind: Kind, text: &str) -> String {
    let lists = facts(kind, text).into_iter().filter_map(|fact| match fact {
        Fact::Allowed { values, open } => {
            let wires: Vec<String> = values.into_iter().map(|value| value.wire).collect();
            Some(format!("{}{}", wires.join(" "), if open { " +" } else { "" }))
        }
        _ => None,
    });
    lists.collect::<Vec<String>>().join(" & ")
}

fn min(number: &str) -> Fact {
    Fact::Min { number: number.into(), inclusive: true }
}

fn max(number: &str) -> Fact {
    Fact::Max { number: number.into(), inclusive: true }
}
