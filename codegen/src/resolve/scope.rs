//! The names that an action's rows can refer to.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Sink, type_of};
use crate::model::{BASIC_TYPES, Kind};
use crate::spec::{ActionSpec, Text};

/// Types and enums by name, and which of them were referred to.
pub(super) struct Scope<'s> {
    names: BTreeMap<&'s str, Kind>,
    /// Whether types and enums can be added to those names.
    closed: bool,
    used: RefCell<BTreeSet<String>>,
    misses: Cell<bool>,
}

impl<'s> Scope<'s> {
    /// A scope without names of its own, for common parameters.
    pub(super) fn basic() -> Self {
        Self { names: BTreeMap::new(), closed: true, used: RefCell::default(), misses: Cell::new(false) }
    }

    pub(super) fn of_action(spec: &'s ActionSpec, sink: &Sink) -> Self {
        let types = spec.types.iter().enumerate().map(|(index, kind)| (&kind.name, Kind::Type(index)));
        let enums = spec.enums.iter().enumerate().map(|(index, kind)| (&kind.name, Kind::Enum(index)));
        let mut names: BTreeMap<&str, Kind> = BTreeMap::new();
        for (name, kind) in types.chain(enums) {
            super::names::wire_name(name, "type", sink);
            let taken = BASIC_TYPES.iter().any(|(basic, _)| *basic == name.value);
            if taken || names.contains_key(name.value.as_str()) {
                let diagnostic = Diagnostic::new(
                    Code::TypeNameTaken,
                    format!("`{}` is already the name of another type", name.value),
                );
                let first = spec
                    .types
                    .iter()
                    .map(|one| &one.name)
                    .find(|other| other.value == name.value && other.at != name.at);
                let diagnostic = diagnostic.at(name.at, "");
                let diagnostic = match first {
                    Some(first) => diagnostic.at(first.at, "the other"),
                    None => diagnostic,
                };
                let help = "types, enums and the basic types share one set of names; choose another";
                sink.push(diagnostic.help(help));
                continue;
            }
            names.insert(&name.value, kind);
        }
        Self { names, closed: false, used: RefCell::default(), misses: Cell::new(false) }
    }

    /// What a type's name stands for. An unknown name is reported, and stands for anything.
    ///
    /// A parameter takes no model: its fields are rows of the request, below the parameter's own name.
    pub(super) fn kind(&self, name: &Text, row: &str, parameter: Option<&str>, sink: &Sink) -> Kind {
        if let Some((_, kind)) = BASIC_TYPES.iter().find(|(basic, _)| *basic == name.value) {
            return *kind;
        }
        if let Some(kind) = self.names.get(name.value.as_str()) {
            self.used.borrow_mut().insert(name.value.clone());
            return *kind;
        }
        self.misses.set(true);
        // A capital letter is that of a type's own name; `Thing` is no slip in `string`.
        let is_own = name.value.starts_with(char::is_uppercase);
        let basic = BASIC_TYPES.iter().map(|(basic, _)| *basic).filter(|_| !is_own);
        let fit = |kind: &Kind| parameter.is_none() || !matches!(kind, Kind::Type(_));
        let known = basic.chain(self.names.iter().filter(|(_, kind)| fit(kind)).map(|(name, _)| *name));
        let diagnostic = Diagnostic::new(Code::UnknownType, format!("there is no type `{}`", name.value));
        let diagnostic = diagnostic.at(name.at, "").misses(&name.value).hides([type_of(row)]);
        sink.push(match name.value.as_str() {
            list if list.starts_with('[') => diagnostic.help(format!("write the list without quotes: `{list}`")),
            other if foreign_type(other).is_some() => diagnostic.help(foreign_type(other).unwrap_or_default()),
            other => diagnostic.suggest(other, known).help(self.addition(parameter)),
        });
        Kind::Any
    }

    /// How a type can be added.
    fn addition(&self, parameter: Option<&str>) -> String {
        match parameter {
            None => "a type of the page's own stands under `types` or `enums`".to_owned(),
            Some(_) if self.closed => {
                "parameters of every call have basic types; their values are listed with `allowed: [a, b]`".to_owned()
            }
            Some(row) => format!(
                "an enum stands under `enums`; the fields of a struct are rows of the request themselves: `{row}.Key`"
            ),
        }
    }

    /// Whether a row has a type that is not there.
    pub(super) fn misses(&self) -> bool {
        self.misses.get()
    }

    /// Reports types and enums that no row refers to.
    pub(super) fn report_unused(&self, spec: &ActionSpec, sink: &Sink) {
        let used = self.used.borrow();
        let types = spec.types.iter().map(|kind| (&kind.name, "type"));
        let enums = spec.enums.iter().map(|kind| (&kind.name, "enum"));
        for (name, what) in types.chain(enums).filter(|(name, _)| !used.contains(&name.value)) {
            let code = if what == "type" { Code::UnusedType } else { Code::UnusedEnum };
            let diagnostic = Diagnostic::new(code, format!("no row has the {what} `{}`", name.value));
            sink.push(diagnostic.at(name.at, "").help("refer to it from a row, or remove it"));
        }
    }
}

/// What to write for a type that pages and other languages name otherwise.
fn foreign_type(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let time = "write `type: string, format: iso8601`, or another format: `local_time`, `date`; or `type: int, format: unix_seconds`";
    let basic = match lower.as_str() {
        "string" | "str" | "text" | "char" | "varchar" => "string",
        "int" | "integer" | "long" | "short" | "int32" | "int64" | "uint" | "uint32" | "uint64" => "int",
        "boolean" | "bool" => "bool",
        "double" | "number" | "float" | "float32" | "float64" | "decimal" => "float",
        "map" | "dict" | "json" | "struct" | "object" | "hash" => "object",
        "array" | "list" | "set" => return Some("a list is written in brackets: `[string]`".to_owned()),
        "time" | "timestamp" | "date" | "datetime" => return Some(time.to_owned()),
        _ => return list_of(name),
    };
    Some(format!("did you mean `{basic}`?"))
}

/// `list<Image>`, `Image[]`, `array of Image`: a list of what?
fn list_of(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let prefix =
        ["list<", "array<", "list of ", "array of ", "list[", "array["].into_iter().find(|one| lower.starts_with(one));
    let inner = match prefix {
        Some(prefix) => &name[prefix.len()..],
        None => name.strip_suffix("[]")?,
    };
    let inner = inner.trim_end_matches(['>', ']']).trim();
    (!inner.is_empty()).then(|| format!("a list is written in brackets: `[{inner}]`"))
}
