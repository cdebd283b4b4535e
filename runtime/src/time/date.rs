//! A date with slashes.

use jiff::civil;
use jiff::fmt::strtime;

use super::{Stamp, TimeError, TimeForm, text_time};

/// A date of the form `YYYY/MM/DD`. `YYYY-MM-DD` is read as well.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Date(Stamp);

text_time!(Date, Date, civil);

impl Date {
    /// The day that the text stands for.
    ///
    /// # Errors
    ///
    /// When the text is not of this form, or names no day.
    pub fn civil(&self) -> Result<civil::Date, TimeError> {
        let text = self.as_str().trim();
        let slashes = civil::Date::strptime("%Y/%m/%d", text);
        slashes
            .or_else(|_| civil::Date::strptime("%Y-%m-%d", text))
            .map_err(|_| TimeError::new(self.as_str(), TimeForm::Date.name()))
    }
}

impl From<civil::Date> for Date {
    fn from(day: civil::Date) -> Self {
        // The format has no directive that a date could lack.
        let text = strtime::format("%Y/%m/%d", day).unwrap_or_default();
        Self(Stamp::new(&text))
    }
}
