//! HTTP request -> call of a provider.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, Method as HttpMethod, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tablature_runtime::Method;

use super::deliver::deliver;
use crate::cloud::{Asked, State, serve};
use crate::read;

/// Serves whatever is no reserved path.
pub(super) async fn call(
    Shared(state): Shared<Arc<State>>,
    method: HttpMethod,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if uri.path().starts_with("/__") {
        let words =
            format!("this is a fake cloud; it has no path {} of its own, GET /__help names those\n", uri.path());
        return (StatusCode::NOT_FOUND, words).into_response();
    }
    let method = match method {
        HttpMethod::GET => Method::Get,
        HttpMethod::POST => Method::Post,
        other => {
            let words = format!("this is a fake cloud; calls are sent by GET or POST, not by {other}\n");
            return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, POST")], words).into_response();
        }
    };
    let mut pairs = read::pairs(uri.query().unwrap_or_default().as_bytes());
    let is_form = is_form(&headers);
    if is_form {
        pairs.extend(read::pairs(&body));
    }
    let has_other_body = !is_form && !body.is_empty();
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    let asked = Asked { method, host, path: uri.path().to_owned(), headers: texts(&headers), pairs, has_other_body };
    deliver(serve(&state, asked)).await
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.to_ascii_lowercase().contains("x-www-form-urlencoded")
}

fn texts(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    headers.iter().map(text).collect()
}
