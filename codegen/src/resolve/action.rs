//! Actions.

use std::collections::BTreeMap;

use super::names::{action_name, wire_name};
use super::provider::errors;
use super::row::{Surroundings, plain, row};
use super::scope::Scope;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::*;
use crate::source::{At, Spanned};
use crate::spec::{
    ActionSpec, Basis, ColumnSpec, EnumSpec, ExampleSpec, PagingSpec, Required, RuleSpec, Scalar, TableSpec, Text,
};

/// So many types may stand in a spec; what follows them into each other then stays within bounds. The largest known page has
/// two dozen.
const MOST_TYPES: usize = 1_000;

/// The action, unless it has no usable name or is too large; that has been reported then.
pub(super) fn action(spec: &ActionSpec, provider: &Provider, sink: &Sink) -> Option<Action> {
    let name = spec.action.clone()?;
    if !action_name(&name, sink) {
        return None;
    }
    if let Some(beyond) = spec.types.get(MOST_TYPES) {
        let message = format!("the spec has {} types; {MOST_TYPES} is the most", spec.types.len());
        let help = "no answer is made of so many; type the rows that nobody reads as `object`";
        sink.push(Diagnostic::new(Code::TooLarge, message).at(beyond.name.at, "").help(help));
        return None;
    }
    report_path(spec, &name, sink);
    let scope = Scope::of_action(spec, sink);
    let around = |unmarked: Option<&Spanned<Required>>, usual, numbered_names| Surroundings {
        scope: &scope,
        unmarked: unmarked.map_or(usual, |required| required.value),
        list_base: provider.list_base.value,
        numbered_names,
    };
    let request = around(spec.unmarked.request.as_ref(), provider.unmarked.request, true);
    let response = around(spec.unmarked.response.as_ref(), provider.unmarked.response, false);
    let mut action = Action {
        file: spec.file,
        path: spec.path.clone(),
        title: plain(spec.title.as_ref()),
        doc: plain(spec.doc.as_ref()),
        source: spec.source.clone(),
        deprecated: spec.deprecated.clone(),
        changes: spec.changes.as_ref().map_or_else(|| !only_reads(&name.value), |changes| changes.value),
        endpoint: spec.endpoint.clone(),
        paging: None,
        request: spec.request.iter().map(|one| row(one, &request, sink)).collect(),
        fields: Vec::new(),
        response: spec.response.iter().map(|one| row(one, &response, sink)).collect(),
        types: spec
            .types
            .iter()
            .map(|kind| Type {
                name: kind.name.clone(),
                doc: plain(kind.doc.as_ref()),
                rows: kind.rows.iter().map(|one| row(one, &response, sink)).collect(),
            })
            .collect(),
        enums: spec.enums.iter().map(enumeration).collect(),
        rules: Vec::new(),
        errors: errors(&spec.errors, sink),
        tables: spec.tables.iter().map(|spec| table(spec, sink)).collect(),
        examples: spec.examples.iter().map(example).collect(),
        errata: Vec::new(),
        notes: spec.notes.iter().map(|note| note.value.clone()).collect(),
        remarks: spec.remarks.iter().map(|remark| remark.value.clone()).collect(),
        name,
    };
    scope.report_unused(spec, sink);
    build_tree(&mut action, provider, sink);
    let rules = {
        let rows = row_names(&action);
        spec.rules.iter().filter_map(|spec| rule(spec, &rows, sink)).collect()
    };
    action.rules = rules;
    action.paging = spec.paging.as_ref().and_then(|paging| resolve_paging(paging, &action, provider, sink));
    action.errata = super::errata::of_action(&spec.errata, &action, provider, scope.misses(), sink);
    Some(action)
}

fn report_path(spec: &ActionSpec, name: &Text, sink: &Sink) {
    let stem = spec.path.rsplit('/').next().unwrap_or("").trim_end_matches(".yaml");
    if stem != name.value {
        let diagnostic = Diagnostic::new(
            Code::PathMismatch,
            format!("action `{}` stands in a file named `{stem}.yaml`", name.value),
        );
        sink.push(
            diagnostic.at(name.at, "").help(format!("rename the file to `{}.yaml`, or correct the name", name.value)),
        );
    }
}

fn build_tree(action: &mut Action, provider: &Provider, sink: &Sink) {
    let numbered = ListEncoding::Indexed(u8::try_from(provider.list_base.value.clamp(0, 1)).unwrap_or(0));
    let (fields, misfits) = tree(&action.request, numbered);
    action.fields = fields;
    for index in misfits {
        let row = &action.request[index];
        let diagnostic =
            Diagnostic::new(Code::RowShape, format!("`{}` does not fit the rows before it", row.name.value));
        let help = "a name is either a value or holds others (`Tag.n.Key`), each part is named once, and lists of lists cannot be said";
        sink.push(diagnostic.at(row.name.at, "").help(help));
    }
}

fn enumeration(spec: &EnumSpec) -> Enum {
    let basis = spec.basis.as_ref().map_or(Basis::Table, |basis| basis.value);
    Enum {
        name: spec.name.clone(),
        doc: plain(spec.doc.as_ref()),
        open: spec.open.as_ref().is_some_and(|open| open.value),
        basis,
        integer: !spec.values.is_empty()
            && spec.values.iter().all(|value| matches!(value.value.value, Scalar::Integer(_))),
        values: spec
            .values
            .iter()
            .map(|value| EnumValue {
                value: value.value.clone(),
                label: value.label.clone(),
                doc: plain(value.doc.as_ref()),
                only: value.only.as_ref().map(|only| only.value),
                except: value.except.iter().map(|region| region.value.clone()).collect(),
                deprecated: value.deprecated.clone(),
                basis: value.basis.as_ref().map_or(basis, |basis| basis.value),
            })
            .collect(),
    }
}

fn table(spec: &TableSpec, sink: &Sink) -> Table {
    wire_name(&spec.name, "table", sink);
    let singular = spec.name.strip_suffix('s').filter(|name| !name.is_empty()).unwrap_or(&spec.name.value);
    Table {
        name: spec.name.clone(),
        row_name: plain(spec.row.as_ref()).unwrap_or_else(|| singular.to_owned()),
        doc: plain(spec.doc.as_ref()),
        basis: spec.basis.as_ref().map_or(Basis::Table, |basis| basis.value),
        columns: spec.columns.iter().map(|spec| column(spec, sink)).collect(),
        rows: spec.rows.clone(),
    }
}

fn column(spec: &ColumnSpec, sink: &Sink) -> Column {
    wire_name(&spec.name, "column", sink);
    Column {
        name: spec.name.clone(),
        doc: plain(spec.doc.as_ref()),
        pattern: spec.pattern.clone(),
        unique: spec.unique.as_ref().is_some_and(|unique| unique.value),
    }
}

fn example(spec: &ExampleSpec) -> Example {
    let pairs = |pairs: &[crate::spec::Pair]| {
        pairs.iter().map(|pair| Pair { name: pair.name.clone(), value: pair.value.clone(), at: pair.at }).collect()
    };
    Example {
        at: spec.at,
        request: pairs(&spec.request),
        response: spec.response.clone(),
        placeholders: spec.placeholders,
        supply: pairs(&spec.supply),
        repaired: plain(spec.repaired.as_ref()),
    }
}

/// The request's row of that name; a name that has none is reported.
fn request_row(name: &Text, rows: &RowNames<'_>, sink: &Sink) -> Option<usize> {
    let found = rows.get(name.value.as_str()).copied();
    if found.is_none() {
        report_row(name, "request", rows.keys().copied(), sink);
    }
    found
}

/// Rows of the request by name, so that many rules do not each walk through all of them.
type RowNames<'a> = BTreeMap<&'a str, usize>;

fn row_names(action: &Action) -> RowNames<'_> {
    action.request.iter().enumerate().map(|(index, row)| (row.name.value.as_str(), index)).collect()
}

pub(super) fn report_row<'r>(name: &Text, section: &str, rows: impl Iterator<Item = &'r str>, sink: &Sink) {
    report_row_and(name, section, rows, None, sink);
}

/// Reports a name that no row has. `help` goes before what is nearest.
pub(super) fn report_row_and<'r>(
    name: &Text,
    section: &str,
    rows: impl Iterator<Item = &'r str>,
    help: Option<String>,
    sink: &Sink,
) {
    let message = format!("the {section} has no row `{}`", name.value);
    let mut diagnostic = Diagnostic::new(Code::UnknownRow, message).at(name.at, "").misses(&name.value);
    diagnostic.help.extend(help);
    let mut rows = rows.peekable();
    sink.push(match rows.peek() {
        Some(_) => diagnostic.suggest(&name.value, rows),
        None => diagnostic.help(format!("the {section} has no rows at all; add them under `{section}`")),
    });
}

fn rule(spec: &RuleSpec, rows: &RowNames<'_>, sink: &Sink) -> Option<Rule> {
    use crate::spec::RuleKind as Written;
    let one = |name: &Text| request_row(name, rows, sink);
    let many = |names: &[Text]| {
        let found: Vec<usize> = names.iter().filter_map(|name| request_row(name, rows, sink)).collect();
        (found.len() == names.len()).then_some(found)
    };
    let conditions = |conditions: &[crate::spec::Condition]| {
        let found: Vec<Condition> = conditions
            .iter()
            .filter_map(|one| Some(Condition { row: request_row(&one.field, rows, sink)?, values: one.values.clone() }))
            .collect();
        (found.len() == conditions.len()).then_some(found)
    };
    let kind = match &spec.kind {
        Written::Requires(given, needs) => {
            one(given).zip(many(needs)).map(|(given, needs)| RuleKind::Requires(given, needs))
        }
        Written::Forbids(given, not) => one(given).zip(many(not)).map(|(given, not)| RuleKind::Forbids(given, not)),
        Written::AtMostOne(names) => many(names).map(RuleKind::AtMostOne),
        Written::ExactlyOne(names) => many(names).map(RuleKind::ExactlyOne),
        Written::AtLeastOne(names) => many(names).map(RuleKind::AtLeastOne),
        Written::OnlyWhen(field, is) => one(field).zip(conditions(is)).map(|(field, is)| RuleKind::OnlyWhen(field, is)),
        Written::NeededWhen(field, is) => {
            one(field).zip(conditions(is)).map(|(field, is)| RuleKind::NeededWhen(field, is))
        }
    };
    Some(Rule { at: spec.at, kind: kind?, doc: plain(spec.doc.as_ref()), basis: spec.basis.unwrap_or(Basis::Table) })
}

/// Names that the action does not give are the provider's usual ones, as far as the action has such rows.
fn resolve_paging(spec: &PagingSpec, action: &Action, provider: &Provider, sink: &Sink) -> Option<Paging> {
    let at = spec.at.unwrap_or(At::file(action.file));
    let usual = &provider.paging;
    let own_style = spec.offset.is_some() || spec.page.is_some();
    let parameter = |own: &Option<Text>, usual: &Option<Text>| match own {
        Some(name) => request_row(name, &row_names(action), sink),
        None => usual.as_ref().and_then(|name| action.request.iter().position(|row| row.name.value == name.value)),
    };
    let offset = parameter(&spec.offset, if own_style { &None } else { &usual.offset });
    let page = parameter(&spec.page, if own_style { &None } else { &usual.page });
    let (style, start, size) = match (offset, page) {
        (Some(start), _) => (PagingStyle::Offset, start, parameter(&spec.limit, &usual.limit)),
        (None, Some(start)) => (PagingStyle::Page, start, parameter(&spec.size, &usual.size)),
        // A name that no row has was reported.
        (None, None) if own_style => return None,
        (None, None) => {
            let diagnostic = Diagnostic::new(Code::PagingIncomplete, "no parameter says where a page begins");
            let diagnostic = match usual.offset.as_ref().or(usual.page.as_ref()) {
                Some(name) => diagnostic.misses(&name.value),
                None => diagnostic,
            };
            sink.push(diagnostic.at(at, "").help("name it: `offset: …` or `page: …`, here or in `provider.yaml`"));
            return None;
        }
    };
    let field = |name: &Text| {
        let found = action.response.iter().position(|row| row.name.value == name.value);
        if found.is_none() {
            report_row(name, "response", action.response.iter().map(|row| row.name.value.as_str()), sink);
        }
        found
    };
    let Some(items) = &spec.items else {
        let diagnostic = Diagnostic::new(Code::PagingIncomplete, "`paging` does not say which field holds the entries");
        sink.push(diagnostic.at(at, "").help("add `items: …`, a list of the response"));
        return None;
    };
    let total = match &spec.total {
        Some(name) => field(name),
        None => {
            usual.total.as_ref().and_then(|name| action.response.iter().position(|row| row.name.value == name.value))
        }
    };
    Some(Paging { at, style, start, size, items: field(items)?, total })
}
