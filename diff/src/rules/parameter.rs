//! Which parameters there are, how they are called, and who has to send them.

use super::rules;

rules! {
    "Parameters":
    PARAMETER_ADDED "request-parameter-added" Request Unnoticed Adds Added
        "A parameter can be sent that was not there before.";
    PARAMETER_ADDED_REQUIRED "request-parameter-added-required" Request Fails Breaks Changed
        "A parameter must be sent that was not there before: calls without it are refused, and the constructor takes it.";
    PARAMETER_REMOVED "request-parameter-removed" Request Otherwise Breaks Removed
        "A parameter is gone: most providers ignore it from then on, and its setter is gone.";
    PARAMETER_RENAMED "request-parameter-renamed" Request Otherwise Breaks Changed
        "A parameter has another name: under the old one it is ignored, and its setter has another name.";
    REQUIRED_PARAMETER_RENAMED "request-required-parameter-renamed" Request Fails Breaks Changed
        "A parameter that every call needs has another name: calls that send the old one are refused.";
    PARAMETER_RECASED "request-parameter-recased" Request Otherwise Same Changed
        "The name of a parameter differs in case or punctuation only: under the old one it may be ignored. Its name in \
         Rust is the same.";
    REQUIRED_PARAMETER_RECASED "request-required-parameter-recased" Request Fails Same Changed
        "The name of a parameter that every call needs differs in case or punctuation only: calls that send the old one \
         may be refused. Its name in Rust is the same.";
    PARAMETER_NESTED "request-parameter-nested" Request Otherwise Breaks Changed
        "A parameter stands inside of another parent: under the old name it is ignored, and its setter has moved.";
    ARGUMENT_MOVED "request-required-parameter-moved" Request Unnoticed Breaks Changed
        "Parameters that every call needs stand in another order, and so do the arguments of the constructor. Arguments \
         of one type are exchanged without a word from the compiler!";
    BECAME_REQUIRED "request-became-required" Request Fails Breaks Changed
        "A parameter that could be left out must be given: calls without it are refused, and the constructor takes it.";
    BECAME_OPTIONAL "request-became-optional" Request Unnoticed Breaks Changed
        "A parameter that had to be given can be left out: every call goes on, and the constructor does not take it.";
    AUDIENCE_CHANGED "request-audience-changed" Request Otherwise Same Changed
        "Other callers must send the parameter, or it has an effect for others.";
}
