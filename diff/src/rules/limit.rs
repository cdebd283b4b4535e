//! What values a parameter takes.

use super::rules;

rules! {
    "Limits":
    RANGE_NARROWED "request-range-narrowed" Request Fails Same Changed
        "Numbers that were right are outside of the range now.";
    RANGE_WIDENED "request-range-widened" Request Unnoticed Same Changed
        "Numbers are right that were outside of the range before.";
    SIZE_NARROWED "request-size-narrowed" Request Fails Same Changed
        "Texts or lists of a length that was right are too long or too short now.";
    SIZE_WIDENED "request-size-widened" Request Unnoticed Same Changed
        "Texts or lists may be longer or shorter than before.";
    VALUES_NARROWED "request-values-narrowed" Request Fails Same Changed
        "Values that were right are refused now: they are not among the allowed ones, the list of them is complete, or what \
         was ignored is not.";
    VALUES_WIDENED "request-values-widened" Request Unnoticed Same Changed
        "More values are allowed, the list of them is open, or wrong ones are ignored.";
    FORM_NARROWED "request-form-narrowed" Request Fails Same Changed
        "A value must have a form (a pattern, a format, a case, a step, not empty) that it did not need before.";
    FORM_WIDENED "request-form-widened" Request Unnoticed Same Changed
        "A value does not need the form any more that it needed before.";
}
