//! What a parameter holds, and how it travels.

use super::rules;

rules! {
    "Types of parameters":
    TYPE_CHANGED "request-type-changed" Request Fails Breaks Changed
        "A parameter holds values of another kind.";
    TEXT_BECAME_NUMBER "request-text-became-number" Request Otherwise Breaks Changed
        "A text is documented as a number or as true or false: what was one already travels as before, anything else is \
         refused.";
    TYPE_WIDENED "request-type-widened" Request Unnoticed Breaks Changed
        "A parameter takes more than before, such as any text instead of a number: what was sent is still right, but its \
         setter has another type.";
    TEXT_BECAME_ENUM "request-text-became-enum" Request Fails Breaks Changed
        "A text is limited to a list of values; others are refused.";
    BECAME_LIST "request-became-list" Request Fails Breaks Changed
        "A single parameter became a list: it travels under other names.";
    BECAME_SINGLE "request-became-single" Request Fails Breaks Changed
        "A list became a single parameter: it travels under another name, and only one value can be given.";
    LIST_ENCODING_CHANGED "request-list-encoding-changed" Request Fails Same Changed
        "A list travels in another way: numbered from another base, joined by commas, or repeated.";
}
