//! What a fault does to a call.

use std::time::Duration;

use serde_json::{Value, json};

use super::FaultKind;
use crate::answer::{Answer, Failure};

const HTML: &str = "<html><body><h1>This page is not an answer</h1></body></html>";

/// An answer, and how it reaches the caller.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) answer: Answer,
    pub(crate) delivery: Delivery,
    pub(crate) delay: Duration,
}

/// How much of an answer reaches the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    Whole,
    Half,
    Nothing,
    /// All, and so many blanks.
    Padded(u64),
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Self { answer, delivery: Delivery::Whole, delay: Duration::ZERO }
    }
}

/// What a call fails of, in its provider's words, without anything being done.
pub(crate) fn failure(kind: FaultKind) -> Option<Failure> {
    match kind {
        FaultKind::Throttled => Some(Failure::Throttled),
        FaultKind::Unavailable => Some(Failure::Unavailable),
        FaultKind::Broken => Some(Failure::Broken),
        FaultKind::Auth => Some(Failure::WrongSignature),
        FaultKind::Expired => Some(Failure::OutOfTime),
        FaultKind::NotFound => Some(Failure::NotFound),
        _ => None,
    }
}

/// What comes instead of the provider's answer to a call of which nothing is done.
pub(crate) fn replaced(kind: FaultKind) -> Option<Reply> {
    let html = |status: u16| Answer::new("text/html", HTML).status(status);
    match kind {
        FaultKind::Http(status) => Some(html(status).into()),
        FaultKind::RetryAfter(seconds) => Some(html(429).header("retry-after", seconds.to_string()).into()),
        FaultKind::Redirect => Some(html(302).header("location", "/elsewhere").into()),
        FaultKind::Drop => Some(Reply { delivery: Delivery::Nothing, ..html(500).into() }),
        _ => None,
    }
}

/// What becomes of the answer to a call that was carried out. `status` is the field that tells success from failure.
pub(crate) fn distorted(kind: Option<FaultKind>, answer: Answer, status: Option<&str>) -> Reply {
    let Some(kind) = kind else { return answer.into() };
    let text = |body: &str| Reply::from(Answer { body: body.into(), ..answer.clone() });
    match kind {
        FaultKind::Lose => Reply { delivery: Delivery::Nothing, ..answer.into() },
        FaultKind::CutOff => Reply { delivery: Delivery::Half, ..answer.into() },
        FaultKind::Huge(bytes) => Reply { delivery: Delivery::Padded(bytes), ..answer.into() },
        FaultKind::Delay(delay) => Reply { delay, ..answer.into() },
        FaultKind::Empty => text(""),
        FaultKind::Html => Answer::new("text/html", HTML).into(),
        FaultKind::Truncated => Answer { body: answer.body[..answer.body.len() / 2].to_vec(), ..answer }.into(),
        FaultKind::List => text("[]"),
        FaultKind::Null => text("null"),
        FaultKind::NumbersAsText => changed(answer, numbers_as_text).into(),
        FaultKind::WrongTypes => changed(answer, wrong_types).into(),
        FaultKind::NoStatus => changed(answer, |body| {
            if let (Value::Object(fields), Some(status)) = (body, status) {
                fields.shift_remove(status);
            }
        })
        .into(),
        _ => answer.into(),
    }
}

/// The answer with another body, if its body is JSON.
fn changed(answer: Answer, change: impl FnOnce(&mut Value)) -> Answer {
    let Ok(mut body) = serde_json::from_slice(&answer.body) else { return answer };
    change(&mut body);
    Answer { body: body.to_string().into_bytes(), ..answer }
}

fn numbers_as_text(value: &mut Value) {
    match value {
        Value::Number(number) => *value = json!(number.to_string()),
        Value::Array(entries) => entries.iter_mut().for_each(numbers_as_text),
        Value::Object(fields) => fields.values_mut().for_each(numbers_as_text),
        _ => {}
    }
}

fn wrong_types(value: &mut Value) {
    match value {
        Value::String(text) => *value = json!(text.len()),
        Value::Array(_) => *value = json!("a list stood here"),
        Value::Object(fields) => fields.values_mut().for_each(wrong_types),
        _ => {}
    }
}
