//! Reference data.

use super::rules;

rules! {
    "Reference tables":
    TABLE_ADDED "table-added" Call Unnoticed Adds Added
        "A table, or a column of one, is new.";
    TABLE_REMOVED "table-removed" Call Unnoticed Breaks Removed
        "A table, or a column of one, is gone, or its rows have another name.";
    TABLE_ROWS_CHANGED "table-rows-changed" Call Unnoticed Same Changed
        "A table lists other data.";
}
