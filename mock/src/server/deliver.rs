//! Reply -> HTTP response, as whole or as broken as it is meant to be.

use std::fmt;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;

use crate::answer::Answer;
use crate::fault::{Delivery, Reply};

/// Long enough for what was written to leave before the connection is closed.
const UNTIL_CUT: Duration = Duration::from_millis(30);
const BLANKS: &[u8] = &[b' '; 64 * 1024];

/// More than anybody reads, and few enough to be counted.
const MOST_BLANKS: u64 = 1 << 62;

/// Marks a response that must not be sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unanswered;

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is closed without an answer")
    }
}

impl std::error::Error for Unanswered {}

pub(super) async fn deliver(reply: Reply) -> Response {
    if !reply.delay.is_zero() {
        tokio::time::sleep(reply.delay).await;
    }
    match reply.delivery {
        Delivery::Whole => whole(reply.answer),
        Delivery::Nothing => {
            let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
            response.extensions_mut().insert(Unanswered);
            response
        }
        Delivery::Half => half(reply.answer),
        Delivery::Padded(blanks) => padded(reply.answer, blanks),
    }
}

fn whole(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Some((HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?)));
    response.headers_mut().extend(headers);
    response
}

/// Announces all of the body, and closes after half of it.
fn half(answer: Answer) -> Response {
    let length = answer.body.len();
    let first = Bytes::copy_from_slice(answer.body.get(..length / 2).unwrap_or_default());
    let parts = stream::unfold(Some(first), |first| async move {
        if let Some(first) = first {
            return Some((Ok(first), None));
        }
        tokio::time::sleep(UNTIL_CUT).await;
        Some((Err(io::Error::from(io::ErrorKind::ConnectionAborted)), None))
    });
    with_body(answer, length as u64, Body::from_stream(parts))
}

fn padded(answer: Answer, blanks: u64) -> Response {
    let blanks = blanks.min(MOST_BLANKS);
    let length = answer.body.len() as u64 + blanks;
    let body = Bytes::copy_from_slice(&answer.body);
    let parts = stream::unfold((Some(body), blanks), |(first, left)| async move {
        if let Some(first) = first {
            return Some((Ok::<_, io::Error>(first), (None, left)));
        }
        let size = usize::try_from(left).map_or(BLANKS.len(), |left| left.min(BLANKS.len()));
        let part = BLANKS.get(..size).filter(|part| !part.is_empty())?;
        Some((Ok(Bytes::from_static(part)), (None, left - size as u64)))
    });
    with_body(answer, length, Body::from_stream(parts))
}

fn with_body(answer: Answer, length: u64, body: Body) -> Response {
    let mut response = whole(Answer { body: Vec::new(), ..answer });
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    *response.body_mut() = body;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_blanks_can_be_asked_for() {
        for (blanks, length) in [(0, 2), (7, 9), (u64::MAX, MOST_BLANKS + 2)] {
            let response = padded(Answer::new("application/json", "{}"), blanks);
            assert_eq!(response.headers().get(header::CONTENT_LENGTH), Some(&HeaderValue::from(length)));
        }
    }
}
