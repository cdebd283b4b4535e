//! What every call of a scheme carries.

use jiff::Timestamp;
use jiff::tz::Offset;
use secrecy::ExposeSecret;

use super::{Credentials, Nonce, Rules, rules};
use crate::encode::{Pairs, Parameters};
use crate::facts::Scheme;

/// What the common parameters of a call are made of.
///
/// ```
/// use tablature_runtime::jiff::Timestamp;
/// use tablature_runtime::sign::{Common, Nonce};
///
/// let common = Common::new(Timestamp::UNIX_EPOCH, Nonce::new(1)).region("cn-hangzhou").version("2014-05-26");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Common<'a> {
    time: Timestamp,
    nonce: Nonce,
    region: Option<&'a str>,
    project: Option<&'a str>,
    version: Option<&'a str>,
}

impl<'a> Common<'a> {
    /// Only what differs from call to call.
    pub const fn new(time: Timestamp, nonce: Nonce) -> Self {
        Self { time, nonce, region: None, project: None, version: None }
    }

    /// The region, or the zone where the scheme has zones: `Region`, `RegionId`, `zone`. Not sent by default.
    #[must_use]
    pub const fn region(mut self, region: &'a str) -> Self {
        self.region = Some(region);
        self
    }

    /// The project, where the scheme has projects: `ProjectId`. Not sent by default.
    #[must_use]
    pub const fn project(mut self, project: &'a str) -> Self {
        self.project = Some(project);
        self
    }

    /// The version of the service, where the scheme asks for it: `Version`. Not sent by default; a scheme with one
    /// version of its own sends that.
    #[must_use]
    pub const fn version(mut self, version: &'a str) -> Self {
        self.version = Some(version);
        self
    }
}

/// Adds the common parameters of the scheme, but for the signature, behind those that are there.
///
/// A parameter that is already there stays as it is, so that a request can name another region or digest.
///
/// ```
/// use tablature_runtime::Scheme;
/// use tablature_runtime::jiff::Timestamp;
/// use tablature_runtime::sign::{Common, Credentials, Nonce, complete};
///
/// let common = Common::new("2023-11-14T22:13:20.7Z".parse::<Timestamp>()?, Nonce::new(1)).region("pek3");
/// let action = ("action".to_owned(), "DescribeImages".to_owned());
/// let parameters = complete(Scheme::Qingcloud, vec![action], &Credentials::new("my-key", "my-secret"), &common);
/// assert!(parameters.contains(&("time_stamp".to_owned(), "2023-11-14T22:13:20Z".to_owned())));
/// assert!(parameters.contains(&("zone".to_owned(), "pek3".to_owned())));
/// # Ok::<(), tablature_runtime::jiff::Error>(())
/// ```
#[must_use]
pub fn complete(scheme: Scheme, parameters: Parameters, credentials: &Credentials, common: &Common<'_>) -> Parameters {
    let mut pairs = Pairs::copied(&parameters);
    complete_pairs(rules(scheme), &mut pairs, credentials, common);
    pairs.to_parameters()
}

/// [`complete`], in place.
pub(super) fn complete_pairs(rules: &Rules, pairs: &mut Pairs, credentials: &Credentials, common: &Common<'_>) {
    let mut missing = Missing { pairs, credentials, common };
    (rules.common)(&mut missing);
    if let (Some(name), Some(token)) = (rules.token, credentials.session_token())
        && !missing.pairs.contains(name)
    {
        missing.pairs.add(name, token.expose_secret(), true);
    }
}

/// Name of the parameter that carries the token of temporary keys; none where the scheme has none, and such a token
/// is not sent.
///
/// ```
/// use tablature_runtime::{Scheme, sign::token_parameter};
///
/// assert_eq!(token_parameter(Scheme::AliyunRpc), Some("SecurityToken"));
/// assert_eq!(token_parameter(Scheme::Qingcloud), None);
/// ```
pub fn token_parameter(scheme: Scheme) -> Option<&'static str> {
    rules(scheme).token
}

/// Parameters that are being completed.
pub(super) struct Missing<'a> {
    pairs: &'a mut Pairs,
    credentials: &'a Credentials,
    common: &'a Common<'a>,
}

impl Missing<'_> {
    /// A value that is always the same.
    pub(super) fn fixed(&mut self, name: &str, value: &str) {
        if !self.pairs.contains(name) {
            self.pairs.add(name, value, false);
        }
    }

    pub(super) fn key_id(&mut self, name: &str) {
        self.fixed(name, self.credentials.id());
    }

    pub(super) fn region(&mut self, name: &str) {
        self.optional(name, self.common.region);
    }

    pub(super) fn project(&mut self, name: &str) {
        self.optional(name, self.common.project);
    }

    pub(super) fn version(&mut self, name: &str) {
        self.optional(name, self.common.version);
    }

    /// As `YYYY-MM-DDThh:mm:ssZ`, in UTC.
    pub(super) fn utc_time(&mut self, name: &str) {
        if !self.pairs.contains(name) {
            // Both colons are encoded.
            self.pairs.add_encoded(name, text_of(&utc_digits(self.common.time)), 2);
        }
    }

    /// In seconds since 1970.
    pub(super) fn unix_time(&mut self, name: &str) {
        self.fixed(name, itoa::Buffer::new().format(self.common.time.as_second()));
    }

    pub(super) fn nonce_number(&mut self, name: &str) {
        self.fixed(name, itoa::Buffer::new().format(self.common.nonce.number()));
    }

    pub(super) fn nonce_text(&mut self, name: &str) {
        self.fixed(name, text_of(&self.common.nonce.digits()));
    }

    fn optional(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.fixed(name, value);
        }
    }
}

/// `YYYY-MM-DDThh:mm:ssZ`. Clocks tell no years before Christ.
fn utc_digits(time: Timestamp) -> [u8; 20] {
    let time = Offset::UTC.to_datetime(time);
    let year = time.year().unsigned_abs();
    let [century, year] = [year / 100 % 100, year % 100].map(|part| part as i8);
    let (day, hour) = ([time.month(), time.day()], [time.hour(), time.minute(), time.second()]);
    let parts = [(0, century), (2, year), (5, day[0]), (8, day[1]), (11, hour[0]), (14, hour[1]), (17, hour[2])];
    let mut text = *b"0000-00-00T00:00:00Z";
    for (place, part) in parts {
        text[place] += part.unsigned_abs() / 10;
        text[place + 1] += part.unsigned_abs() % 10;
    }
    text
}

fn text_of(ascii: &[u8]) -> &str {
    std::str::from_utf8(ascii).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_to_the_second() {
        for shown in ["1970-01-01T00:00:00Z", "2023-11-14T22:13:20Z", "0000-02-29T09:08:07Z", "9999-12-30T21:59:59Z"] {
            let time: Timestamp = shown.parse().expect("a time");
            assert_eq!(text_of(&utc_digits(time)), shown);
            assert_eq!(text_of(&utc_digits(time + std::time::Duration::from_nanos(999_999_999))), shown);
        }
    }
}
