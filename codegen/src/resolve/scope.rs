//! The names that an action's rows can refer to.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Sink};
use crate::model::Kind;
use crate::spec::{ActionSpec, Text};

const BASIC: [(&str, Kind); 6] = [
    ("string", Kind::Text),
    ("int", Kind::Integer),
    ("float", Kind::Float),
    ("bool", Kind::Boolean),
    ("any", Kind::Any),
    ("object", Kind::Object),
];

/// Types and enums by name, and which of them were referred to.
pub(super) struct Scope<'s> {
    names: BTreeMap<&'s str, Kind>,
    used: RefCell<BTreeSet<String>>,
    misses: Cell<bool>,
}

impl<'s> Scope<'s> {
    /// A scope without names of its own, for common parameters.
    pub(super) fn basic() -> Self {
        Self { names: BTreeMap::new(), used: RefCell::default(), misses: Cell::new(false) }
    }

    pub(super) fn of_action(spec: &'s ActionSpec, sink: &Sink) -> Self {
        let types = spec.types.iter().enumerate().map(|(index, kind)| (&kind.name, Kind::Type(index)));
        let enums = spec.enums.iter().enumerate().map(|(index, kind)| (&kind.name, Kind::Enum(index)));
        let mut names: BTreeMap<&str, Kind> = BTreeMap::new();
        for (name, kind) in types.chain(enums) {
            super::names::wire_name(name, "type", sink);
            let taken = BASIC.iter().any(|(basic, _)| *basic == name.value);
            if taken || names.contains_key(name.value.as_str()) {
                let diagnostic = Diagnostic::new(
                    Code::TypeNameTaken,
                    format!("`{}` is already the name of another type", name.value),
                );
                sink.push(
                    diagnostic
                        .at(name.at, "")
                        .help("types, enums and the basic types share one set of names; choose another"),
                );
                continue;
            }
            names.insert(&name.value, kind);
        }
        Self { names, used: RefCell::default(), misses: Cell::new(false) }
    }

    /// What a type's name stands for. An unknown name is reported, and stands for anything.
    pub(super) fn kind(&self, name: &Text, sink: &Sink) -> Kind {
        if let Some((_, kind)) = BASIC.iter().find(|(basic, _)| *basic == name.value) {
            return *kind;
        }
        if let Some(kind) = self.names.get(name.value.as_str()) {
            self.used.borrow_mut().insert(name.value.clone());
            return *kind;
        }
        self.misses.set(true);
        // A capital letter is that of a type's own name; `Thing` is no slip in `string`.
        let is_own = name.value.starts_with(char::is_uppercase);
        let basic = BASIC.iter().map(|(basic, _)| *basic).filter(|_| !is_own);
        let known = basic.chain(self.names.keys().copied());
        let diagnostic = Diagnostic::new(Code::UnknownType, format!("there is no type `{}`", name.value));
        let diagnostic = diagnostic.at(name.at, "");
        sink.push(match name.value.as_str() {
            "array" | "list" | "Array" => diagnostic.help("a list is written in brackets: `[string]`"),
            "String" | "str" | "text" => diagnostic.help("did you mean `string`?"),
            "Integer" | "integer" | "long" | "Int" => diagnostic.help("did you mean `int`?"),
            "boolean" | "Boolean" => diagnostic.help("did you mean `bool`?"),
            "double" | "number" => diagnostic.help("did you mean `float`?"),
            list if list.starts_with('[') => diagnostic.help(format!("write the list without quotes: `{list}`")),
            other => diagnostic.suggest(other, known).help("or add it under `types` or `enums`"),
        });
        Kind::Any
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
