//! What to do about a failure.

use super::{Inner, Kind};
use crate::facts::FailureClass;

/// A sentence without its full stop.
pub(super) fn advice(error: &Inner) -> Option<String> {
    let location = error.received.as_ref().and_then(|received| received.location.as_deref());
    let of_status = error.received.as_ref().and_then(|received| of_status(received.status));
    match (&error.kind, error.class) {
        _ if of_status.is_some() => of_status.map(str::to_owned),
        (Kind::Invalid(_), _) => Some("Correct the request, or send it as it is with `without_validation`".to_owned()),
        (_, Some(FailureClass::Throttled)) => Some(match asked_wait(error) {
            Some(seconds) => format!("Call less often; the provider asks to wait {seconds} s"),
            None => "Call less often, and try again later".to_owned(),
        }),
        (_, Some(FailureClass::Auth)) => {
            Some("Check the access key, its secret, and what it is allowed to do".to_owned())
        }
        (_, Some(FailureClass::NotFound)) => Some("Check the IDs in the request, and the region".to_owned()),
        (_, Some(FailureClass::ClockSkew)) => Some(clock_skew(error)),
        (Kind::Unreadable { .. } | Kind::Refused { .. }, _) if location.is_some() => Some(format!(
            "The provider points to {}, and redirects are not followed; set `endpoint` if that is the right address",
            crate::text::quoted(location.unwrap_or_default())
        )),
        (Kind::Transport(fault), _) if fault.is_unsendable() => Some(
            "Check the settings of the client; a call with long parameters needs `.method(Method::Post)`".to_owned(),
        ),
        (Kind::Transport(fault), _) if !fault.may_have_arrived() => {
            Some("Check the network, the endpoint, and the proxy if there is one".to_owned())
        }
        (Kind::Transport(_) | Kind::Unreadable { .. }, _)
            if error.action.is_some_and(|action| !action.is_read_only()) =>
        {
            Some("Look whether the call took effect before it is sent again".to_owned())
        }
        (_, Some(FailureClass::Transient)) => Some(match asked_wait(error) {
            Some(seconds) => format!("Try again later; the provider asks to wait {seconds} s"),
            None => "Try again later".to_owned(),
        }),
        (Kind::Undecodable(fault), _) if !fault.is_invalid_json() => {
            Some("With `lenient`, such fields are left out, and the rest of the answer comes".to_owned())
        }
        _ => None,
    }
}

/// What statuses ask for that no provider answers, but what lies in between: RFC 9110, sections 15.5.8 and 15.5.15.
const fn of_status(status: u16) -> Option<&'static str> {
    match status {
        407 => Some("Give the proxy the user and the password that it asks for"),
        414 => Some("A call with parameters as long as these needs `.method(Method::Post)`"),
        _ => None,
    }
}

/// In seconds, unless the provider asks for nothing.
fn asked_wait(error: &Inner) -> Option<u64> {
    let wait = error.received.as_ref().and_then(|received| received.retry_after);
    wait.map(|wait| wait.as_secs()).filter(|seconds| *seconds > 0)
}

fn clock_skew(error: &Inner) -> String {
    let stamped = error.received.as_ref().and_then(|received| received.signed_at);
    let stamped = stamped.map_or(String::new(), |time| format!(": it said {time} when the call was signed"));
    format!("Set the clock of this machine{stamped}")
}
