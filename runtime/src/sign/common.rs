//! What every call of a scheme carries.

use jiff::Timestamp;
use jiff::tz::Offset;
use secrecy::ExposeSecret;

use super::{Credentials, Nonce, rules};
use crate::encode::Parameters;
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
    let rules = rules(scheme);
    let mut parameters = parameters;
    let mut add = |name: &str, value: &str| {
        if !parameters.iter().any(|(other, _)| other == name) {
            parameters.push((name.to_owned(), value.to_owned()));
        }
    };
    for (name, part) in rules.common {
        match part.made(common) {
            Some(made) => add(name, made.as_str()),
            None => part.known(credentials, common).into_iter().for_each(|value| add(name, value)),
        }
    }
    if let (Some(name), Some(token)) = (rules.token, credentials.session_token()) {
        add(name, token.expose_secret());
    }
    parameters
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

/// What a common parameter holds.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Region,
    Project,
    Version,
    KeyId,
    /// What is always the same.
    Fixed(&'static str),
    /// As `YYYY-MM-DDThh:mm:ssZ`, in UTC.
    UtcTime,
    /// In seconds since 1970.
    UnixTime,
    NonceText,
    NonceNumber,
}

impl Part {
    /// What is the same for all calls, where it is known.
    pub(super) fn known<'a>(self, credentials: &'a Credentials, common: &Common<'a>) -> Option<&'a str> {
        match self {
            Self::Region => common.region,
            Self::Project => common.project,
            Self::Version => common.version,
            Self::KeyId => Some(credentials.id()),
            Self::Fixed(value) => Some(value),
            Self::UtcTime | Self::UnixTime | Self::NonceText | Self::NonceNumber => None,
        }
    }

    /// What is made of time or nonce, and so is another one with each attempt.
    pub(super) fn made(self, common: &Common<'_>) -> Option<Made> {
        match self {
            Self::UtcTime => Some(Made::new(&utc_digits(common.time))),
            Self::UnixTime => Some(Made::new(itoa::Buffer::new().format(common.time.as_second()).as_bytes())),
            Self::NonceText => Some(Made::new(&common.nonce.digits())),
            Self::NonceNumber => Some(Made::new(itoa::Buffer::new().format(common.nonce.number()).as_bytes())),
            Self::Region | Self::Project | Self::Version | Self::KeyId | Self::Fixed(_) => None,
        }
    }

    /// Whether it is the project.
    #[cfg(feature = "call")]
    pub(super) const fn is_project(self) -> bool {
        matches!(self, Self::Project)
    }

    /// Whether it is made of the time.
    #[cfg(feature = "call")]
    pub(super) const fn is_time(self) -> bool {
        matches!(self, Self::UtcTime | Self::UnixTime)
    }

    /// Whether it is made of the nonce.
    #[cfg(feature = "call")]
    pub(super) const fn is_nonce(self) -> bool {
        matches!(self, Self::NonceText | Self::NonceNumber)
    }
}

/// A short text of digits and signs. It needs no memory of its own.
pub(super) struct Made {
    text: [u8; 32],
    length: usize,
}

impl Made {
    /// Of up to 32 signs of ASCII.
    #[inline]
    fn new(digits: &[u8]) -> Self {
        let mut text = [0; 32];
        let length = digits.len().min(text.len());
        text[..length].copy_from_slice(&digits[..length]);
        Self { text, length }
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_ref()).unwrap_or_default()
    }
}

impl AsRef<[u8]> for Made {
    fn as_ref(&self) -> &[u8] {
        &self.text[..self.length]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_to_the_second() {
        for shown in ["1970-01-01T00:00:00Z", "2023-11-14T22:13:20Z", "0000-02-29T09:08:07Z", "9999-12-30T21:59:59Z"] {
            let time: Timestamp = shown.parse().expect("a time");
            assert_eq!(Made::new(&utc_digits(time)).as_str(), shown);
            assert_eq!(Made::new(&utc_digits(time + std::time::Duration::from_nanos(999_999_999))).as_str(), shown);
        }
    }
}
