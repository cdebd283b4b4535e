//! `cargo xtask gen`: from specs to bindings.

use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use tablature_codegen::diag::Report;
use tablature_codegen::kept::Kept;
use tablature_codegen::{MARKER, Manifest, Options};

use crate::arguments::{Format, Gen};
use crate::check::{rendered_problems, summary};
use crate::console::{self, count};
use crate::failure::{Failure, Status};
use crate::memo::{self, Made, Memo, Recalled, Warnings};
use crate::place;
use crate::specs::{self, Specs};
use crate::tree::{self, Change, Changes, Mode};

pub(crate) fn run(arguments: &Gen) -> Result<Status, Failure> {
    let start = Instant::now();
    let mode = if arguments.check { Mode::Check } else { Mode::Write };
    let own = place::settled(&place::repository().join("generated"))?;
    let out = arguments.out.as_deref().map_or_else(|| Ok(own.clone()), place::settled)?;

    let specs = specs::read(arguments.specs.as_deref())?;
    console::warn(&rendered_problems(&specs, Format::Human));
    if !specs.problems.is_empty() {
        return Err(Failure::faulty("nothing was written"));
    }
    let options = Options {
        manifest: manifest(&out, &own)?,
        threads: available_parallelism().map_or(1, usize::from),
        crate_size: Options::CRATE_SIZE,
    };
    // Warnings name the folder of the specs as it was named, which is another one from another place.
    let frame = format!("{:?} {}", options.manifest, specs.shown);
    let memo = Memo::new(&specs.files, &frame, &out).filter(|_| mode == Mode::Write);
    let made = match memo.as_ref().map(Memo::recall) {
        Some(Recalled::All(made)) => made,
        Some(Recalled::Some(kept, warnings)) => generate(&specs, &options, &kept, warnings, memo.as_ref())?,
        None => generate(&specs, &options, &Kept::default(), Warnings::new(), None)?,
    };
    let color = usize::from(console::errors_have_color());
    console::warn(&made.warnings.values().map(|texts| texts[color].as_str()).collect::<String>());
    let changes = tree::write_or_check(&out, &made.files, MARKER, mode)?;
    let text = match mode {
        Mode::Write => written(&changes, &out, &specs, start.elapsed()),
        Mode::Check => checked(&changes, &out, &specs, arguments),
    };
    console::print(&text)?;
    Ok(if mode == Mode::Check && !changes.is_empty() { Status::Faulty } else { Status::Done })
}

/// The texts of the crate, and what there is to warn of.
fn generate(
    specs: &Specs,
    options: &Options,
    kept: &Kept,
    mut warnings: Warnings,
    memo: Option<&Memo<'_>>,
) -> Result<Made, Failure> {
    let human = |report: &Report, color| report.human(&specs.files, &specs.shown, color);
    let output = tablature_codegen::generate_with(kept, &specs.files, options).map_err(|report| {
        console::warn(&human(&report, console::errors_have_color()));
        Failure::faulty(format!("{} in the specs; nothing was written", summary(report.counts())))
    })?;
    let found = output.report.grouped(&specs.files, memo::group);
    warnings.extend(found.into_iter().map(|(group, report)| (group, [false, true].map(|color| human(&report, color)))));
    let made = Made { files: output.files, actions: output.actions, outlines: output.outlines, warnings };
    if let Some(memo) = memo {
        memo.keep(&made);
    }
    Ok(made)
}

/// The repository's own bindings are a member of its workspace; any other folder becomes a crate of its own, which
/// finds the runtime by a path: a relative one inside of this repository, which may be moved as a whole.
fn manifest(out: &Path, own: &Path) -> Result<Manifest, Failure> {
    if out == own {
        return Ok(Manifest::Member);
    }
    let root = place::settled(&place::repository())?;
    let runtime = root.join("runtime");
    let inside = if out.starts_with(&root) { place::relative(out, &runtime) } else { None };
    Ok(Manifest::Standalone { runtime_path: place::slashed(&inside.unwrap_or(runtime)) })
}

fn written(changes: &Changes, out: &Path, specs: &Specs, elapsed: Duration) -> String {
    let mut text = listed(changes, out, |change| match change {
        Change::Created => "created",
        Change::Changed => "changed",
        Change::Removed => "removed",
        Change::Foreign => "foreign",
    });
    if changes.count(Change::Foreign) > 0 {
        text += "foreign files are not written by this command and were left as they are; move them elsewhere\n";
    }
    let done: Vec<String> = [(Change::Created, "created"), (Change::Changed, "changed"), (Change::Removed, "removed")]
        .into_iter()
        .filter(|(change, _)| changes.count(*change) > 0)
        .map(|(change, verb)| format!("{} {verb}", count(changes.count(change), "file")))
        .collect();
    let done = if done.is_empty() { "nothing to do".to_owned() } else { done.join(", ") };
    text + &format!("{}: {done} ({} ms)\n", specs.counted(), elapsed.as_millis())
}

fn checked(changes: &Changes, out: &Path, specs: &Specs, arguments: &Gen) -> String {
    if changes.is_empty() {
        return format!("{}: {} is up to date\n", specs.counted(), place::shown(out));
    }
    let mut text = listed(changes, out, |change| match change {
        Change::Created => "missing",
        Change::Changed => "differs",
        Change::Removed => "orphan",
        Change::Foreign => "foreign",
    });
    let foreign = changes.count(Change::Foreign);
    let stale = changes.len() - foreign;
    if stale > 0 {
        let command = repair(arguments);
        text += &format!("{} not what the specs call for; repair with: {command}\n", are(stale));
    }
    if foreign > 0 {
        let them = if foreign == 1 { "it" } else { "them" };
        text += &format!("{} not written by `gen`; move {them} elsewhere by hand\n", are(foreign));
    }
    text
}

/// `1 file is`, `2 files are`.
fn are(number: usize) -> String {
    format!("{} {}", count(number, "file"), if number == 1 { "is" } else { "are" })
}

fn listed(changes: &Changes, out: &Path, word: impl Fn(Change) -> &'static str) -> String {
    let root = place::shown(out);
    changes.iter().map(|(path, change)| format!("{:<8} {root}/{path}\n", word(change))).collect()
}

/// The command that brings the folder up to date, with the folders that were named.
fn repair(arguments: &Gen) -> String {
    let named = |flag: &str, folder: &Option<PathBuf>| {
        folder.as_ref().map_or_else(String::new, |folder| format!(" {flag} {}", quoted(&folder.to_string_lossy())))
    };
    format!("cargo xtask gen{}{}", named("--specs", &arguments.specs), named("--out", &arguments.out))
}

/// Ready to be pasted into a shell.
fn quoted(text: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "/._-+,:@".contains(character);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
