//! Answers to records: tolerant where the documents are known to be wrong, exact where they are not.
//!
//! What is accepted beside the documented type:
//!
//! | documented | comes as | becomes |
//! |---|---|---|
//! | anything | `null` | absent |
//! | text | a number, `true`, `false` | its exact text |
//! | integer | text (`" 20 "`), a float without fraction, a boolean | the integer |
//! | number | text | the number |
//! | boolean | `"true"`, `"False"`, `"0"`, `1` | the boolean |
//! | number, boolean, time, record, list | an empty text | absent |
//! | time | any text or number | the text; reading it as a time may fail |
//! | record | an empty list | absent |
//! | list | a single value | a list of one |
//! | wrapped list | a bare list | the list |
//!
//! A field that came under another name, or that no document knows, never fails an answer. What cannot be accepted is a
//! [`Mismatch`]; [`decode`] fails with all of them, [`decode_lenient`] leaves those fields absent.
//! The time needed grows with the length of the body alone, and nesting beyond 128 levels is refused.

pub(crate) mod bridge;
mod came;
mod coerce;
mod error;
mod exact;
mod fill;
mod glimpse;
mod notes;
mod path;
mod slot;

pub(crate) use self::coerce::integer;
pub use self::error::{DecodeError, Mismatch};
pub(crate) use self::path::Path as DriftPath;

use self::notes::Notes;
use self::path::Path;
use self::slot::{Root, Slot};
use crate::drift::DriftReport;
use crate::record::RecordMut;

/// Decodes an answer.
///
/// # Errors
///
/// When the body is no JSON, with line and column; or when fields cannot be read as what they are documented to be, with
/// all of these fields.
pub fn decode<R: RecordMut + Default>(body: &[u8]) -> Result<R, DecodeError> {
    let mut answer = R::default();
    decode_into(&mut answer, body)?;
    Ok(answer)
}

/// [`decode`] into a record without content.
pub(crate) fn decode_into(answer: &mut dyn RecordMut, body: &[u8]) -> Result<(), DecodeError> {
    decode_noted(answer, body, None)?.into_result()
}

/// Decodes an answer, leaving the fields absent that cannot be read as what they are documented to be.
///
/// # Errors
///
/// When the body is no JSON, with line and column.
pub fn decode_lenient<R: RecordMut + Default>(body: &[u8]) -> Result<(R, Vec<Mismatch>), DecodeError> {
    let mut answer = R::default();
    let notes = decode_noted(&mut answer, body, None)?;
    Ok((answer, notes.into_mismatches()))
}

/// Decodes an answer, and adds to the report where answer and documents differ.
///
/// # Errors
///
/// As [`decode`]; the report is filled as far as the body could be read.
pub fn decode_with_drift<R: RecordMut + Default>(body: &[u8], report: &mut DriftReport) -> Result<R, DecodeError> {
    let mut answer = R::default();
    decode_noted(&mut answer, body, Some(report))?.into_result()?;
    Ok(answer)
}

/// Decodes into a record without content, and leaves absent what cannot be read; the caller says whether that is an error.
pub(crate) fn decode_noted(
    answer: &mut dyn RecordMut,
    body: &[u8],
    report: Option<&mut DriftReport>,
) -> Result<Notes, DecodeError> {
    let mut notes = run(answer, body, report.is_some().then(DriftReport::new))?;
    if let (Some(report), Some(drift)) = (report, notes.drift.take()) {
        report.merge(drift);
    }
    Ok(notes)
}

/// Fills the record from the body.
///
/// A number that is not a 64-bit integer reaches us as a float, or as an error when no float is as large. When one stands where a text is documented, the body is
/// read again in a way that keeps the digits of numbers; nothing else pays for that.
fn run(answer: &mut dyn RecordMut, body: &[u8], drift: Option<DriftReport>) -> Result<Notes, DecodeError> {
    let text = std::str::from_utf8(body).map_err(|error| DecodeError::not_utf8(body, error.valid_up_to()))?;
    let text = without_mark(text);
    match pass(answer, text, Notes::new(drift.clone())) {
        Ok(notes) if !notes.inexact => Ok(notes),
        Err(error) if !is_out_of_range(&error) => Err(DecodeError::invalid(&error)),
        _ => pass(answer, text, Notes::new(drift).exact()).map_err(|error| DecodeError::invalid(&error)),
    }
}

/// The text behind a byte-order mark, which RFC 8259, section 8.1 lets readers ignore.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// serde_json has no other way to tell.
fn is_out_of_range(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("number out of range")
}

fn pass(answer: &mut dyn RecordMut, text: &str, mut notes: Notes) -> Result<Notes, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let path = Path::root(answer.shape());
    let mut root = Root(answer);
    Slot::field(&mut root, &path, &mut notes).visit(&mut json)?;
    json.end()?;
    Ok(notes)
}
