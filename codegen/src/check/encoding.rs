//! Lists of objects can only be numbered: joined or repeated, their fields would have no names.

use super::scope::{RowRef, Scope};
use crate::diag::Code;
use crate::model::{Kind, ListEncoding};

pub(super) fn run(scope: &Scope<'_>) {
    for (side, row) in scope.rows() {
        let sent = matches!(side, RowRef::Request(_) | RowRef::Common(_)) && row.list;
        let object = row.kind == Kind::Object;
        if !sent || !object || matches!(row.encoding, ListEncoding::Indexed(_)) {
            continue;
        }
        let way = if row.encoding == ListEncoding::Comma { "joined by commas" } else { "by repetition" };
        let message = format!("the objects of `{}` cannot travel {way}", row.name.value);
        scope.report(
            Code::ObjectEncoding,
            message,
            (row.list_at.unwrap_or(row.at), ""),
            "write `list: indexed`, or give the row a basic type or an enum",
        );
    }
}
