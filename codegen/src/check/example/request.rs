//! An example sends what the tables have, in the way that they say.

use std::collections::BTreeMap;

use super::super::scope::{RowRef, Scope};
use super::Shown;
use super::sent::{Form, Sent, base, expected_form};
use crate::diag::{Code, Diagnostic};
use crate::model::{ListEncoding, Pair};

pub(super) fn run(scope: &Scope<'_>, shown: &Shown<'_>) {
    let mut times: BTreeMap<&str, &Pair> = BTreeMap::new();
    for sent in &shown.sent {
        let Some(side) = sent.row else {
            report_unknown(scope, sent.pair);
            continue;
        };
        report_form(scope, side, sent);
        let repeated = scope.row(side).is_some_and(|row| row.list && row.encoding == ListEncoding::Repeated);
        if let Some(earlier) =
            times.insert(&sent.pair.name, sent.pair).filter(|_| !repeated && !scope.coverage().has(side, "list"))
        {
            let diagnostic = Diagnostic::new(
                Code::ExampleRequest,
                format!("the example sends `{}` twice, but it is a single value", sent.pair.name),
            );
            let diagnostic = diagnostic.at(sent.pair.at, "again here").at(earlier.at, "first here");
            scope.push(diagnostic.help(
                "write `list: repeated` if it is a list, or add an erratum about `list` that says what was decided",
            ));
        }
    }
    report_bases(scope, shown);
}

fn report_unknown(scope: &Scope<'_>, pair: &Pair) {
    if scope.coverage().has(RowRef::Absent(&pair.name), "name")
        || scope.coverage().has(RowRef::Absent(&pair.name), "undocumented")
    {
        return;
    }
    let Some(action) = scope.action else { return };
    let names = action.request.iter().chain(&scope.provider.common).map(|row| row.name.value.as_str());
    let diagnostic =
        Diagnostic::new(Code::ExampleRequest, format!("the example sends `{}`, which no table has", pair.name));
    let diagnostic = diagnostic.at(pair.at, "");
    scope.push(match crate::diag::nearest(&pair.name, names) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("if the page does have it, add the row under `request`; if only this example shows it, add `{}: {{ type: string, basis: example }}`", base(&pair.name).0)),
    });
}

fn report_form(scope: &Scope<'_>, side: RowRef<'_>, sent: &Sent<'_>) {
    let Some(row) = scope.row(side) else { return };
    let expected = expected_form(row);
    if sent.form == expected || scope.coverage().has(side, "list") {
        return;
    }
    let (found, help) = match sent.form {
        Form::Numbered if row.list => {
            ("with a number, but the row says that it travels without", "write `list: indexed`")
        }
        Form::Numbered => ("with a number, but the row is a single value", "if it is a list, put its type in brackets"),
        Form::Plain => (
            "without a number, but the row is a numbered list",
            "if the list travels in another way, write `list: comma` or `list: repeated`",
        ),
    };
    let diagnostic = Diagnostic::new(Code::ExampleRequest, format!("the example sends `{}` {found}", row.name.value));
    let diagnostic = diagnostic.at(sent.pair.at, "").at(row.at, "the row");
    scope.push(diagnostic.help(help).help("if the page contradicts itself, add an erratum about `list`"));
}

/// The first entry of each list has the number that lists begin with.
fn report_bases(scope: &Scope<'_>, shown: &Shown<'_>) {
    let mut lowest: BTreeMap<&str, (u64, &Sent<'_>)> = BTreeMap::new();
    for sent in &shown.sent {
        for (list, number) in &sent.numbers {
            let entry = lowest.entry(list).or_insert((*number, sent));
            if *number < entry.0 {
                *entry = (*number, sent);
            }
        }
    }
    let usual = u64::try_from(scope.provider.list_base.value).unwrap_or(0);
    for (list, (number, sent)) in lowest {
        let Some((side, row)) = sent.row.and_then(|side| Some((side, scope.row(side)?))) else { continue };
        let own = base(&row.name.value).0 == list;
        let expected = match row.encoding {
            ListEncoding::Indexed(first) if own => u64::from(first),
            _ => usual,
        };
        if number == expected || scope.coverage().has(side, "list") || (own && expected_form(row) == Form::Plain) {
            continue;
        }
        let diagnostic = Diagnostic::new(
            Code::ExampleRequest,
            format!("the example numbers `{list}` from {number}, but its entries are numbered from {expected}"),
        );
        let diagnostic = diagnostic.at(sent.pair.at, "");
        let help = if own {
            format!(
                "write `list: {{ base: {number} }}` in the row `{}`, or correct `list_base` in `provider.yaml`",
                row.name.value
            )
        } else {
            "correct `list_base` in `provider.yaml`".to_owned()
        };
        scope.push(diagnostic.help(help));
    }
}
