//! The arguments of `cargo xtask diff`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches};

use super::{help, specs_argument};

/// What to compare, and how to say it.
#[derive(Debug)]
pub(crate) struct Diff {
    /// A folder of specs, or a git revision.
    pub(crate) old: String,
    /// The same; left out, the specs as they are on disk.
    pub(crate) new: Option<String>,
    /// Folder of the specs, if not `specs/` of this repository; revisions are read there, too.
    pub(crate) specs: Option<PathBuf>,
    pub(crate) format: Format,
    pub(crate) fail_on: FailOn,
}

/// How the changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// With the lines of the specs, for the eye.
    Human,
    /// A comment on a pull request.
    Markdown,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// The entry of a changelog, alone.
    Changelog,
}

/// Which changes make the command fail, when nobody has accepted them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailOn {
    /// No change.
    None,
    /// Running programs fail.
    Wire,
    /// Sources do not compile.
    Api,
    /// Either of both, or something behaves otherwise.
    Any,
}

const FORMATS: [(&str, Format); 5] = [
    ("human", Format::Human),
    ("markdown", Format::Markdown),
    ("json", Format::Json),
    ("github", Format::Github),
    ("changelog", Format::Changelog),
];

const FAILURES: [(&str, FailOn); 4] =
    [("none", FailOn::None), ("wire", FailOn::Wire), ("api", FailOn::Api), ("any", FailOn::Any)];

impl Diff {
    pub(super) fn from_matches(matches: &ArgMatches) -> Self {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        Self {
            old: text("old").unwrap_or_default(),
            new: text("new"),
            specs: matches.get_one::<PathBuf>("specs").cloned(),
            format: chosen(&FORMATS, text("format"), Format::Human),
            fail_on: chosen(&FAILURES, text("fail-on"), FailOn::None),
        }
    }
}

fn chosen<T: Copy>(words: &[(&str, T)], word: Option<String>, otherwise: T) -> T {
    words.iter().find(|(name, _)| Some(*name) == word.as_deref()).map_or(otherwise, |(_, value)| *value)
}

pub(super) fn command() -> clap::Command {
    let state = "A folder of specs, or a git revision (`main`, `v0.1.0`, `HEAD~2`, `main:other/folder`)";
    clap::Command::new("diff")
        .about("Say which documented facts changed between two states of the specs, and whom it breaks")
        .after_help(help::DIFF)
        .arg(Arg::new("old").value_name("OLD").required(true).help(state))
        .arg(Arg::new("new").value_name("NEW").help("The same [default: the specs as they are on disk]"))
        .arg(specs_argument())
        .arg(word("format", "FORMAT", &FORMATS).help("How to print the changes"))
        .arg(word("fail-on", "WHAT", &FAILURES).help("Which changes make the command fail, unless they are accepted"))
}

pub(super) fn rules_command() -> clap::Command {
    clap::Command::new("rules")
        .about("List every kind of change that `diff` knows, with its verdicts")
        .after_help(help::EXIT_STATUS)
}

/// An option that takes one of these words; the first is the default.
fn word<T>(name: &'static str, value: &'static str, words: &'static [(&'static str, T)]) -> Arg {
    let names: Vec<&'static str> = words.iter().map(|(name, _)| *name).collect();
    let default = names.first().copied().unwrap_or_default();
    Arg::new(name).long(name).value_name(value).default_value(default).value_parser(PossibleValuesParser::new(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_a_meaning_each() {
        for (format, expected) in FORMATS {
            let matches = command().try_get_matches_from(["diff", "a", "b", "--format", format]).expect("it is right");
            assert_eq!(Diff::from_matches(&matches).format, expected);
        }
        let matches = command().try_get_matches_from(["diff", "a", "--fail-on", "api"]).expect("it is right");
        let found = Diff::from_matches(&matches);
        assert_eq!((found.old.as_str(), found.new, found.fail_on), ("a", None, FailOn::Api));
    }
}
