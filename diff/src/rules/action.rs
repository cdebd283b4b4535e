//! Actions as a whole.

use super::rules;

rules! {
    "Actions":
    ACTION_ADDED "action-added" Call Unnoticed Adds Added
        "An action is documented that was not there before.";
    ACTION_REMOVED "action-removed" Call Fails Breaks Removed
        "An action is not documented any more; its calls are refused sooner or later.";
    ACTION_RENAMED "action-renamed" Call Fails Breaks Changed
        "An action has another name; calls under the old one are refused.";
    ACTION_BECAME_CHANGING "action-became-changing" Call Otherwise Same Changed
        "The action changes something, which it was not known to do: it must not be sent again without thought.";
    PAGING_ADDED "paging-added" Call Unnoticed Adds Added
        "The action turns pages: `Paged` is implemented.";
    PAGING_REMOVED "paging-removed" Call Unnoticed Breaks Removed
        "The action is not known to turn pages any more: `Paged` is not implemented.";
    PAGING_CHANGED "paging-changed" Call Otherwise Same Changed
        "Pages are turned by other parameters, or counted by another field.";
    PAGING_ITEMS_CHANGED "paging-items-changed" Call Otherwise Breaks Changed
        "The pages hold other things: `Paged::Item` is another type.";
    RE_EXPORT_LOST "re-export-lost" Call Unnoticed Breaks Changed
        "Two actions of a service have a type of this name now, so the service does not show it any more; it is found in \
         the modules of the actions.";
    ERROR_CODE_ADDED "error-code-added" Response Unnoticed Adds Added
        "An error code is documented that was not before: a variant of the action's error codes.";
    ERROR_CODE_REMOVED "error-code-removed" Response Unnoticed Breaks Removed
        "An error code is not documented any more: its variant is gone.";
    ERROR_STATUS_CHANGED "error-status-changed" Response Otherwise Same Changed
        "An error code comes with another HTTP status.";
}
