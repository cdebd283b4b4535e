//! What is answered: bodies in each provider's shape.

mod conventions;
mod failed;
mod succeeded;

use std::ops::Range;

use serde_json::{Map, Value, json};
use tablature_codegen::model::{Data, Kind, Provider, Scalar, TimeForm};

use conventions::Conventions;
pub(crate) use conventions::Failure;
pub(crate) use failed::{failed, refused};
pub(crate) use succeeded::{Outcome, succeeded};

use crate::recognise::{endpoint, host_and_path};

/// What an answer can end with.
pub(crate) const STATUSES: Range<u16> = 200..600;

/// An answer, as a test can program it.
///
/// ```
/// let cloud = tablature_mock::Cloud::start()?;
/// let answer = tablature_mock::Answer::json(serde_json::json!({"RetCode": 0, "ImageID": "image-1"}));
/// cloud.answer("ucloudstack/image/CreateCustomImage", answer.header("x-of-mine", "1"))?;
/// # Ok::<(), tablature_mock::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A JSON body with HTTP status 200.
    pub fn json(body: Value) -> Self {
        Self::new("application/json;charset=utf-8", body.to_string())
    }

    /// Any body with HTTP status 200.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Self { status: 200, headers, body: body.into() }
    }

    /// Another HTTP status. One that is not from 200 to 599 becomes 500.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = if STATUSES.contains(&status) { status } else { 500 };
        self
    }

    /// A header in addition. One that HTTP does not allow is left out.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// A header instead of the one of that name, if there is one.
    pub(crate) fn replace_header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self.header(name, value)
    }
}

/// A value of a spec as JSON.
pub(crate) fn scalar(value: &Scalar) -> Value {
    match value {
        Scalar::Text(text) => json!(text),
        Scalar::Integer(number) => json!(number),
        Scalar::Float(number) => json!(number),
        Scalar::Boolean(truth) => json!(truth),
    }
}

/// A text that was sent, as a field of this kind holds it.
pub(crate) fn typed(kind: Kind, text: &str) -> Value {
    match kind {
        Kind::Integer | Kind::Time(TimeForm::UnixSeconds) => {
            text.parse().map_or_else(|_| json!(text), |number: i64| json!(number))
        }
        Kind::Float => text.parse().map_or_else(|_| json!(text), |number: f64| json!(number)),
        Kind::Boolean => json!(text.eq_ignore_ascii_case("true")),
        _ => json!(text),
    }
}

/// A tree of a spec as JSON.
pub(crate) fn data(tree: &Data) -> Value {
    match tree {
        Data::Null => Value::Null,
        Data::Scalar(value) => scalar(value),
        Data::List(entries) => entries.iter().map(|entry| data(&entry.value)).collect(),
        Data::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.value.clone(), data(&value.value))).collect())
        }
    }
}

/// Puts a body into the provider's envelope.
fn enveloped(provider: &Provider, mut body: Map<String, Value>, request_id: &str) -> Answer {
    let conventions = Conventions::of(provider.scheme);
    if let Some(field) = &provider.status.request_id {
        body.insert(field.clone(), json!(request_id));
    }
    let answer = Answer::new(conventions.content_type, Value::Object(body).to_string());
    match conventions.request_id_header {
        Some(name) => answer.header(name, request_id),
        None => answer,
    }
}

/// What a refusal of a signature says in front of the text that the server has signed, where it tells that text.
pub(crate) fn before_signed_text(provider: &Provider) -> Option<&'static str> {
    Conventions::of(provider.scheme).before_signed_text
}

/// What an answer calls the action of a call.
fn answered_name(action: &str) -> Value {
    json!(format!("{action}Response"))
}

/// The first host that the provider documents.
fn host(provider: &Provider) -> &str {
    provider
        .services
        .iter()
        .find_map(|service| endpoint(service, None))
        .map_or("", |endpoint| host_and_path(endpoint).0)
}
