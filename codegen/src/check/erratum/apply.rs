//! An erratum still applies: the examples show what it says that they show, and the places still differ.

use super::super::coverage::{claims, row_ref};
use super::super::scope::{RowRef, Scope};
use super::super::values::{documented_breach, read};
use super::Subject;
use super::decision::is_shown;
use super::sighting::{Sighting, examples, sightings};
use crate::diag::{Code, Diagnostic};
use crate::model::Row;
use crate::vocabulary::{Basis, Direction, Scalar};

pub(super) fn run(scope: &Scope<'_>, subject: &Subject<'_>, attribute: &str) {
    let Some(side) = row_ref(subject.target).filter(|side| is_shown(*side)) else { return };
    let row = scope.row(side);
    if row.is_some_and(|row| report_row(scope, subject, attribute, row)) {
        return;
    }
    let Some(claims) = claims(subject.erratum) else { return };
    let seen: Vec<Vec<Sighting>> = examples(scope, side).map(|shown| sightings(shown, side)).collect();
    if claims == ["absent"] {
        if !seen.is_empty() && seen.iter().all(|seen| !seen.is_empty()) {
            stale(scope, subject, format!("the examples now show `{}`", subject.about), "remove the erratum");
        }
        return;
    }
    let seen: Vec<&Sighting> = seen.iter().flatten().collect();
    if seen.is_empty() {
        stale(
            scope,
            subject,
            format!("no example shows `{}`", subject.about),
            "correct `about`, or remove the erratum",
        );
        return;
    }
    for claim in &claims {
        if let Some(fault) = fault(scope, side, row, attribute, claim, &seen) {
            stale(scope, subject, fault, "correct `says`, or remove the erratum if the page has been corrected");
        }
    }
}

/// What the row itself must say for the erratum to apply. Whether it was reported that it does not.
fn report_row(scope: &Scope<'_>, subject: &Subject<'_>, attribute: &str, row: &Row) -> bool {
    let name = &row.name.value;
    let spelling = || {
        subject
            .says("example")
            .filter(|spelling| spelling != name && row.aliases.iter().all(|alias| alias.value != *spelling))
    };
    let (fault, help) = match (attribute, row.basis) {
        ("undocumented", Basis::Example) => return false,
        ("undocumented", basis) => (
            format!("the basis of `{name}` is `{}`, so that the table has it", basis.name()),
            "write `basis: example` in the row, or remove the erratum".to_owned(),
        ),
        ("missing", Basis::Example) => (
            format!("the basis of `{name}` is `example`, so that an example does show it"),
            "correct the basis of the row, or remove the erratum".to_owned(),
        ),
        ("name", _) => {
            let Some(spelling) = spelling() else { return false };
            (
                format!("`{spelling}` is not an alias of `{name}`"),
                format!("add `aliases: [{spelling}]` to the row, so that such an answer can be read"),
            )
        }
        _ => return false,
    };
    stale(scope, subject, fault, &help);
    true
}

/// Why the examples do not show what was claimed.
fn fault<'m>(
    scope: &Scope<'m>,
    side: RowRef<'_>,
    row: Option<&'m Row>,
    attribute: &str,
    claim: &str,
    seen: &[&Sighting],
) -> Option<String> {
    match attribute {
        "name" => missing(claim, seen.iter().map(|one| one.name.clone()), "no example spells it"),
        "type" => missing(claim, seen.iter().map(|one| one.kind.to_owned()), "no example has a value of the kind"),
        "list" if side.direction() == Direction::Request => {
            (!travels(claim, seen)).then(|| format!("no example sends it in the way `{claim}`"))
        }
        "value" => {
            let shown = seen.iter().filter_map(|one| Some((one.value.as_ref()?, one.random)));
            match shown.clone().find(|(value, _)| value.wire() == claim) {
                None => missing(claim, shown.map(|(value, _)| value.wire()), "no example has the value"),
                Some((_, true)) => None,
                Some((value, false)) => row.and_then(|row| documented(scope, side, row, value)),
            }
        }
        _ => None,
    }
}

fn missing(claim: &str, mut shown: impl Iterator<Item = String>, what: &str) -> Option<String> {
    shown.all(|shown| shown != claim).then(|| format!("{what} `{claim}`"))
}

/// A value that the row lists by now is no contradiction.
fn documented<'m>(scope: &Scope<'m>, side: RowRef<'_>, row: &'m Row, value: &Scalar) -> Option<String> {
    let value = match (side.direction(), value) {
        (Direction::Request, Scalar::Text(text)) => read(scope, row.kind, text)?,
        _ => value.clone(),
    };
    let empty = matches!(&value, Scalar::Text(text) if text.is_empty());
    (!empty && documented_breach(scope, side, row, &value).is_none())
        .then(|| format!("`{}` is one of the documented values of `{}`", value.wire(), row.name.value))
}

/// Whether the examples send the row in this way. Joined values cannot be told from one value with commas in it.
fn travels(way: &str, seen: &[&Sighting]) -> bool {
    let numbered = seen.iter().any(|one| one.numbered);
    match way {
        "repeated" => !numbered && seen.len() > 1,
        "single" => !numbered && seen.len() == 1,
        "comma" => !numbered,
        "indexed" => numbered,
        _ => {
            numbered
                && way
                    .strip_prefix("{ base: ")
                    .and_then(|rest| rest.strip_suffix(" }"))
                    .is_none_or(|base| seen.iter().any(|one| one.name.ends_with(&format!(".{base}"))))
        }
    }
}

fn stale(scope: &Scope<'_>, subject: &Subject<'_>, fault: String, help: &str) {
    let diagnostic = Diagnostic::new(Code::ErratumStale, format!("the erratum no longer applies: {fault}"));
    scope.push(diagnostic.at(subject.at, "").help(help));
}
