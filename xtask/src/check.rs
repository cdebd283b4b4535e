//! `cargo xtask check`: diagnostics, and nothing else.

use tablature_codegen::diag::{Counts, Report};

use crate::arguments::{Check, Format};
use crate::console::{self, count};
use crate::failure::{Failure, Status};
use crate::place;
use crate::specs::{self, Problem, Specs};

pub(crate) fn run(arguments: &Check) -> Result<Status, Failure> {
    let specs = specs::read(arguments.specs.as_deref())?;
    let mut text = rendered_problems(&specs, arguments.format);
    if !specs.problems.is_empty() {
        console::print(&text)?;
        return Ok(Status::Faulty);
    }
    let report = tablature_codegen::check(&specs.files);
    text += &rendered(&report, &specs, arguments.format);
    console::print(&text)?;
    Ok(if report.has_errors() { Status::Faulty } else { Status::Done })
}

fn rendered(report: &Report, specs: &Specs, format: Format) -> String {
    match format {
        Format::Human => {
            let text = report.human(&specs.files, &specs.shown, console::output_has_color());
            format!("{text}{}: {}\n", specs.counted(), summary(report.counts()))
        }
        Format::Json => report.json(&specs.files, &specs.shown),
        Format::Github => report.github(&specs.files, &from_repository(specs)),
    }
}

/// Workflow commands name files from the top of the repository, wherever they are run.
pub(crate) fn from_repository(specs: &Specs) -> String {
    let root = place::settled(&place::repository()).unwrap_or_default();
    specs.folder.strip_prefix(&root).map_or_else(|_| specs.shown.clone(), place::slashed)
}

/// `2 errors and 1 warning`.
pub(crate) fn summary(counts: Counts) -> String {
    match (counts.errors, counts.warnings) {
        (0, 0) => "no errors".to_owned(),
        (0, warnings) => format!("no errors, {}", count(warnings, "warning")),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

/// What is wrong with files as such, in the shapes that the report of the specs has.
pub(crate) fn rendered_problems(specs: &Specs, format: Format) -> String {
    let hints = specs.hints.iter().map(|problem| ("warning", problem));
    let problems = specs.problems.iter().map(|problem| ("error", problem));
    hints.chain(problems).map(|(severity, problem)| rendered_problem(specs, severity, problem, format)).collect()
}

fn rendered_problem(specs: &Specs, severity: &str, Problem { path, message }: &Problem, format: Format) -> String {
    let file = format!("{}/{path}", specs.shown);
    match format {
        Format::Human => format!("{severity}: {file}: {message}\n"),
        Format::Json => {
            let object = serde_json::json!({
                "code": "file", "severity": severity, "message": message,
                "file": file, "line": 1, "column": 1, "labels": [], "help": [],
            });
            format!("{object}\n")
        }
        Format::Github => {
            let file = format!("{}/{path}", from_repository(specs));
            let file = file.replace('%', "%25").replace(':', "%3A").replace(',', "%2C");
            format!("::{severity} file={file},title=file::{message}\n")
        }
    }
}
