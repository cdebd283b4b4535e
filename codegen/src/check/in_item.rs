//! `required: in_item` speaks of entries of a list of structs.

use super::scope::{RowRef, Scope};
use crate::diag::Code;
use crate::model::segments;
use crate::vocabulary::Required;

pub(super) fn run(scope: &Scope<'_>) {
    for (side, row) in scope.rows() {
        let Some(at) = row.required_at.filter(|_| row.required == Required::InItem) else { continue };
        let in_struct = matches!(side, RowRef::Request(_) | RowRef::Common(_))
            && segments(&row.name.value)
                .is_some_and(|parts| parts.split_last().is_some_and(|(_, before)| before.iter().any(|part| part.list)));
        if !in_struct {
            let message = format!("`{}` is not part of a list of structs", row.name.value);
            scope.report(
                Code::InItemOutside,
                message,
                (at, ""),
                "`in_item` is for parameters such as `Tag.n.Key`; write `true` or `false`",
            );
        }
    }
}
