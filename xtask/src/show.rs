//! `cargo xtask show`: what the specs say, for the eye or for programs.

use tablature_codegen::diag::Report;
use tablature_codegen::facts;

use crate::arguments::{Format, Show};
use crate::check::{rendered_problems, summary};
use crate::console;
use crate::failure::{Failure, Status};
use crate::selection::Selection;
use crate::specs::{self, Specs};

pub(crate) fn run(arguments: &Show) -> Result<Status, Failure> {
    let specs = specs::read(arguments.specs.as_deref())?;
    console::warn(&rendered_problems(&specs, Format::Human));
    if !specs.problems.is_empty() {
        return Ok(Status::Faulty);
    }
    let selection = Selection::new(arguments.selection.as_deref(), &specs.files)?;
    let text = if arguments.json { lines(&specs, &selection) } else { table(&specs, &selection) };
    match text {
        Ok(text) => console::print(&text).map(|()| Status::Done),
        Err(report) => {
            console::warn(&report.human(&specs.files, &specs.shown, console::errors_have_color()));
            Err(Failure::faulty(format!("{} in the specs", summary(report.counts()))))
        }
    }
}

fn lines(specs: &Specs, selection: &Selection) -> Result<String, Report> {
    let facts = facts::lines(&specs.files)?;
    let chosen = facts.iter().filter(|fact| selection.holds(&fact.provider, &fact.service, &fact.action));
    Ok(chosen.map(|fact| format!("{}\n", fact.json)).collect())
}

fn table(specs: &Specs, selection: &Selection) -> Result<String, Report> {
    facts::table(&specs.files, &|provider, service, action| selection.holds(provider, service, action))
}
