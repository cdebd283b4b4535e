//! Rows.

use super::names::wire_name;
use super::scope::Scope;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Kind, ListEncoding, Row, TimeForm};
use crate::spec::{Basis, Format, Limit, ListForm, OnInvalid, Required, RowSpec, Text};

/// What rows take from around them.
pub(super) struct Surroundings<'s> {
    pub(super) scope: &'s Scope<'s>,
    pub(super) unmarked: Required,
    pub(super) list_base: i64,
    /// Rows of a request: numbers in names make lists.
    pub(super) numbered_names: bool,
}

pub(super) fn row(spec: &RowSpec, around: &Surroundings<'_>, sink: &Sink) -> Row {
    wire_name(&spec.name, "row", sink);
    let written = spec.kind.as_ref().map_or(Kind::Any, |kind| {
        let parameter = around.numbered_names.then(|| struct_name(&spec.name, kind.list));
        around.scope.kind(&kind.name, &spec.name, parameter.as_deref(), sink)
    });
    let numbered = around.numbered_names
        && crate::model::segments(&spec.name).is_some_and(|parts| parts.last().is_some_and(|part| part.list));
    let list = numbered || spec.kind.as_ref().is_some_and(|kind| kind.list) || is_packed(spec, around);
    report_list_keys(spec, list, sink);
    Row {
        name: spec.name.clone(),
        at: spec.at,
        kind: timed(spec, written, sink),
        list,
        encoding: encoding(spec, around.list_base, sink),
        list_at: spec.list.as_ref().map(|form| form.at),
        doc: plain(spec.doc.as_ref()),
        required: spec.required.as_ref().map_or(around.unmarked, |required| required.value),
        required_at: spec.required.as_ref().map(|required| required.at),
        constant: spec.constant.clone(),
        default: spec.default.clone(),
        default_is: spec.default_is.clone(),
        limits: spec.limits.clone(),
        unit: plain(spec.unit.as_ref()),
        item: spec.item.clone(),
        nullable: spec.nullable.as_ref().is_some_and(|value| value.value),
        empty: plain(spec.empty.as_ref()),
        secret: spec.secret.as_ref().is_some_and(|value| value.value),
        aliases: spec.aliases.clone(),
        on_invalid: spec.on_invalid.as_ref().map_or(OnInvalid::Error, |value| value.value),
        required_for: plain(spec.required_for.as_ref()),
        only_for: plain(spec.only_for.as_ref()),
        deprecated: spec.deprecated.clone(),
        basis: spec.basis.as_ref().map_or(Basis::Table, |basis| basis.value),
        notes: spec.notes.iter().map(|note| note.value.clone()).collect(),
    }
}

/// The name before those of the fields, if the parameter were a struct or a list of structs.
fn struct_name(name: &str, list: bool) -> String {
    let numbered = crate::model::segments(name).is_some_and(|parts| parts.last().is_some_and(|part| part.list));
    if list && !numbered { format!("{name}.n") } else { name.to_owned() }
}

pub(super) fn plain(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

/// A parameter of a plain type that is said to travel joined or repeated is a list.
fn is_packed(spec: &RowSpec, around: &Surroundings<'_>) -> bool {
    around.numbered_names && spec.list.is_some()
}

fn report_list_keys(spec: &RowSpec, list: bool, sink: &Sink) {
    if let Some(form) = spec.list.as_ref().filter(|_| !list) {
        let diagnostic = Diagnostic::new(Code::ListKeyWithoutList, format!("`{}` is not a list", spec.name.value));
        sink.push(
            diagnostic.at(form.at, "says how a list travels").help("write the type in brackets, or remove `list`"),
        );
    }
    if let Some(item) = spec.item.as_ref().filter(|_| !list) {
        let diagnostic = Diagnostic::new(Code::ListKeyWithoutList, format!("`{}` is not a list", spec.name.value));
        sink.push(
            diagnostic
                .at(item.at, "names the inner key of a wrapped list")
                .help("write the type in brackets, or remove `item`"),
        );
    }
}

fn encoding(spec: &RowSpec, base: i64, sink: &Sink) -> ListEncoding {
    let numbered = |base: i64| match u8::try_from(base) {
        Ok(base @ 0..=1) => ListEncoding::Indexed(base),
        _ => {
            let at = spec.list.as_ref().map_or(spec.at, |form| form.at);
            let diagnostic = Diagnostic::new(Code::ListBase, format!("lists cannot be numbered from {base}"));
            sink.push(diagnostic.at(at, "").help("write 0 or 1"));
            ListEncoding::Indexed(0)
        }
    };
    match spec.list.as_ref().map(|form| form.value) {
        Some(ListForm::Comma) => ListEncoding::Comma,
        Some(ListForm::Repeated) => ListEncoding::Repeated,
        Some(ListForm::Indexed(Some(own))) => numbered(own),
        Some(ListForm::Indexed(None)) | None => ListEncoding::Indexed(u8::try_from(base.clamp(0, 1)).unwrap_or(0)),
    }
}

/// A text or number with the format of a time is a time.
fn timed(spec: &RowSpec, kind: Kind, sink: &Sink) -> Kind {
    let formats = spec.limits.iter().filter_map(|limit| match limit.value {
        Limit::Format(format) => Some((format, limit.at)),
        _ => None,
    });
    let mut kind = kind;
    for (format, at) in formats {
        let (form, base) = match format {
            Format::Iso8601 => (Some(TimeForm::Iso8601), Kind::Text),
            Format::LocalTime => (Some(TimeForm::Local), Kind::Text),
            Format::Date => (Some(TimeForm::Date), Kind::Text),
            Format::UnixSeconds => (Some(TimeForm::UnixSeconds), Kind::Integer),
            _ => (None, Kind::Text),
        };
        if kind != base {
            let wanted = if base == Kind::Integer { "int" } else { "string" };
            let diagnostic =
                Diagnostic::new(Code::FormatType, format!("format `{}` is for rows of type `{wanted}`", format.name()));
            sink.push(
                diagnostic
                    .at(at, "")
                    .help(format!("give `{}` the type `{wanted}`, or remove the format", spec.name.value)),
            );
        } else if let Some(form) = form {
            kind = Kind::Time(form);
        }
    }
    kind
}
