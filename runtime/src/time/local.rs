//! A date and time of day without a zone.

use jiff::civil::DateTime;
use jiff::fmt::strtime;

use super::{Stamp, TimeError, TimeForm, text_time};

/// A time of the form `YYYY-MM-DD hh:mm:ss`. The documents name no zone for it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct LocalTime(Stamp);

text_time!(LocalTime, Local, civil);

impl LocalTime {
    /// The date and time of day that the text stands for.
    ///
    /// # Errors
    ///
    /// When the text is not of this form, or names no day or time of day.
    pub fn civil(&self) -> Result<DateTime, TimeError> {
        let text = self.as_str().trim();
        text.parse().map_err(|_| TimeError::new(self.as_str(), TimeForm::Local.name()))
    }
}

impl From<DateTime> for LocalTime {
    fn from(time: DateTime) -> Self {
        // The format has no directive that a date and time of day could lack.
        let text = strtime::format("%Y-%m-%d %H:%M:%S", time).unwrap_or_default();
        Self(Stamp::new(&text))
    }
}
