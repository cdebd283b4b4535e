//! `cargo xtask diff` and `cargo xtask rules`: what changed between two states of the specs.

mod git;
mod side;

use std::thread;

use tablature_diff::report::{self, Context};
use tablature_diff::rules::{Api, Wire};
use tablature_diff::{Diff, Verdict};

use crate::arguments::diff::{Diff as Arguments, FailOn, Format};
use crate::check::{from_repository, rendered_problems, summary};
use crate::console;
use crate::failure::{Failure, Status};
use crate::specs::Specs;

pub(crate) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    let specs = arguments.specs.as_deref();
    // Two folders, or a folder and a git process: neither has to wait for the other.
    let (old, new) = thread::scope(|scope| {
        let old = scope.spawn(|| side::read(Some(&arguments.old), specs));
        let new = side::read(arguments.new.as_deref(), specs);
        let old = old.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok::<_, Failure>((old?, new?))
    })?;
    for specs in [&old, &new] {
        console::warn(&rendered_problems(specs, crate::arguments::Format::Human));
    }
    if !old.problems.is_empty() || !new.problems.is_empty() {
        return Ok(Status::Faulty);
    }
    let threads = thread::available_parallelism().map_or(1, usize::from);
    match tablature_diff::diff(&old.files, &new.files, threads) {
        Ok(diff) => {
            console::print(&rendered(&diff, &context(arguments, &old, &new), arguments.format))?;
            Ok(if fails(&diff, arguments.fail_on) { Status::Faulty } else { Status::Done })
        }
        Err(unreadable) => {
            let side = if unreadable.side == tablature_diff::Side::Old { &old } else { &new };
            let text = unreadable.report.human(&unreadable.files, &side.shown, console::errors_have_color());
            console::warn(&text);
            Err(Failure::faulty(format!("{} in {}", summary(unreadable.report.counts()), side.shown)))
        }
    }
}

/// `cargo xtask rules`.
pub(crate) fn rules() -> Result<Status, Failure> {
    console::print(&tablature_diff::rules::table()).map(|()| Status::Done)
}

fn context(arguments: &Arguments, old: &Specs, new: &Specs) -> Context {
    // Annotations name files from the top of the repository.
    let root = |specs: &Specs| match arguments.format {
        Format::Github => from_repository(specs),
        _ => specs.shown.clone(),
    };
    Context {
        old: old.shown.clone(),
        new: new.shown.clone(),
        old_root: root(old),
        new_root: root(new),
        // All packages of the workspace, the bindings among them, have one version.
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

fn rendered(diff: &Diff, context: &Context, format: Format) -> String {
    match format {
        Format::Human => report::human(diff, context, console::output_has_color()),
        Format::Markdown => report::markdown(diff, context),
        Format::Json => report::json(diff, context),
        Format::Github => report::github(diff, context),
        Format::Changelog => tablature_diff::version::changelog(&context.version, diff),
    }
}

fn fails(diff: &Diff, fail_on: FailOn) -> bool {
    diff.open().any(|change| match fail_on {
        FailOn::None => false,
        FailOn::Wire => change.rule.wire == Wire::Fails,
        FailOn::Api => change.rule.api == Api::Breaks,
        FailOn::Any => Verdict::of(change.rule.wire, change.rule.api) > Verdict::Compatible,
    })
}
