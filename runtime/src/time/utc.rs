//! ISO 8601 in UTC.

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Offset;

use super::{Stamp, TimeError, TimeForm, text_time};

/// A time in ISO 8601 form, such as `2015-06-19T07:25:42Z` or, without seconds, `2015-06-19T07:25Z`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UtcTime(Stamp);

text_time!(UtcTime, Utc, timestamp);

impl UtcTime {
    /// The moment that the text stands for.
    ///
    /// # Errors
    ///
    /// When the text is not of this form, or names no moment.
    pub fn timestamp(&self) -> Result<Timestamp, TimeError> {
        let text = self.as_str().trim();
        text.parse()
            .ok()
            .or_else(|| without_seconds(text))
            .ok_or_else(|| TimeError::new(self.as_str(), TimeForm::Utc.name()))
    }
}

/// jiff reads `07:25Z` already; what is left is a time without any zone, which this form documents to be UTC.
fn without_seconds(text: &str) -> Option<Timestamp> {
    let civil: civil::DateTime = text.strip_suffix(['Z', 'z']).unwrap_or(text).parse().ok()?;
    Offset::UTC.to_timestamp(civil).ok()
}

impl From<Timestamp> for UtcTime {
    fn from(moment: Timestamp) -> Self {
        Self(Stamp::new(&moment.to_string()))
    }
}
