//! What happens when a parameter is not sent, and parameters of one value.

use super::rules;

rules! {
    "Defaults and constants":
    DEFAULT_CHANGED "request-default-changed" Request Otherwise Same Changed
        "The provider assumes another value: calls that leave the parameter out do something else now.";
    DEFAULT_STATED "request-default-stated" Request Unnoticed Adds Added
        "The documents say what the provider assumes, which they did not before: a constant.";
    DEFAULT_WITHDRAWN "request-default-withdrawn" Request Otherwise Breaks Removed
        "The documents do not name a value any more that the provider assumes: the constant is gone.";
    DEFAULT_BEHAVIOUR_CHANGED "request-default-behaviour-changed" Request Otherwise Same Changed
        "What the provider does without the parameter is described differently.";
    CONSTANT_ADDED "request-constant-added" Request Fails Same Changed
        "Every call has to say one more thing, always the same: calls of old programs do not say it.";
    CONSTANT_CHANGED "request-constant-changed" Request Otherwise Same Changed
        "What every call says is another value, or is not said any more: old programs go on saying the old one.";
    BECAME_CONSTANT "request-became-constant" Request Otherwise Breaks Removed
        "A parameter has one value only: it is sent with every call, and cannot be set.";
    CONSTANT_FREED "request-constant-freed" Request Unnoticed Adds Added
        "A parameter that had one value only can be set, or left out.";
}
