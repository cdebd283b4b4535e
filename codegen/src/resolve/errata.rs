//! What errata are about.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::action::{report_row, report_row_and};
use super::row::plain;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Action, Erratum, Kind, Place, Provider, Target, response_paths};
use crate::spec::{ErratumSpec, Text};

const ATTRIBUTES: [&str; 13] = [
    "name",
    "type",
    "required",
    "default",
    "enum",
    "value",
    "list",
    "missing",
    "undocumented",
    "json",
    "doc",
    "count",
    "order",
];

/// `misses`: a row of the action has a type that is not there. What stands below such a row cannot be known.
pub(super) fn of_action(
    specs: &[ErratumSpec],
    action: &Action,
    provider: &Provider,
    misses: bool,
    sink: &Sink,
) -> Vec<Erratum> {
    if specs.is_empty() {
        return Vec::new();
    }
    let known = Known::new(action, misses);
    specs.iter().map(|spec| erratum(spec, sink, &|about| target(about, spec, &known, provider, sink))).collect()
}

pub(super) fn of_provider(specs: &[ErratumSpec], provider: &Provider, sink: &Sink) -> Vec<Erratum> {
    specs.iter().map(|spec| erratum(spec, sink, &|about| common_target(about, provider, sink))).collect()
}

fn erratum(spec: &ErratumSpec, sink: &Sink, find: &dyn Fn(&Text) -> Option<Target>) -> Erratum {
    if let Some(attribute) = spec.attribute.as_ref().filter(|attribute| !ATTRIBUTES.contains(&attribute.value.as_str()))
    {
        let diagnostic =
            Diagnostic::new(Code::UnknownWord, format!("`{}` is not a value of `attribute`", attribute.value));
        sink.push(diagnostic.at(attribute.at, "").suggest(&attribute.value, ATTRIBUTES));
    }
    Erratum {
        at: spec.at,
        about: spec.about.iter().map(|about| (about.clone(), find(about))).collect(),
        attribute: spec.attribute.clone(),
        says: spec.says.clone(),
        decision: spec.decision.clone(),
        doc: plain(spec.doc.as_ref()),
    }
}

/// The rows of an action by name, so that many errata do not each walk through all of them.
struct Known<'a> {
    action: &'a Action,
    request: BTreeMap<&'a str, usize>,
    response: BTreeMap<String, Place>,
    /// Whether rows of unknown types may have rows below them.
    misses: bool,
    /// Ways that were reported to lead nowhere; many errata may go on from there.
    reported: RefCell<BTreeSet<String>>,
}

impl<'a> Known<'a> {
    fn new(action: &'a Action, misses: bool) -> Self {
        let mut response = BTreeMap::new();
        for step in response_paths(action) {
            response.entry(step.path).or_insert(step.place);
        }
        Self {
            action,
            request: action.request.iter().enumerate().map(|(index, row)| (row.name.value.as_str(), index)).collect(),
            response,
            misses,
            reported: RefCell::default(),
        }
    }

    /// Reports the first step of a way that leads nowhere, once for all errata that go there.
    fn report(&self, name: &Text, sink: &Sink) {
        let ends = name.match_indices('.').map(|(dot, _)| dot).chain([name.len()]);
        let ways = ends.map(|end| name[..end].trim_end_matches("[]"));
        let mut before = "";
        for way in ways {
            if let Some(known) = self.response.get_key_value(way) {
                before = known.0;
                continue;
            }
            if !self.reported.borrow_mut().insert(way.to_owned()) {
                return;
            }
            let lost = Text::new(way.to_owned(), name.at);
            let above = self.response.get(before).and_then(|place| self.action.row(*place));
            match above.filter(|row| row.list && row.item.is_none() && way.len() < name.len()) {
                Some(row) => {
                    let item = way.rsplit('.').next().unwrap_or(way);
                    let help = format!("if the list is wrapped, write `item: {item}` in the row `{}`", row.name.value);
                    report_row_and(&lost, "response", self.response.keys().map(String::as_str), Some(help), sink);
                }
                None => report_row(&lost, "response", self.response.keys().map(String::as_str), sink),
            }
            return;
        }
    }

    /// Whether this may be a row of a type that is not there.
    fn is_out_of_sight(&self, name: &str) -> bool {
        let above = name.rmatch_indices('.').find_map(|(end, _)| self.response.get(name[..end].trim_end_matches("[]")));
        self.misses && above.and_then(|place| self.action.row(*place)).is_some_and(|row| row.kind == Kind::Any)
    }
}

fn target(about: &Text, spec: &ErratumSpec, known: &Known<'_>, provider: &Provider, sink: &Sink) -> Option<Target> {
    let (section, name) = about.value.split_once(' ').unwrap_or((&about.value, ""));
    let named = Text::new(name.to_owned(), about.at);
    // A field that neither table has, such as a wrong name in an example, can be spoken of when the erratum says so.
    let absent = spec.decision.as_ref().is_some_and(
        |decision| matches!(&decision.value, crate::spec::Data::Scalar(scalar) if scalar.wire() == "dropped"),
    );
    let action = known.action;
    match section {
        "action" => Some(Target::Action),
        "example" => Some(Target::Example),
        "request" => match known.request.get(name) {
            Some(index) => Some(Target::Request(*index)),
            None if absent => Some(Target::Absent(name.to_owned())),
            None => {
                report_row(&named, "request", action.request.iter().map(|row| row.name.value.as_str()), sink);
                None
            }
        },
        "response" => response_target(&named, absent, known, sink),
        "enum" => {
            by_name(&named, "enum", action.enums.iter().map(|one| one.name.value.as_str()), sink).map(Target::Enum)
        }
        "error" => by_name(&named, "error code", action.errors.iter().map(|one| one.code.value.as_str()), sink)
            .map(Target::Error),
        "table" => {
            by_name(&named, "table", action.tables.iter().map(|one| one.name.value.as_str()), sink).map(Target::Table)
        }
        "common" => common_target(about, provider, sink),
        row if known.request.contains_key(row) && name.is_empty() => no_section(about, "request", sink),
        row if known.response.contains_key(row) && name.is_empty() => no_section(about, "response", sink),
        _ => unknown_section(about, sink),
    }
}

fn response_target(name: &Text, absent: bool, known: &Known<'_>, sink: &Sink) -> Option<Target> {
    if let Some(place) = known.response.get(&name.value) {
        return Some(Target::Response(*place));
    }
    if absent {
        return Some(Target::Absent(name.value.clone()));
    }
    if known.is_out_of_sight(&name.value) {
        return None;
    }
    known.report(name, sink);
    None
}

fn by_name<'n>(name: &Text, what: &str, names: impl Iterator<Item = &'n str> + Clone, sink: &Sink) -> Option<usize> {
    let found = names.clone().position(|one| one == name.value);
    if found.is_none() {
        let diagnostic =
            Diagnostic::new(Code::UnknownRow, format!("there is no {what} `{}`", name.value)).misses(&name.value);
        sink.push(diagnostic.at(name.at, "").suggest(&name.value, names));
    }
    found
}

fn common_target(about: &Text, provider: &Provider, sink: &Sink) -> Option<Target> {
    let (section, name) = about.value.split_once(' ').unwrap_or((&about.value, ""));
    match section {
        "provider" => Some(Target::Action),
        "common" => by_name(
            &Text::new(name.to_owned(), about.at),
            "common parameter",
            provider.common.iter().map(|row| row.name.value.as_str()),
            sink,
        )
        .map(Target::Common),
        _ => unknown_section(about, sink),
    }
}

fn no_section(about: &Text, section: &str, sink: &Sink) -> Option<Target> {
    let diagnostic = Diagnostic::new(Code::UnknownRow, format!("`{}` says no place", about.value));
    sink.push(diagnostic.at(about.at, "").help(format!("write `{section} {}`", about.value)));
    None
}

fn unknown_section(about: &Text, sink: &Sink) -> Option<Target> {
    let diagnostic = Diagnostic::new(Code::UnknownRow, format!("`{}` says no place", about.value));
    let help = "write `request NAME`, `response PATH`, `common NAME`, `enum NAME`, `error CODE`, `table NAME`, `action` or `example`";
    sink.push(diagnostic.at(about.at, "").help(help));
    None
}
