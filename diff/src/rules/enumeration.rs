//! Lists of values.

use super::rules;

rules! {
    "Enums":
    REQUEST_VALUE_ADDED "request-enum-value-added" Request Unnoticed Adds Added
        "A value can be sent that was not documented before.";
    REQUEST_VALUE_REMOVED "request-enum-value-removed" Request Fails Breaks Removed
        "A value is not documented any more: calls with it are refused, and its variant is gone.";
    RESPONSE_VALUE_ADDED "response-enum-value-added" Response Unnoticed Adds Added
        "Answers may hold a value that was not documented before: enums are open, so it arrives all the same.";
    RESPONSE_VALUE_REMOVED "response-enum-value-removed" Response Unnoticed Breaks Removed
        "A value is not documented any more: its variant is gone.";
    VALUE_RECASED "enum-value-recased" Call Fails Same Changed
        "A value is spelt in another case: the old spelling is refused, or not recognised. Its variant has the same name.";
    VALUE_RENAMED "enum-value-renamed" Call Unnoticed Breaks Changed
        "A value has another label, and so its variant has another name; what travels is the same.";
    VALUE_RESTRICTED "enum-value-restricted" Request Fails Same Changed
        "A value cannot be sent any more, or not in all regions where it could.";
    TYPE_RENAMED "type-renamed" Call Unnoticed Breaks Changed
        "A model, or a list of values, has another name; what travels is the same.";
    NUMBERS_CHANGED "enum-numbers-changed" Call Unnoticed Breaks Changed
        "The values of an enum are numbers now, or are not any more: `as_i64` takes the place of `as_str`, or the reverse.";
}
