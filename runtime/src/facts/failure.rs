//! What an error code means to the caller.

/// What a failure means, whatever the provider calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FailureClass {
    /// Too many calls: wait, then try again.
    Throttled,
    /// A fault that passes by itself: try again.
    Transient,
    /// The keys were refused, or may not do this.
    Auth,
    /// What the call names does not exist.
    NotFound,
    /// The time of the call is not the provider's time.
    ClockSkew,
}

/// Codes with the class of failures that they stand for.
///
/// A code stands for itself, and may begin or end with `*` for any text. A number is also an HTTP status; `http 503` is
/// nothing else, and `http *` is every status but those of success.
pub type FailureCodes = &'static [(FailureClass, &'static [&'static str])];

/// What a failure with this code and HTTP status means. The code counts before the status, and what is written out before
/// what has a `*` in it.
pub(super) fn classify(codes: FailureCodes, code: Option<&str>, status: u16) -> Option<FailureClass> {
    let find = |fits: &dyn Fn(&str) -> bool| {
        codes.iter().find(|(_, codes)| codes.iter().any(|code| fits(code))).map(|(class, _)| *class)
    };
    let number = status.to_string();
    let by_code = code.and_then(|code| find(&|known| known == code).or_else(|| find(&|known| fits(known, code))));
    by_code
        .or_else(|| find(&|known| known.strip_prefix(HTTP).unwrap_or(known) == number))
        .or_else(|| by_standard(status))
        .or_else(|| find(&|known| !is_success(status) && known.strip_prefix(HTTP) == Some("*")))
}

const HTTP: &str = "http ";

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// Whether a code is one of those that are written with a `*`.
fn fits(known: &str, code: &str) -> bool {
    if known.starts_with(HTTP) {
        return false;
    }
    let ends = known.strip_prefix('*').is_some_and(|end| code.ends_with(end));
    ends || known.strip_suffix('*').is_some_and(|start| code.starts_with(start))
}

/// What a status means of itself, whoever answers it: RFC 9110, section 15, and RFC 6585, section 4. Gateways answer
/// these before a call reaches the provider.
const fn by_standard(status: u16) -> Option<FailureClass> {
    match status {
        401 => Some(FailureClass::Auth),
        429 => Some(FailureClass::Throttled),
        502..=504 => Some(FailureClass::Transient),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::FailureClass::{Auth, NotFound, Throttled, Transient};
    use super::*;

    const CODES: FailureCodes = &[
        (Auth, &["Key.NotFound", "171"]),
        (NotFound, &["*.NotFound", "404"]),
        (Throttled, &["Busy*"]),
        (Transient, &["500", "http 409"]),
    ];

    #[test]
    fn codes_count_before_statuses_and_words_before_stars() {
        for (code, status, class) in [
            (Some("Key.NotFound"), 404, Some(Auth)),
            (Some("Image.NotFound"), 400, Some(NotFound)),
            (Some("Busy.User"), 400, Some(Throttled)),
            (Some("171"), 200, Some(Auth)),
            (Some("Other"), 404, Some(NotFound)),
            (Some("Other"), 400, None),
            (Some("500"), 200, Some(Transient)),
            (Some("409"), 200, None),
            (None, 409, Some(Transient)),
            (None, 500, Some(Transient)),
            (None, 429, Some(Throttled)),
            (None, 503, Some(Transient)),
            (None, 401, Some(Auth)),
            (None, 302, None),
        ] {
            assert_eq!(classify(CODES, code, status), class, "{code:?}, {status}");
        }
    }

    #[test]
    fn any_status_is_any_but_success() {
        const ANY: FailureCodes = &[(Transient, &["http *"])];
        assert_eq!(classify(ANY, None, 302), Some(Transient));
        assert_eq!(classify(ANY, Some("1100"), 200), None);
        assert_eq!(classify(ANY, Some("1100"), 400), Some(Transient));
        assert_eq!(classify(ANY, None, 429), Some(Throttled));
    }
}
