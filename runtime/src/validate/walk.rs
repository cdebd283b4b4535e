//! Through a request row by row.

use super::check;
use super::rule;
use super::violation::{Violation, shown};
use crate::encode::scalar;
use crate::record::{At, Record, Value, View, items};
use crate::shape::{Basis, Check, Field, Limit, ListStyle};

/// Where in the request a record stands: what to put before its names, as they are sent and as they are documented.
pub(super) struct Place {
    sent: String,
    documented: String,
    secret: bool,
}

impl Place {
    pub(super) const ROOT: Self = Self { sent: String::new(), documented: String::new(), secret: false };

    /// A violation of the field that is sent under `name` and documented as `row`.
    pub(super) fn violation(&self, name: &str, row: &str, rule: String, basis: Basis) -> Violation {
        let row = format!("{}{row}", self.documented);
        Violation { name: format!("{}{name}", self.sent), row, value: None, rule, basis }
    }
}

pub(super) fn record(record: &dyn Record, place: &Place, found: &mut Vec<Violation>) {
    let shape = record.shape();
    record.values(&mut |values| {
        for (field, value) in shape.fields().iter().zip(values) {
            Row::new(field, *value, place).check(found);
        }
    });
    for rule in shape.all_rules() {
        rule::check(rule, record, place, found);
    }
}

/// One row with its value.
struct Row<'a> {
    field: &'static Field,
    value: &'a dyn Value,
    sent: String,
    documented: String,
    secret: bool,
}

impl<'a> Row<'a> {
    fn new(field: &'static Field, value: &'a dyn Value, place: &Place) -> Self {
        Self {
            field,
            value,
            sent: format!("{}{}", place.sent, field.wire()),
            documented: format!("{}{}", place.documented, field.documented_name()),
            secret: place.secret || field.is_secret(),
        }
    }

    fn check(&self, found: &mut Vec<Violation>) {
        match self.value.view(At::Whole) {
            View::Absent | View::List(0) => self.check_required(found),
            View::List(count) => self.check_list(count, found),
            view => self.check_view(view, &self.sent, &self.documented, found),
        }
    }

    fn check_required(&self, found: &mut Vec<Violation>) {
        if self.field.is_required() {
            found.push(self.violation(
                &self.sent,
                &self.documented,
                "must be given".to_owned(),
                self.field.row_basis(),
            ));
        }
    }

    fn violation(&self, name: &str, row: &str, rule: String, basis: Basis) -> Violation {
        Violation { name: name.to_owned(), row: row.to_owned(), value: None, rule, basis }
    }

    fn check_list(&self, count: usize, found: &mut Vec<Violation>) {
        for check in self.field.all_checks() {
            if let Some(rule) = check::list(check.limit, count) {
                let mut violation = self.violation(&self.sent, &self.documented, rule, check.basis);
                violation.value = Some(format!("a list of {count}"));
                found.push(violation);
            }
        }
        for (index, view) in items(self.value, count).enumerate() {
            if let ListStyle::Indexed(base) = self.field.list_style() {
                let sent = format!("{}.{}", self.sent, index + usize::from(base));
                self.check_view(view, &sent, &self.documented, found);
            } else {
                self.check_view(view, &self.sent, &self.documented, found);
            }
        }
    }

    fn check_view(&self, view: View<'_>, sent: &str, documented: &str, found: &mut Vec<Violation>) {
        if let View::Record(nested) = view {
            let place = Place { sent: format!("{sent}."), documented: format!("{documented}."), secret: self.secret };
            return record(nested, &place, found);
        }
        let mut report = |rule: String, basis| {
            let mut violation = self.violation(sent, documented, rule, basis);
            let is_text = matches!(view, View::Text(_));
            violation.value = scalar(view).map(|text| shown(&text, is_text, self.secret));
            found.push(violation);
        };
        if matches!(view, View::Text("")) {
            if self.field.allows_empty() || self.field.all_checks().iter().any(allows_empty) {
                return;
            }
            if self.field.is_required() {
                return report("must not be empty".to_owned(), self.field.row_basis());
            }
        }
        if self.field.list_style() == ListStyle::Comma
            && matches!(view, View::Text(text) if text.contains(',') && matches!(self.value.view(At::Whole), View::List(_)))
        {
            report("must not hold a comma, because commas separate its values".to_owned(), self.field.row_basis());
        }
        for check in self.field.all_checks() {
            if let Some(rule) = check::single(check.limit, view) {
                report(rule, check.basis);
            }
        }
    }
}

fn allows_empty(check: &Check) -> bool {
    check.limit == Limit::MinLength(0)
}
