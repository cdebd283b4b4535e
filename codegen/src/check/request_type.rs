//! Parameters have basic types or enums: in a request each value has a name of its own, and the rows of a model have none.

use super::scope::{RowRef, Scope};
use crate::diag::{Code, Diagnostic};
use crate::model::Kind;

pub(super) fn run(scope: &Scope<'_>) {
    let Some(action) = scope.action else { return };
    for (side, row) in scope.rows() {
        let (RowRef::Request(_), Kind::Type(index)) = (side, row.kind) else { continue };
        let model = &action.types[index];
        let name = &row.name.value;
        let message = format!("the parameter `{name}` has the model `{}` as its type", model.name.value);
        let (before, _) = crate::model::base(name);
        let number = if row.list { ".n" } else { "" };
        let inner = model.rows.first().map_or("…", |row| row.name.value.as_str());
        let diagnostic = Diagnostic::new(Code::RequestType, message).at(row.at, "").at(model.name.at, "the model");
        scope.push(diagnostic.help(format!("write its fields as rows of the request: `{before}{number}.{inner}`")));
    }
}
