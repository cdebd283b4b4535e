//! What a rule gets to see: a provider, and perhaps one of its actions.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use regex_lite::Regex;

use super::coverage::Coverage;
use super::example::Shown;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Action, Enum, Erratum, ErrorCode, Kind, Place, Provider, Row, response_paths};
use crate::source::At;
use crate::vocabulary::Direction;

/// A provider's own file, or an action of the provider.
pub(crate) struct Scope<'m> {
    pub(super) provider: &'m Provider,
    /// The action; none for the provider's own file.
    pub(super) action: Option<&'m Action>,
    sink: &'m Sink,
    patterns: RefCell<BTreeMap<&'m str, Option<Regex>>>,
    /// The values of every enum as they travel, and where each can occur.
    values: OnceCell<Vec<BTreeMap<String, Option<Direction>>>>,
    shown: OnceCell<Vec<Shown<'m>>>,
    coverage: OnceCell<Coverage<'m>>,
    paths: OnceCell<BTreeMap<Place, String>>,
}

/// Which table a row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowRef<'m> {
    /// A parameter of the action.
    Request(usize),
    /// A parameter of every call.
    Common(usize),
    /// A field of the answer.
    Response(Place),
    /// A name that no table has.
    Absent(&'m str),
}

impl RowRef<'_> {
    pub(super) fn direction(self) -> Direction {
        match self {
            Self::Request(_) | Self::Common(_) => Direction::Request,
            Self::Response(_) | Self::Absent(_) => Direction::Response,
        }
    }
}

impl<'m> Scope<'m> {
    pub(super) fn new(provider: &'m Provider, action: Option<&'m Action>, sink: &'m Sink) -> Self {
        Self {
            provider,
            action,
            sink,
            patterns: RefCell::default(),
            values: OnceCell::new(),
            shown: OnceCell::new(),
            coverage: OnceCell::new(),
            paths: OnceCell::new(),
        }
    }

    pub(super) fn push(&self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }

    /// Reports one place and one way to mend it, as most rules do.
    pub(super) fn report(&self, code: Code, message: String, (at, label): (At, &str), help: impl Into<String>) {
        self.push(Diagnostic::new(code, message).at(at, label).help(help));
    }

    /// The rows of this file.
    pub(super) fn rows(&self) -> Vec<(RowRef<'m>, &'m Row)> {
        let Some(action) = self.action else {
            return self.provider.common.iter().enumerate().map(|(index, row)| (RowRef::Common(index), row)).collect();
        };
        let place = |owner, row| RowRef::Response(Place { owner, row });
        let request = action.request.iter().enumerate().map(|(index, row)| (RowRef::Request(index), row));
        let response = action.response.iter().enumerate().map(|(index, row)| (place(None, index), row));
        let types = action.types.iter().enumerate();
        let inner = types.flat_map(|(owner, kind)| {
            kind.rows.iter().enumerate().map(move |(index, row)| (place(Some(owner), index), row))
        });
        request.chain(response).chain(inner).collect()
    }

    pub(super) fn row(&self, row: RowRef<'_>) -> Option<&'m Row> {
        match row {
            RowRef::Request(index) => self.action?.request.get(index),
            RowRef::Common(index) => self.provider.common.get(index),
            RowRef::Response(place) => self.action?.row(place),
            RowRef::Absent(_) => None,
        }
    }

    /// The error codes of this file.
    pub(super) fn errors(&self) -> &'m [ErrorCode] {
        self.action.map_or(&self.provider.errors, |action| &action.errors)
    }

    /// The errata of this file.
    pub(super) fn errata(&self) -> &'m [Erratum] {
        self.action.map_or(&self.provider.errata, |action| &action.errata)
    }

    /// The enum of a row of that kind.
    pub(super) fn enumeration(&self, kind: Kind) -> Option<&'m Enum> {
        match kind {
            Kind::Enum(index) => self.action?.enums.get(index),
            _ => None,
        }
    }

    /// Whether a row of that kind lists the value, for this direction. Whatever is no enum lists everything.
    pub(super) fn lists(&self, kind: Kind, wire: &str, direction: Direction) -> bool {
        let (Kind::Enum(index), Some(action)) = (kind, self.action) else { return true };
        let values = |list: &Enum| list.values.iter().map(|one| (one.value.value.wire(), one.only)).collect();
        let lists = self.values.get_or_init(|| action.enums.iter().map(values).collect());
        lists.get(index).is_none_or(|list| list.get(wire).is_some_and(|only| only.is_none_or(|only| only == direction)))
    }

    /// What each example shows of which row.
    pub(super) fn shown(&self) -> &[Shown<'m>] {
        self.shown.get_or_init(|| super::example::shown(self))
    }

    /// Which contradictions have an erratum.
    pub(super) fn coverage(&self) -> &Coverage<'m> {
        self.coverage.get_or_init(|| Coverage::new(self.errata()))
    }

    /// The way to a field of the answer, as errata write it.
    pub(super) fn path(&self, place: Place) -> Option<&str> {
        let paths = || {
            let steps = self.action.map(response_paths).unwrap_or_default();
            // The first way to a field of a type counts; several fields may have that type.
            steps.into_iter().rev().map(|step| (step.place, step.path)).collect()
        };
        self.paths.get_or_init(paths).get(&place).map(String::as_str)
    }

    /// Whether the whole text matches; a pattern that is none is reported elsewhere, and matches everything.
    pub(super) fn matches(&self, pattern: &'m str, text: &str) -> bool {
        let mut patterns = self.patterns.borrow_mut();
        let compiled = patterns.entry(pattern).or_insert_with(|| super::pattern::compile(pattern).ok());
        compiled.as_ref().is_none_or(|expression| expression.is_match(text))
    }
}
