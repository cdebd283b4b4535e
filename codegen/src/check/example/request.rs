//! An example sends what the tables have, in the way that they say.

use std::collections::BTreeMap;

use super::super::proposal::{Sides, erratum, list_words};
use super::super::scope::{RowRef, Scope};
use super::Shown;
use super::sent::{Number, Sent};
use crate::diag::{Code, Diagnostic};
use crate::model::{Form, ListEncoding, Pair, base};

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
            let sides = Sides { table: "single", example: "repeated", decision: "single" };
            let entry = erratum(scope, side, "list", &sides);
            let diagnostic = diagnostic.help("if it is a list, write `list: repeated`");
            scope.push(diagnostic.help(format!("if the page contradicts itself, {entry}")));
        }
    }
    report_untaken(scope, shown);
    report_numbers(scope, shown);
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
    let diagnostic = diagnostic.at(pair.at, "").misses(&pair.name);
    if pair.name == scope.provider.action_parameter {
        let row = format!("`{}: {{ type: string, required: true }}`", pair.name);
        let help = format!(
            "it names the action: add the row {row} under `common` in `{}`, or, if only this page has it, \
             `{}: {{ type: string, const: {} }}` under `request`",
            scope.provider.path, pair.name, action.name.value
        );
        scope.push(diagnostic.help(help));
        return;
    }
    scope.push(match crate::diag::nearest(&pair.name, names) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("if the page does have it, add the row under `request`; if only this example shows it, add `{}: {{ type: string, basis: example }}`", base(&pair.name).0)),
    });
}

fn report_form(scope: &Scope<'_>, side: RowRef<'_>, sent: &Sent<'_>) {
    let Some(row) = scope.row(side) else { return };
    let expected = Form::of(row);
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
    let own = list_words(row).swap_remove(0);
    let shown = if sent.form == Form::Numbered { "indexed" } else { "single" };
    let entry = erratum(scope, side, "list", &Sides { table: &own, example: shown, decision: &own });
    scope.push(diagnostic.help(help).help(format!("if the page contradicts itself, {entry}")));
}

/// What no field of the request takes would be lost without a word.
fn report_untaken(scope: &Scope<'_>, shown: &Shown<'_>) {
    let reported = |pair: &Pair| {
        let mut sent = shown.sent.iter().filter(|sent| std::ptr::eq(sent.pair, pair));
        sent.any(|sent| sent.row.and_then(|side| scope.row(side)).is_some_and(|row| Form::of(row) != sent.form))
    };
    for pair in shown.call.untaken.iter().filter(|pair| !reported(pair)) {
        let message = format!("the example sends `{}`, which no value of the request takes", pair.name);
        let help = "if it is a struct, send the rows in it; if it is a value, remove the rows that make it a struct";
        scope.report(Code::ExampleRequest, message, (pair.at, ""), help);
    }
}

/// The entries of each list have numbers without gaps, from the one that lists begin with.
fn report_numbers(scope: &Scope<'_>, shown: &Shown<'_>) {
    let mut lists: BTreeMap<&str, BTreeMap<u64, (&Number, &Sent<'_>)>> = BTreeMap::new();
    for sent in &shown.sent {
        for number in &sent.numbers {
            lists.entry(&number.list).or_default().entry(number.number).or_insert((number, sent));
        }
    }
    for (list, entries) in lists {
        let counted = entries.into_values().enumerate();
        let mut wrong =
            counted.filter(|(rank, (number, _))| number.number != number.first.saturating_add(*rank as u64));
        let Some((rank, (number, sent))) = wrong.next() else { continue };
        let Some((side, row)) = sent.row.and_then(|side| Some((side, scope.row(side)?))) else { continue };
        let own = base(&row.name.value).0 == base(&format!("{list}.n.x")).0.trim_end_matches(".n.x");
        if scope.coverage().has(side, "list") || (own && Form::of(row) == Form::Plain) {
            continue;
        }
        let Number { number, first, .. } = number;
        let (message, help) = if rank > 0 {
            let message = format!("the example skips an entry of `{list}` before {number}");
            let own = list_words(row).swap_remove(0);
            let entry = erratum(scope, side, "list", &Sides { table: &own, example: "gaps", decision: &own });
            (message, format!("correct the numbers; if the page has them so, {entry}"))
        } else {
            let message =
                format!("the example numbers `{list}` from {number}, but its entries are numbered from {first}");
            let base = "correct `list_base` in `provider.yaml`";
            let name = &row.name.value;
            let own_base = || format!("write `list: {{ base: {number} }}` in the row `{name}`, or {base}");
            (message, if own { own_base() } else { base.to_owned() })
        };
        scope.report(Code::ExampleRequest, message, (sent.pair.at, ""), help);
    }
}
