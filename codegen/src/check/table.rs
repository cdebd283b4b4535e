//! Reference tables: as many values as columns, each as its column describes.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Column, Table};
use crate::source::Spanned;
use crate::vocabulary::Scalar;

pub(super) fn run(scope: &Scope<'_>) {
    let Some(action) = scope.action else { return };
    report_names(scope, action);
    for table in &action.tables {
        for row in table.rows.iter().filter(|row| row.value.len() != table.columns.len()) {
            let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
            let (values, columns) = (count(row.value.len(), "value"), count(table.columns.len(), "column"));
            let message = format!("a row of `{}` has {values} for {columns}", table.name.value);
            let names: Vec<&str> = table.columns.iter().map(|column| column.name.value.as_str()).collect();
            scope.report(
                Code::TableWidth,
                message,
                (row.at, ""),
                format!(
                    "write one value for each column: [{}]; a value with a comma in it stands in quotes",
                    names.join(", ")
                ),
            );
        }
        for (index, column) in table.columns.iter().enumerate() {
            let values: Vec<&Spanned<Scalar>> = table.rows.iter().filter_map(|row| row.value.get(index)).collect();
            report_values(scope, table, column, &values);
        }
    }
}

fn report_values<'m>(scope: &Scope<'m>, table: &Table, column: &'m Column, values: &[&Spanned<Scalar>]) {
    let texts = values.iter().any(|value| matches!(value.value, Scalar::Text(_)));
    let mut first = BTreeMap::new();
    for value in values {
        let wire = value.value.wire();
        if texts && matches!(value.value, Scalar::Float(_)) {
            let message = format!("`{}` in the column `{}` of texts is read as a number", wire, column.name.value);
            scope.report(Code::UnquotedNumber, message, (value.at, ""), "put it in quotes, so that no digit is lost");
        }
        if let Some(pattern) = column.pattern.as_ref().filter(|pattern| !scope.matches(&pattern.value, &wire)) {
            let diagnostic = Diagnostic::new(
                Code::TableValue,
                format!("`{wire}` does not match the pattern of the column `{}`", column.name.value),
            );
            scope.push(
                diagnostic.at(value.at, "").at(pattern.at, "the pattern").help("correct the value or the pattern"),
            );
        }
        if !column.unique {
            continue;
        }
        if let Some(earlier) = first.insert(wire.clone(), value.at) {
            let diagnostic = Diagnostic::new(
                Code::TableValue,
                format!("`{wire}` stands twice in `{}` of `{}`", column.name.value, table.name.value),
            );
            scope.push(
                diagnostic
                    .at(value.at, "again here")
                    .at(earlier, "first here")
                    .help("correct one of them, or remove `unique` from the column"),
            );
        }
    }
}

fn report_names(scope: &Scope<'_>, action: &Action) {
    let types = action.types.iter().map(|one| (one.name.value.as_str(), one.name.at));
    let enums = action.enums.iter().map(|one| (one.name.value.as_str(), one.name.at));
    let mut taken: BTreeMap<&str, _> = types.chain(enums).collect();
    for table in &action.tables {
        if let Some(other) = taken.insert(&table.row_name, table.name.at) {
            let message =
                format!("a row of `{}` is called `{}`, and so is something else", table.name.value, table.row_name);
            let diagnostic =
                Diagnostic::new(Code::TableRowTaken, message).at(table.name.at, "this table").at(other, "the other");
            scope.push(diagnostic.help("give the table another `row: …`"));
        }
    }
}
