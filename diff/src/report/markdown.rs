//! A comment on a pull request: short enough to be read, and complete in a folded part.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::words::{code, step};
use super::{Context, Counts, plural, verdict};
use crate::accept::Stale;
use crate::rules::{Api, Wire};
use crate::version::{changelog, next};
use crate::{Change, Diff, Verdict, gravity};

/// How many changes, and how many stale entries, are shown before the fold.
const SHOWN: usize = 20;

/// A comment of GitHub holds 65,536 characters.
const LONGEST: usize = 60_000;

/// The report as a comment. The first line is the same in every report, so that a workflow finds its own comment.
pub fn markdown(diff: &Diff, context: &Context) -> String {
    let mut text = format!("<!-- tablature-diff -->\n### Documented facts: {}\n\n", diff.verdict().name());
    let _ = writeln!(text, "{} → {}: {}.", code(&context.old), code(&context.new), Counts::of(diff).sentence());
    if let Some(next) = next(&context.version, diff) {
        let _ = writeln!(
            text,
            "On the wire: **{}**. Rust API: **{}**. Next version of the bindings: {} → **{}**.",
            diff.wire().name(),
            diff.api().name(),
            context.version,
            next.version
        );
    }
    stale(diff, &mut text);
    if diff.changes.is_empty() {
        return text;
    }
    let groups = groups(diff);
    top(&groups, &mut text);
    kinds(diff, &mut text);
    let mut folded = String::new();
    all(&groups, &mut folded, LONGEST.saturating_sub(text.len()));
    text.push_str(&folded);
    let entry = changelog(&context.version, diff);
    let entry = format!("\n<details><summary>Changelog entry</summary>\n\n{}\n</details>\n", fenced(&entry));
    if text.len() + entry.len() < LONGEST {
        text.push_str(&entry);
    }
    text
}

/// Changes by action, the most serious action first.
fn groups(diff: &Diff) -> Vec<(&str, Vec<&Change>)> {
    let mut groups: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in &diff.changes {
        groups.entry(&change.address.path).or_default().push(change);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    let gravity = |changes: &[&Change]| changes.iter().map(|change| (change.accepted.is_none(), gravity(change))).max();
    groups.sort_by_key(|(_, changes)| Reverse(gravity(changes)));
    groups
}

/// What harms somebody, up to a number that can be read.
fn top(groups: &[(&str, Vec<&Change>)], text: &mut String) {
    let mut left = SHOWN;
    let mut hidden = 0;
    let mut explained = BTreeSet::new();
    for (path, changes) in groups {
        let harmful: Vec<&&Change> = changes.iter().filter(|change| verdict(change) > Verdict::Compatible).collect();
        let shown = harmful.len().min(left);
        hidden += harmful.len() - shown;
        left -= shown;
        if shown > 0 {
            let _ = writeln!(text, "\n**{}**\n", code(path));
        }
        for change in harmful.iter().take(shown) {
            let _ = writeln!(text, "- {}", line(change, explained.insert(change.rule.id)));
        }
    }
    if hidden > 0 {
        let _ = writeln!(text, "\n… and {hidden} more that harm somebody, in the full list.");
    }
}

/// A change; what its kind means is said at the first of its kind.
fn line(change: &Change, explain: bool) -> String {
    let mut line = format!("**{}**", whom(change));
    let thing = format!("{} {}", change.address.thing, change.address.attribute);
    if !thing.trim().is_empty() {
        let _ = write!(line, " {}", code(thing.trim()));
    }
    let step = step(change);
    if !step.is_empty() {
        let _ = write!(line, ": {step}");
    }
    if explain {
        let _ = write!(line, ". {}", change.rule.explanation);
    }
    if let Some(evidence) = &change.guess {
        let _ = write!(line, " *A guess: {evidence}.*");
    }
    if let Some(reason) = &change.accepted {
        let _ = write!(line, " **Accepted:** {}", code(reason));
    }
    line
}

/// The verdict, and whom it is about.
fn whom(change: &Change) -> &'static str {
    match (change.rule.wire, change.rule.api) {
        (Wire::Fails, Api::Breaks) => "breaking on the wire and in Rust",
        (Wire::Fails, _) => "breaking on the wire",
        (_, Api::Breaks) => "breaking in Rust",
        _ => verdict(change).name(),
    }
}

/// How many changes there are of each kind, when they are too many to be read.
fn kinds(diff: &Diff, text: &mut String) {
    if diff.changes.len() <= SHOWN {
        return;
    }
    let mut kinds: BTreeMap<&str, (&Change, usize)> = BTreeMap::new();
    for change in &diff.changes {
        kinds.entry(change.rule.id).or_insert((change, 0)).1 += 1;
    }
    let mut kinds: Vec<(&Change, usize)> = kinds.into_values().collect();
    kinds.sort_by_key(|(change, count)| Reverse((gravity(change), *count)));
    text.push_str(
        "\n<details><summary>Changes by kind</summary>\n\n| rule | wire | API | changes |\n|---|---|---|---|\n",
    );
    for (Change { rule, .. }, count) in kinds {
        let _ = writeln!(text, "| `{}` | {} | {} | {count} |", rule.id, rule.wire.name(), rule.api.name());
    }
    text.push_str("\n</details>\n");
}

/// Every change, as far as the comment is long enough.
fn all(groups: &[(&str, Vec<&Change>)], text: &mut String, room: usize) {
    const RESERVED: usize = 400;
    let count: usize = groups.iter().map(|(_, changes)| changes.len()).sum();
    let _ = write!(
        text,
        "\n<details><summary>All changes ({count})</summary>\n\n| change | | rule | wire | API | fingerprint |\n|---|---|---|---|---|---|\n"
    );
    let mut left = count;
    for change in groups.iter().flat_map(|(_, changes)| changes) {
        let rule = change.rule;
        let notes = [change.guess.as_ref().map(|_| "guess"), change.accepted.as_ref().map(|_| "accepted")];
        let notes: Vec<&str> = notes.into_iter().flatten().collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
        let row = format!(
            "| {} | {}{notes} | `{}` | {} | {} | `{}` |\n",
            code(&change.address.to_string()),
            step(change),
            rule.id,
            rule.wire.name(),
            rule.api.name(),
            change.fingerprint()
        );
        if text.len() + row.len() + RESERVED > room {
            break;
        }
        text.push_str(&row);
        left -= 1;
    }
    if left > 0 {
        let _ = write!(
            text,
            "\n{} of these {count} do not fit into a comment; `cargo xtask diff` in a clone lists all.\n",
            plural(left, "change")
        );
    }
    text.push_str("\n</details>\n");
}

/// Entries that accept nothing; those that did their work before are only counted.
fn stale(diff: &Diff, text: &mut String) {
    let (old, new): (Vec<&Stale>, Vec<&Stale>) = diff.stale.iter().partition(|stale| stale.was_accepted);
    for stale in new.iter().take(SHOWN) {
        let _ = writeln!(
            text,
            "\n> Accepted change that no longer applies: {} ({}, {}): {}.",
            code(&stale.change),
            code(&stale.fingerprint),
            code(&stale.reason),
            stale.message()
        );
    }
    for (count, what) in [
        (new.len().saturating_sub(SHOWN), "more that no longer apply"),
        (old.len(), "that both states accept, to be removed after a release"),
    ] {
        if count > 0 {
            let _ = writeln!(text, "\n> {} {what}.", plural(count, "accepted change"));
        }
    }
}

/// Text in a block that it cannot end.
fn fenced(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0).max(2);
    let fence = "`".repeat(longest + 1);
    format!("{fence}markdown\n{text}{fence}\n")
}
