//! Through a request row by row.

use super::check;
use super::rule;
use super::violation::{Violation, shown};
use crate::encode::{scalar, sends_nothing};
use crate::record::{At, Record, Value, View, items};
use crate::shape::{Basis, Check, Field, Limit, ListStyle};

/// Where in the request a record stands. What to put before its names is only put together when there is something to
/// say.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The row that holds the record, and the number of the entry in it.
    above: Option<(&'a Row<'a>, Option<usize>)>,
}

impl Place<'_> {
    pub(super) const ROOT: Self = Self { above: None };

    /// A violation of the field that is sent under `name` and documented as `row`.
    pub(super) fn violation(&self, name: &str, row: &str, rule: String, basis: Basis) -> Violation {
        Violation { name: self.sent(name), row: self.documented(row), value: None, rule, basis }
    }

    /// A name as it is sent.
    fn sent(&self, name: &str) -> String {
        self.above.map_or_else(|| name.to_owned(), |(row, entry)| format!("{}.{name}", row.sent(entry)))
    }

    /// A name as it is documented.
    fn documented(&self, name: &str) -> String {
        self.above.map_or_else(|| name.to_owned(), |(row, _)| format!("{}.{name}", row.documented()))
    }

    fn is_secret(&self) -> bool {
        self.above.is_some_and(|(row, _)| row.is_secret())
    }
}

pub(super) fn record(record: &dyn Record, place: &Place<'_>, found: &mut Vec<Violation>) {
    let shape = record.shape();
    record.values(&mut |values: &[&dyn Value]| {
        for ((wire, known), value) in shape.rows().zip(values) {
            let view = value.view(At::Whole);
            match known {
                // As most rows are.
                Some(field) if matches!(view, View::Absent | View::List(0)) && !field.is_required() => {}
                Some(field) => Row { field, value: *value, place: *place }.check(view, found),
                // There is nothing to keep but what a record that it holds has to keep.
                None if is_scalar(*value, view) => {}
                None => Row { field: &Field::of(wire), value: *value, place: *place }.check(view, found),
            }
        }
    });
    for rule in shape.rules {
        rule::check(rule, record, place, found);
    }
}

fn is_scalar(value: &dyn Value, view: View<'_>) -> bool {
    match view {
        View::Record(_) => false,
        View::List(count) => !items(value, count).next().is_some_and(|item| matches!(item, View::Record(_))),
        _ => true,
    }
}

/// One row with its value. Names are only put together when there is something to say.
pub(super) struct Row<'a> {
    field: &'a Field,
    value: &'a dyn Value,
    place: Place<'a>,
}

impl Row<'_> {
    fn check(&self, view: View<'_>, found: &mut Vec<Violation>) {
        match view {
            View::Absent | View::List(0) => self.check_required(found),
            View::Record(record) if self.field.is_required() && sends_nothing(record) => self.check_required(found),
            View::List(count) => self.check_list(count, found),
            view => self.check_view(view, None, found),
        }
    }

    #[cold]
    fn check_required(&self, found: &mut Vec<Violation>) {
        if self.field.is_required() {
            found.push(self.violation(None, "must be given".to_owned(), self.field.row_basis()));
        }
    }

    /// The name as it is sent; of the entry of this number, when the entries of the list are numbered.
    fn sent(&self, entry: Option<usize>) -> String {
        match (entry, self.field.list_style()) {
            (Some(index), ListStyle::Indexed(base)) => {
                self.place.sent(&format!("{}.{}", self.field.wire(), index + usize::from(base)))
            }
            _ => self.place.sent(self.field.wire()),
        }
    }

    /// The name as it is documented.
    fn documented(&self) -> String {
        self.place.documented(self.field.documented_name())
    }

    fn violation(&self, entry: Option<usize>, rule: String, basis: Basis) -> Violation {
        Violation { name: self.sent(entry), row: self.documented(), value: None, rule, basis }
    }

    fn is_secret(&self) -> bool {
        self.place.is_secret() || self.field.is_secret()
    }

    fn check_list(&self, count: usize, found: &mut Vec<Violation>) {
        for check in self.field.all_checks().iter().filter(|check| !check::list_keeps(check.limit, count)) {
            let mut violation = self.violation(None, check::rule(check.limit), check.basis);
            violation.value = Some(format!("a list of {count}"));
            found.push(violation);
        }
        let is_nothing = |view| matches!(view, View::Record(record) if sends_nothing(record));
        let is_numbered = matches!(self.field.list_style(), ListStyle::Indexed(_));
        let filled = |index: &usize| is_numbered && !is_nothing(self.value.view(At::Item(*index)));
        let last = (0..count).rev().find(filled);
        for (index, view) in items(self.value, count).enumerate() {
            if last.is_some_and(|last| index < last) && is_nothing(view) {
                let rule = "must hold something, because the entries behind it keep their numbers";
                self.report(view, Some(index), rule, self.field.row_basis(), found);
            }
            self.check_view(view, Some(index), found);
        }
    }

    #[inline]
    fn check_view(&self, view: View<'_>, entry: Option<usize>, found: &mut Vec<Violation>) {
        if let View::Record(nested) = view {
            return record(nested, &Place { above: Some((self, entry)) }, found);
        }
        if matches!(view, View::Text("")) {
            if self.field.allows_empty() || self.field.all_checks().iter().any(allows_empty) {
                return;
            }
            if self.field.is_required() {
                return self.report(view, entry, "must not be empty", self.field.row_basis(), found);
            }
        }
        if entry.is_some()
            && self.field.list_style() == ListStyle::Comma
            && matches!(view, View::Text(text) if text.contains(','))
        {
            let rule = "must not hold a comma, because commas separate its values";
            self.report(view, entry, rule, self.field.row_basis(), found);
        }
        for check in self.field.all_checks().iter().filter(|check| !check::keeps(check.limit, view)) {
            self.report(view, entry, &check::rule(check.limit), check.basis, found);
        }
    }

    /// Most requests are valid.
    #[cold]
    fn report(&self, view: View<'_>, entry: Option<usize>, rule: &str, basis: Basis, found: &mut Vec<Violation>) {
        let mut violation = self.violation(entry, rule.to_owned(), basis);
        let is_text = matches!(view, View::Text(_));
        violation.value = scalar(view).map(|text| shown(&text, is_text, self.is_secret()));
        found.push(violation);
    }
}

fn allows_empty(check: &Check) -> bool {
    check.limit == Limit::MinLength(0)
}
