//! The forms of time that documents name.

use jiff::Timestamp;
use jiff::civil::{self, DateTime};

use super::{Date, LocalTime, UnixTime, UtcTime};

/// How a time is written.
///
/// ```
/// use tablature_runtime::time::TimeForm;
///
/// assert!(TimeForm::Utc.is_written("2015-06-19T07:25Z"));
/// assert!(!TimeForm::Date.is_written("2020-02-29"));
/// assert_eq!(TimeForm::Date.name(), "YYYY/MM/DD");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeForm {
    /// ISO 8601, in UTC where no zone is named.
    Utc,
    /// `YYYY-MM-DD hh:mm:ss`.
    Local,
    /// `YYYY/MM/DD`.
    Date,
    /// Seconds since 1970.
    UnixSeconds,
}

impl TimeForm {
    /// The form for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utc => "YYYY-MM-DDThh:mm:ssZ",
            Self::Local => "YYYY-MM-DD hh:mm:ss",
            Self::Date => "YYYY/MM/DD",
            Self::UnixSeconds => "Unix seconds",
        }
    }

    /// Whether a text is a time of exactly this form.
    pub fn is_written(self, text: &str) -> bool {
        match self {
            Self::Utc => text.parse::<Timestamp>().is_ok() || text.parse::<DateTime>().is_ok(),
            Self::Local => DateTime::strptime("%Y-%m-%d %H:%M:%S", text).is_ok(),
            Self::Date => civil::Date::strptime("%Y/%m/%d", text).is_ok(),
            Self::UnixSeconds => text.parse::<i64>().is_ok(),
        }
    }

    /// Whether a text is read as such a time: other forms of the same are, too.
    pub(crate) fn reads(self, text: &str) -> bool {
        match self {
            Self::Utc => UtcTime::from(text).timestamp().is_ok(),
            Self::Local => LocalTime::from(text).civil().is_ok(),
            Self::Date => Date::from(text).civil().is_ok(),
            Self::UnixSeconds => UnixTime::from(text).timestamp().is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TimeForm::{Date, Local, UnixSeconds, Utc};

    #[test]
    fn what_is_read_is_not_always_what_is_documented() {
        for (form, text, is_written, is_read) in [
            (Utc, "2015-06-19T07:25:42Z", true, true),
            (Utc, "2015-06-19T07:25Z", true, true),
            (Utc, " 2015-06-19T07:25:42Z", false, true),
            (Utc, "19 June 2015", false, false),
            (Local, "2020-02-29 12:30:00", true, true),
            (Local, "2020-02-29T12:30:00", false, true),
            (Local, "2021-02-29 12:30:00", false, false),
            (Date, "2020/02/29", true, true),
            (Date, "2020-02-29", false, true),
            (Date, "2020/02/30", false, false),
            (UnixSeconds, "1700000000", true, true),
            (UnixSeconds, "1700000000.0", false, true),
            (UnixSeconds, "yesterday", false, false),
        ] {
            assert_eq!((form.is_written(text), form.reads(text)), (is_written, is_read), "{form:?} {text}");
        }
    }
}
