//! Conditions between parameters.

use super::rules;

rules! {
    "Conditions between parameters":
    CONDITION_ADDED "request-condition-added" Request Fails Same Changed
        "Parameters have to agree in a way that they did not before: calls that do not are refused.";
    CONDITION_REMOVED "request-condition-removed" Request Unnoticed Same Removed
        "Parameters need not agree any more.";
    CONDITION_CHANGED "request-condition-changed" Request Fails Same Changed
        "A condition speaks of other parameters, or of other values.";
}
