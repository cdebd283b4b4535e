//! Aliases: names that no other row of the table has.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};
use crate::model::Row;

pub(super) fn run(scope: &Scope<'_>) {
    let Some(action) = scope.action else { return table(scope, &scope.provider.common) };
    table(scope, &action.request);
    table(scope, &action.response);
    for kind in &action.types {
        table(scope, &kind.rows);
    }
}

fn table(scope: &Scope<'_>, rows: &[Row]) {
    let mut taken: BTreeMap<&str, _> = rows.iter().map(|row| (row.name.value.as_str(), row.name.at)).collect();
    for row in rows {
        for alias in &row.aliases {
            let Some(other) = taken.insert(&alias.value, alias.at) else { continue };
            let diagnostic = Diagnostic::new(
                Code::AliasTaken,
                format!("the alias `{}` of `{}` is already a name of this table", alias.value, row.name.value),
            );
            scope.push(
                diagnostic
                    .at(alias.at, "")
                    .at(other, "taken here")
                    .help("remove the alias; a name can stand for one row only"),
            );
        }
    }
}
