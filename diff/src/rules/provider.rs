//! What holds for a whole provider or service.

use super::rules;

rules! {
    "Providers and services":
    SERVICE_ADDED "service-added" Call Unnoticed Adds Added
        "A service is documented that was not there before: a module and a feature.";
    SERVICE_REMOVED "service-removed" Call Fails Breaks Removed
        "A service is gone with all its actions: its module and its feature are gone, too.";
    SIGNING_SCHEME_CHANGED "signing-scheme-changed" Call Fails Same Changed
        "Calls are signed in another way; a program that signs as before is refused.";
    CALL_FORM_CHANGED "call-form-changed" Call Fails Same Changed
        "The HTTP method, or the parameter that names the action, is another one; calls of the old form are refused.";
    LIST_BASE_CHANGED "list-base-changed" Request Fails Same Changed
        "Lists are numbered from another base: with the old one an entry gets lost, or the list is refused.";
    ENDPOINT_CHANGED "endpoint-changed" Call Fails Same Changed
        "Calls go to another address, or the documents do not name one any more.";
    STATUS_CHANGED "status-changed" Response Fails Same Changed
        "Success is told by another field or another value: a program takes failures for successes, or the reverse.";
    STATUS_DETAIL_CHANGED "status-detail-changed" Response Otherwise Same Changed
        "The provider's words, or the number of the call, are found in another field: logs lose them.";
    COMMON_REQUIRED "common-parameter-required" Request Fails Same Changed
        "Every call needs a parameter that it did not need before.";
    COMMON_CHANGED "common-parameter-changed" Request Otherwise Same Changed
        "A parameter that clients add to every call, such as the service's version, is new, gone, or means something else.";
    FAILURE_CODES_CHANGED "failure-codes-changed" Response Otherwise Same Changed
        "Other codes mean throttled, passing, refused keys, not found or a wrong clock.";
}
