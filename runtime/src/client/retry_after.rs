//! How long a provider asks to wait: RFC 9110, section 10.2.3.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;

use super::HttpResponse;

/// How HTTP wrote times before, all of them in UTC: RFC 9110, section 5.6.7.
const FORMER: [&str; 2] = ["%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];

/// A number of seconds, or the time until then. A time is measured by the provider's own clock where the answer has it, because
/// this machine's may be off; by `now` otherwise.
pub(super) fn asked(response: &HttpResponse, now: Option<Timestamp>) -> Option<Duration> {
    let text = response.header_value("retry-after")?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More seconds than can be counted are no less of a wish.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = time(text)?;
    let now = response.header_value("date").and_then(time).or(now)?;
    Some(until.duration_since(now).try_into().unwrap_or(Duration::ZERO))
}

fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(time) = rfc2822::parse(text) {
        return Some(time.timestamp());
    }
    let former = FORMER.iter().find_map(|form| DateTime::strptime(form, text).ok())?;
    former.to_zoned(TimeZone::UTC).ok().map(|time| time.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(after: &str, date: Option<&str>) -> Option<u64> {
        let response = HttpResponse::new(503, Vec::new()).header("Retry-After", after);
        let response = date.iter().fold(response, |response, date| response.header("Date", *date));
        asked(&response, "1994-11-06T08:49:30Z".parse().ok()).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_are_counted() {
        let most = Some(u64::MAX);
        let cases = [("0", Some(0)), (" 7 ", Some(7)), ("007", Some(7)), ("99999999999999999999", most)];
        let odd = ["", "-1", "+1", "1.5", "1 s", "soon"].map(|text| (text, None));
        for (text, expected) in cases.into_iter().chain(odd) {
            assert_eq!(seconds(text, None), expected, "{text:?}");
        }
    }

    #[test]
    fn times_are_read_in_all_forms_of_http() {
        for text in ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
            assert_eq!(seconds(text, None), Some(7), "{text}");
            assert_eq!(
                seconds(text, Some("Sun, 06 Nov 1994 08:49:32 GMT")),
                Some(5),
                "by the provider's clock: {text}"
            );
            assert_eq!(seconds(text, Some("Sun, 06 Nov 1994 09:00:00 GMT")), Some(0), "it is over: {text}");
            assert_eq!(seconds(text, Some("today")), Some(7), "{text}");
        }
        assert_eq!(seconds("Sun, 06 Nov 1994", None), None);
    }
}
