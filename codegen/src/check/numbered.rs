//! A number in a parameter's name stands for that of any entry; only the page can tell whether it means one entry.

use super::scope::{RowRef, Scope};
use crate::diag::Code;
use crate::model::segments;

pub(super) fn run(scope: &Scope<'_>) {
    for (side, row) in scope.rows() {
        if !matches!(side, RowRef::Request(_) | RowRef::Common(_)) {
            continue;
        }
        let parts = segments(&row.name.value).unwrap_or_default();
        let marks = parts.iter().filter_map(|part| Some((part, part.mark.as_deref()?)));
        let mut literal = marks.filter(|(_, mark)| *mark != "0" && mark.bytes().all(|byte| byte.is_ascii_digit()));
        let Some((part, mark)) = literal.next() else { continue };
        let message = format!("`{}` is read as a row of the list `{}`, of any length", row.name.value, part.name);
        let help =
            format!("write `n` in place of `{mark}`; if the page means that one entry, say so in a note of the row");
        scope.report(Code::NumberedName, message, (row.name.at, ""), help);
    }
}
