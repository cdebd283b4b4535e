//! Fields of answers.

use super::rules;

rules! {
    "Fields of answers":
    FIELD_ADDED "response-field-added" Response Unnoticed Adds Added
        "Answers hold a field that was not documented before.";
    FIELD_REMOVED "response-field-removed" Response Fails Breaks Removed
        "A field is not documented any more: programs that rely on it find nothing, and the field is gone in Rust.";
    FIELD_RENAMED "response-field-renamed" Response Fails Breaks Changed
        "A field has another name: programs that look for the old one find nothing.";
    FIELD_RECASED "response-field-recased" Response Fails Same Changed
        "The name of a field differs in case or punctuation only: programs that look for the old one find nothing. Its \
         name in Rust is the same.";
    FIELD_TYPE_CHANGED "response-type-changed" Response Fails Breaks Changed
        "A field holds values of another kind, which cannot be read as before.";
    FIELD_TYPE_CONVERTED "response-type-converted" Response Unnoticed Breaks Changed
        "A field has another type, and running programs still read what arrives: a number that is a text, a text with a \
         list of values, an object whose fields are listed now.";
    FIELD_BECAME_LIST "response-became-list" Response Fails Breaks Changed
        "A single field became a list.";
    FIELD_BECAME_SINGLE "response-became-single" Response Fails Breaks Changed
        "A list became a single field.";
    FIELD_WRAPPER_CHANGED "response-wrapper-changed" Response Fails Same Changed
        "A list stands inside of another object, or does not any more: the old way to it leads nowhere.";
    FIELD_PRESENCE_WITHDRAWN "response-presence-withdrawn" Response Otherwise Same Changed
        "A field that was always there may be missing, or is not in the tables any more and only seen in an example.";
    FIELD_ALIAS_REMOVED "response-alias-removed" Response Otherwise Same Removed
        "A field is not looked for any more under a name that was once seen.";
}
