//! `cargo xtask cost`: what the generated code costs to build, beside the same structs with serde's derives.

mod crates;
mod measure;
mod report;

use tablature_bench::Plan;

use crate::arguments::Cost;
use crate::console;
use crate::failure::{Doing as _, Failure, Status};
use crate::place;
use crates::Pair;
use measure::{Figures, Mode};

pub(crate) fn run(arguments: &Cost) -> Result<Status, Failure> {
    let plan = Plan::new(arguments.actions);
    let folder = place::repository().join("target").join("cost");
    let pair = Pair::write(&folder, &plan)?;
    let figures = measured(&pair, arguments.rounds)?;
    console::print(&report::text(&plan, &figures, arguments.rounds))?;
    if arguments.keep {
        console::warn(&format!("the two crates are in {}\n", place::shown(&folder)));
    } else {
        std::fs::remove_dir_all(&folder).doing("remove", &folder)?;
    }
    Ok(Status::Done)
}

/// Each mode for both crates, in turns, so that whatever else the machine does falls on both.
fn measured(pair: &Pair, rounds: usize) -> Result<Vec<(Mode, Figures, Figures)>, Failure> {
    let mut figures = Vec::new();
    for mode in Mode::ALL {
        console::warn(&format!("{}: dependencies\n", mode.name()));
        pair.records.build_dependencies(mode)?;
        pair.derived.build_dependencies(mode)?;
        let (mut records, mut derived) = (Vec::new(), Vec::new());
        for round in 1..=rounds {
            records.push(pair.records.build(mode)?);
            derived.push(pair.derived.build(mode)?);
            let seconds = |runs: &[Figures]| runs.last().map_or(0.0, |figures| figures.seconds);
            console::warn(&format!(
                "{}: round {round} of {rounds}: {:.1} s, with derives {:.1} s\n",
                mode.name(),
                seconds(&records),
                seconds(&derived)
            ));
        }
        figures.push((mode, Figures::median(&records), Figures::median(&derived)));
    }
    Ok(figures)
}
