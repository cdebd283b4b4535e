//! Workflow commands of GitHub Actions: each change beside the line that says it.

use std::fmt::Write as _;

use super::places::{Places, below};
use super::words::visible;
use super::{Context, human, verdict};
use crate::{Change, Diff, Verdict};

/// The report as workflow commands. What is gone is shown at the top of its action's file, as far as there is one.
pub fn github(diff: &Diff, context: &Context) -> String {
    let mut places = Places::new(&diff.new_files, &context.new_root);
    let mut text = String::new();
    for change in &diff.changes {
        let level = match (&change.accepted, verdict(change)) {
            (Some(_), _) | (None, Verdict::None | Verdict::Compatible) => "notice",
            (None, Verdict::Behavioural) => "warning",
            (None, Verdict::Breaking) => "error",
        };
        let accepted =
            change.accepted.as_ref().map_or(String::new(), |reason| format!("\naccepted: {}", visible(reason)));
        let body = format!("{}\n{}{accepted}", human::message(change), change.rule.explanation);
        let place = place(change, diff, context, &mut places);
        let _ = writeln!(text, "::{level} {place}title={}::{}", change.rule.id, escaped(&body));
    }
    for stale in &diff.stale {
        let place = places.find(stale.at).map_or(String::new(), |found| {
            format!("file={},line={},col={},", property(&found.file), found.line, found.column)
        });
        let body = format!("{}: {}", visible(&stale.change), stale.message());
        let level = if stale.was_accepted { "notice" } else { "warning" };
        let _ = writeln!(text, "::{level} {place}title=stale accepted change::{}", escaped(&body));
    }
    text
}

fn place(change: &Change, diff: &Diff, context: &Context, places: &mut Places<'_>) -> String {
    if let Some(found) = change.new.and_then(|at| places.find(at)) {
        return format!("file={},line={},col={},", property(&found.file), found.line, found.column);
    }
    let path = format!("{}.yaml", change.address.path);
    let is_there = diff.new_files.iter().any(|file| file.path == path);
    if is_there { format!("file={},line=1,", property(&below(&context.new_root, &path))) } else { String::new() }
}

/// A message ends at a line break.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property ends at a comma or a colon, too.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
