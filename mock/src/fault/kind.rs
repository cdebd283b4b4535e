//! The faults there are, and their names.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::answer::STATUSES;
use crate::error::Error;

/// What goes wrong. Its name, for `/__faults` and [`str::parse`], stands behind each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// `throttled`: too many calls, in the provider's shape. Nothing is done.
    Throttled,
    /// `unavailable`: a passing fault, in the provider's shape. Nothing is done.
    Unavailable,
    /// `broken`: an internal error, in the provider's shape. Nothing is done.
    Broken,
    /// `auth`: the signature is refused, in the provider's shape. Nothing is done.
    Auth,
    /// `expired`: the time of the call is refused, in the provider's shape. Nothing is done.
    Expired,
    /// `not-found`: what the call is about does not exist, in the provider's shape. Nothing is done.
    NotFound,
    /// `http:503`: a gateway's HTML page with this HTTP status. Nothing is done.
    Http(u16),
    /// `retry-after:2`: HTTP 429 with a `Retry-After` of so many seconds. Nothing is done.
    RetryAfter(u64),
    /// `redirect`: HTTP 302 to somewhere else. Nothing is done.
    Redirect,
    /// `drop`: the connection is closed without an answer. Nothing is done.
    Drop,
    /// `lose`: the call is carried out, and the connection is closed without an answer.
    Lose,
    /// `cut-off`: the call is carried out, and the connection is closed after half of the answer.
    CutOff,
    /// `delay:1500`: the call is carried out, and its answer comes so many milliseconds late, at most 10 minutes.
    Delay(Duration),
    /// `empty`: the call is carried out, and the answer is HTTP 200 without a body.
    Empty,
    /// `html`: the call is carried out, and the answer is HTTP 200 with an HTML page.
    Html,
    /// `truncated`: the call is carried out, and the answer is JSON that ends halfway.
    Truncated,
    /// `list`: the call is carried out, and the answer is `[]`.
    List,
    /// `null`: the call is carried out, and the answer is `null`.
    Null,
    /// `numbers-as-text`: the call is carried out, and every number in the answer is a text.
    NumbersAsText,
    /// `wrong-types`: the call is carried out, and every list in the answer is a text, every text a number.
    WrongTypes,
    /// `no-status`: the call is carried out, and the answer lacks the field that says so.
    NoStatus,
    /// `huge:200000000`: the call is carried out, and so many blanks follow the answer.
    Huge(u64),
}

const LONGEST_DELAY: Duration = Duration::from_secs(600);

/// The kinds without a number, by name.
const PLAIN: [(&str, FaultKind); 18] = [
    ("throttled", FaultKind::Throttled),
    ("unavailable", FaultKind::Unavailable),
    ("broken", FaultKind::Broken),
    ("auth", FaultKind::Auth),
    ("expired", FaultKind::Expired),
    ("not-found", FaultKind::NotFound),
    ("redirect", FaultKind::Redirect),
    ("drop", FaultKind::Drop),
    ("lose", FaultKind::Lose),
    ("cut-off", FaultKind::CutOff),
    ("empty", FaultKind::Empty),
    ("html", FaultKind::Html),
    ("truncated", FaultKind::Truncated),
    ("list", FaultKind::List),
    ("null", FaultKind::Null),
    ("numbers-as-text", FaultKind::NumbersAsText),
    ("wrong-types", FaultKind::WrongTypes),
    ("no-status", FaultKind::NoStatus),
];

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(status) => write!(f, "http:{status}"),
            Self::RetryAfter(seconds) => write!(f, "retry-after:{seconds}"),
            Self::Delay(by) => write!(f, "delay:{}", by.as_millis()),
            Self::Huge(bytes) => write!(f, "huge:{bytes}"),
            plain => f.write_str(PLAIN.iter().find(|(_, kind)| kind == plain).map_or("", |(name, _)| name)),
        }
    }
}

impl FromStr for FaultKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let plain = PLAIN.iter().find(|(name, _)| *name == text).map(|(_, kind)| *kind);
        let numbered = || {
            let (name, number) = text.split_once(':')?;
            let number: u64 = number.parse().ok()?;
            match name {
                "http" => u16::try_from(number).ok().filter(|status| STATUSES.contains(status)).map(Self::Http),
                "retry-after" => Some(Self::RetryAfter(number)),
                "delay" => Some(Self::Delay(Duration::from_millis(number).min(LONGEST_DELAY))),
                "huge" => Some(Self::Huge(number)),
                _ => None,
            }
        };
        plain.or_else(numbered).ok_or_else(|| {
            let names: Vec<&str> = PLAIN.iter().map(|(name, _)| *name).collect();
            Error::malformed(format!(
                "`{text}` is not a fault; there is {}, http:STATUS, retry-after:SECONDS, delay:MILLISECONDS and huge:BYTES",
                names.join(", ")
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written_alike() {
        let numbered = ["http:503", "retry-after:2", "delay:1500", "huge:200000000"];
        for name in PLAIN.iter().map(|(name, _)| *name).chain(numbered) {
            assert_eq!(name.parse::<FaultKind>().map(|kind| kind.to_string()).ok().as_deref(), Some(name));
        }
        for wrong in ["", "http", "http:99", "http:600", "delay:-1", "huge:x", "Drop"] {
            assert!(wrong.parse::<FaultKind>().is_err(), "{wrong}");
        }
    }
}
