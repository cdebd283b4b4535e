//! Through a request field by field.

use tablature_codegen::model::{Action, Fact, Field, FieldKind, Limit, Row};
use tablature_codegen::vocabulary::Basis;

use super::Violated;
use super::limit;
use crate::read::{Content, Entry, Given, Tree};

pub(super) struct Walk<'m> {
    action: &'m Action,
    rows: &'m [Row],
    /// The parameter that names the action: whoever came here has it right.
    skipped: &'m str,
    pub(super) found: Vec<Violated>,
}

impl<'m> Walk<'m> {
    pub(super) fn new(action: &'m Action, rows: &'m [Row], skipped: &'m str) -> Self {
        Self { action, rows, skipped, found: Vec::new() }
    }

    pub(super) fn fields(&mut self, fields: &[Field], tree: &Tree) {
        self.fields_of(fields, tree, "");
    }

    fn fields_of(&mut self, fields: &[Field], tree: &Tree, prefix: &str) {
        let skipped = self.skipped;
        for field in fields.iter().filter(|field| field.full_name != skipped) {
            let name = format!("{prefix}{}", field.name);
            match tree.get(&field.name) {
                Some(given) => self.given(field, given, &name),
                None if field.needed => self.report(field, &name, None, "must be given", self.basis(field), true),
                None => {}
            }
        }
    }

    fn given(&mut self, field: &Field, given: &Given, name: &str) {
        if let Some(fault) = &given.fault {
            return self.report(field, name, None, fault, self.basis(field), false);
        }
        if field.list {
            self.count(field, given.entries.len(), name);
        }
        for entry in &given.entries {
            match (&field.kind, &entry.content) {
                (FieldKind::Value(row), Content::Text(text)) => self.value(field, &self.rows[*row], text, entry),
                (FieldKind::Struct(_, inner), Content::Fields(tree)) => {
                    self.fields_of(inner, tree, &format!("{}.", entry.name));
                }
                _ => {}
            }
        }
    }

    /// The bounds on a list: those of its row or, for a list of structs, of a row in them.
    fn count(&mut self, field: &Field, count: usize, name: &str) {
        let rows = self.rows;
        let bounding: Vec<&Row> = match &field.kind {
            FieldKind::Value(row) => vec![&rows[*row]],
            FieldKind::Struct(documented, inner) => {
                let inner = inner.iter().filter_map(|field| match field.kind {
                    FieldKind::Value(row) => Some(row),
                    FieldKind::Struct(..) => None,
                });
                documented.iter().copied().chain(inner).map(|row| &rows[row]).collect()
            }
        };
        let mut told: Vec<String> = Vec::new();
        for (row, fact) in bounding.iter().flat_map(|row| row.limits.iter().map(move |fact| (row, fact))) {
            let Some(rule) = limit::of_list(&fact.value, count).filter(|rule| !told.contains(rule)) else { continue };
            self.report(field, name, Some(format!("a list of {count}")), &rule, row.basis_of(fact), false);
            told.push(rule);
        }
    }

    fn value(&mut self, field: &Field, row: &Row, text: &str, entry: &Entry) {
        let shown = (!row.secret).then(|| text.to_owned());
        if text.is_empty() {
            if row.empty.is_some() || row.limits.iter().any(|fact| fact.value == Limit::MinLength(0)) {
                return;
            }
            if field.needed {
                return self.report(field, &entry.name, shown, "must not be empty", row.basis, true);
            }
        }
        if let Some(rule) = limit::of_kind(self.action, row, text) {
            let format = row.limits.iter().find(|fact| matches!(fact.value, Limit::Format(_)));
            let basis = format.map_or(row.basis, |fact| row.basis_of(fact));
            return self.report(field, &entry.name, shown, &rule, basis, false);
        }
        let of_limits = row.limits.iter().filter_map(|fact| broken(row, fact, text));
        let constant = row.constant.as_ref().map(|constant| constant.value.wire());
        let of_constant = constant
            .filter(|constant| !constant.eq_ignore_ascii_case(text))
            .map(|it| (format!("must be {it}"), row.basis));
        for (rule, basis) in of_limits.chain(of_constant).collect::<Vec<_>>() {
            self.report(field, &entry.name, shown.clone(), &rule, basis, false);
        }
    }

    fn basis(&self, field: &Field) -> Basis {
        match field.kind {
            FieldKind::Value(row) | FieldKind::Struct(Some(row), _) => self.rows[row].basis,
            FieldKind::Struct(None, _) => Basis::Table,
        }
    }

    fn report(&mut self, field: &Field, name: &str, value: Option<String>, rule: &str, basis: Basis, missing: bool) {
        let (row, name, rule) = (field.page_name.clone(), name.to_owned(), rule.to_owned());
        self.found.push(Violated { row, name, value, rule, basis, missing });
    }
}

/// What a value does not keep of one limit, and where that is stated.
fn broken(row: &Row, fact: &Fact<Limit>, text: &str) -> Option<(String, Basis)> {
    limit::of_value(row, &fact.value, text).map(|rule| (rule, row.basis_of(fact)))
}
