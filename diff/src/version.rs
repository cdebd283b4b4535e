//! Which version follows, and what its changelog says.

use crate::report::words;
use crate::rules::{Api, Section, Wire, fact};
use crate::{Change, Diff, Verdict};

/// The next version of the bindings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The version: `0.2.0`.
    pub version: String,
    /// Why it is this one.
    pub step: Step,
}

/// By how much the version goes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sources do not compile: before 1.0 the second number, then the first.
    Breaking,
    /// The API offers more, or calls do something else: before 1.0 the third number, then the second.
    Feature,
    /// Documentation and data: the third number.
    Patch,
}

impl Step {
    /// `breaking`, `feature`, `patch`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Feature => "feature",
            Self::Patch => "patch",
        }
    }
}

/// The version that follows from the changes by Cargo's rules, accepted ones included: the compiler has accepted nothing.
/// Nothing when nothing changed, or when the current version is not three numbers.
pub fn next(current: &str, diff: &Diff) -> Option<Next> {
    let step = match (diff.api(), diff.wire()) {
        _ if diff.changes.is_empty() => return None,
        (Api::Breaks, _) => Step::Breaking,
        (Api::Same, Wire::Unnoticed) => Step::Patch,
        _ => Step::Feature,
    };
    let plain = current.split(['-', '+']).next().unwrap_or("");
    let numbers: Vec<u64> = plain.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [major, minor, patch] = numbers[..] else { return None };
    let next = match (step, major, minor) {
        (Step::Breaking, 0, 0) | (Step::Patch, _, _) | (Step::Feature, 0, _) => (major, minor, patch.checked_add(1)?),
        (Step::Breaking, 0, _) | (Step::Feature, _, _) => (major, minor.checked_add(1)?, 0),
        (Step::Breaking, _, _) => (major.checked_add(1)?, 0, 0),
    };
    Some(Next { version: format!("{}.{}.{}", next.0, next.1, next.2), step })
}

/// An entry in the form of Keep a Changelog. What neither programs nor their authors notice is left out.
pub fn changelog(current: &str, diff: &Diff) -> String {
    let heading = next(current, diff)
        .map_or_else(|| "[Unreleased]".to_owned(), |next| format!("[{}] - Unreleased", next.version));
    let mut text = format!("## {heading}\n");
    for section in [Section::Added, Section::Changed, Section::Deprecated, Section::Removed] {
        let entries: Vec<String> =
            diff.changes.iter().filter(|change| change.rule.section == section && is_told(change)).map(entry).collect();
        if !entries.is_empty() {
            text.push_str(&format!("\n### {}\n\n{}", section.name(), entries.concat()));
        }
    }
    text
}

fn is_told(change: &Change) -> bool {
    change.rule != &fact::ROW_MOVED && change.rule != &fact::FACT_STATED
}

fn entry(change: &Change) -> String {
    let mark = match Verdict::of(change.rule.wire, change.rule.api) {
        Verdict::Breaking => "**Breaking:** ",
        Verdict::Behavioural => "**Behaviour:** ",
        Verdict::None | Verdict::Compatible => "",
    };
    let step = words::step(change);
    let step = if step.is_empty() { String::new() } else { format!(" ({step})") };
    format!("- {mark}{}{step}: {}\n", words::code(&change.address.to_string()), change.rule.explanation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Rule, limit, parameter};

    fn step(current: &str, rules: &[&'static Rule]) -> Option<String> {
        let changes = rules.iter().map(|rule| Change::new(rule, "acme/box/ListThings", "request Limit")).collect();
        Some(next(current, &Diff { changes, ..Diff::default() })?.version)
    }

    #[test]
    fn versions_follow_the_rules_of_cargo() {
        let breaks: &[&'static Rule] = &[&parameter::PARAMETER_ADDED, &parameter::BECAME_OPTIONAL];
        for (current, rules, next) in [
            ("0.1.0", breaks, Some("0.2.0")),
            ("1.4.2", breaks, Some("2.0.0")),
            ("0.0.3", breaks, Some("0.0.4")),
            ("0.1.7", &[&parameter::PARAMETER_ADDED], Some("0.1.8")),
            ("1.1.7", &[&parameter::PARAMETER_ADDED], Some("1.2.0")),
            ("1.1.7", &[&limit::RANGE_NARROWED], Some("1.2.0")),
            ("1.1.7", &[&fact::DEPRECATED], Some("1.1.8")),
            ("1.1.7-rc.1", &[&fact::DEPRECATED], Some("1.1.8")),
            ("1.1.7", &[], None),
            ("one", &[&fact::DEPRECATED], None),
        ] {
            assert_eq!(step(current, rules).as_deref(), next, "{current}");
        }
    }

    #[test]
    fn a_changelog_says_what_somebody_notices() {
        let rules = [&parameter::PARAMETER_ADDED, &parameter::PARAMETER_REMOVED, &fact::ROW_MOVED];
        let changes = rules.iter().map(|rule| Change::new(rule, "acme/box/ListThings", "request Limit")).collect();
        let text = changelog("0.1.0", &Diff { changes, ..Diff::default() });
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(headings, ["## [0.2.0] - Unreleased", "### Added", "### Removed"]);
        assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), 2);
        assert!(text.contains("- **Breaking:** `acme/box/ListThings request Limit`: "), "{text}");
    }
}
