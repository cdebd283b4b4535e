//! What may be said of anything.

use super::rules;

rules! {
    "Anywhere":
    DEPRECATED "deprecated" Call Unnoticed Same Deprecated
        "The documents advise against it now.";
    DEPRECATION_CHANGED "deprecation-changed" Call Unnoticed Same Changed
        "The documents do not advise against it any more, or name another successor.";
    ROW_MOVED "row-moved" Call Unnoticed Same Changed
        "A row stands elsewhere in its table; nothing follows from it.";
    UNIT_CHANGED "unit-changed" Call Otherwise Same Changed
        "A number counts something else: the same number means another amount.";
    SECRET_CHANGED "secret-changed" Call Unnoticed Same Changed
        "A value must not be shown any more, or may be.";
    FACT_STATED "fact-stated" Call Unnoticed Same Changed
        "The documents say more, or less, about something that no call and no program depends on.";
}
