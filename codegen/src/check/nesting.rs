//! Types inside of types: the compiler that reads the bindings follows them only so far.

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};
use crate::model::{Nesting, Row, segments};

/// Half of what compilers follow, since a program may hold an answer in types of its own. No known page has more than ten.
const DEEPEST: usize = 32;

pub(super) fn run(scope: &Scope<'_>) {
    let Some(action) = scope.action else { return };
    let depths = Nesting::of(action, |_| true).depths();
    // Those inside of one that is too deep need no word of their own.
    let deepest = action.types.iter().zip(depths).filter(|(_, depth)| *depth > DEEPEST).max_by_key(|(_, depth)| *depth);
    if let Some((outermost, depth)) = deepest {
        let found = format!("{depth} types stand inside of each other below `{}`", outermost.name.value);
        let help = format!("{DEEPEST} can be compiled; type a row further out as `object`");
        scope.push(Diagnostic::new(Code::TooDeep, found).at(outermost.name.at, "").help(help));
    }
    let depth = |row: &Row| segments(&row.name.value).map_or(0, |parts| parts.len());
    for row in action.request.iter().filter(|row| depth(row) > DEEPEST) {
        let found = format!("the name of a parameter has {} parts", depth(row));
        let help = format!("{DEEPEST} can be compiled; correct the name, or leave the row out");
        scope.push(Diagnostic::new(Code::TooDeep, found).at(row.at, "").help(help));
    }
}
