//! The reserved paths, by which other languages do what a test in Rust does through the handle.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawQuery, State as Shared};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde_json::{Map, Value, json};

use crate::answer::{Answer, STATUSES};
use crate::cloud::State;
use crate::error::Error;
use crate::fault::Fault;
use crate::read;
use crate::recognise::last;

type Cloud = Shared<Arc<State>>;

const JSON: &str = "application/json";

pub(super) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/__help", get(|| async { include_str!("../../README.md") }))
        .route("/__records", get(records))
        .route("/__reset", post(reset))
        .route("/__faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/__answers", post(add_answer))
        .route("/__items", get(items).post(set_items))
        .method_not_allowed_fallback(other_method)
}

/// The answer's `Allow` header names the methods that the path has.
async fn other_method(method: Method, uri: Uri) -> Response {
    let words = format!(
        "this is a fake cloud; {} does not take {method}, GET /__help shows what it takes; curl sends a POST by -X POST\n",
        uri.path()
    );
    (StatusCode::METHOD_NOT_ALLOWED, words).into_response()
}

/// Written call by call: all of them as one tree would take many times the memory of the calls.
async fn records(Shared(state): Cloud) -> Response {
    let mut text = String::from("[");
    for (place, call) in state.lock().log.calls().enumerate() {
        text.push_str(if place == 0 { "" } else { "," });
        text.push_str(&call.to_json().to_string());
    }
    text.push(']');
    ([(header::CONTENT_TYPE, JSON)], text).into_response()
}

async fn reset(Shared(state): Cloud) -> Response {
    state.reset();
    shown(Ok(json!({})))
}

async fn faults(Shared(state): Cloud) -> Response {
    shown(Ok(state.lock().faults.to_json()))
}

async fn add_fault(Shared(state): Cloud, body: Bytes) -> Response {
    let plan = Order::read(&body, &["fault", "on", "skip", "every", "times"]).and_then(|order| {
        let mut fault = Fault::new(order.text("fault")?.parse()?);
        fault.on = order.optional_text("on")?.unwrap_or_default().to_owned();
        fault.skip = order.number("skip", Some(0))?.unwrap_or(0);
        fault.every = order.number("every", Some(1))?.unwrap_or(1).max(1);
        fault.times = order.number("times", Some(1))?;
        state.world.within(&fault.on)?;
        state.lock().faults.add(fault)
    });
    shown(plan.map(|()| json!({})))
}

async fn clear_faults(Shared(state): Cloud) -> Response {
    state.lock().faults.clear();
    shown(Ok(json!({})))
}

async fn add_answer(Shared(state): Cloud, body: Bytes) -> Response {
    let program = Order::read(&body, &["on", "status", "headers", "body", "times"]).and_then(|order| {
        let on = order.text("on")?;
        let mut answer = match order.0.get("body").ok_or_else(|| Error::malformed("`body` is missing"))? {
            Value::String(text) => Answer::new("text/plain; charset=utf-8", text.as_str()),
            body => Answer::json(body.clone()),
        };
        let status = order.number("status", Some(200))?.and_then(|status| u16::try_from(status).ok());
        let status = status.filter(|status| STATUSES.contains(status));
        let status = status.ok_or_else(|| Error::malformed("`status` is an HTTP status from 200 to 599"))?;
        for (name, value) in order.headers()? {
            answer = answer.replace_header(name, value);
        }
        state.world.within(on)?;
        state.lock().answers.add(on, answer.status(status), order.number("times", Some(1))?)
    });
    shown(program.map(|()| json!({})))
}

async fn items(Shared(state): Cloud, RawQuery(query): RawQuery) -> Response {
    shown(listing(query).and_then(|listing| state.items(&listing)).map(Value::Array))
}

async fn set_items(Shared(state): Cloud, RawQuery(query): RawQuery, body: Bytes) -> Response {
    let set = listing(query).and_then(|listing| {
        let items: Result<Vec<Value>, _> = serde_json::from_slice(&body);
        let items = items.map_err(|error| Error::malformed(format!("the body is not a list: {error}")))?;
        state.set_items(&listing, items)
    });
    shown(set.map(|()| json!({})))
}

/// The action that is asked about: `?on=aliyun/ecs/DescribeImages`.
fn listing(query: Option<String>) -> Result<String, Error> {
    let asked = read::pairs(query.unwrap_or_default().as_bytes());
    let on =
        last(&asked, "on").ok_or_else(|| Error::malformed("`?on=` is missing, which names an action that lists"))?;
    Ok(on.to_owned())
}

fn shown(result: Result<Value, Error>) -> Response {
    let (status, body) = match result {
        Ok(body) => (StatusCode::OK, body),
        Err(error) => (StatusCode::BAD_REQUEST, json!({ "error": error.to_string() })),
    };
    (status, [(header::CONTENT_TYPE, JSON)], body.to_string()).into_response()
}

/// A JSON object that tells the fake cloud what to do.
struct Order(Map<String, Value>);

impl Order {
    fn read(body: &[u8], known: &[&str]) -> Result<Self, Error> {
        let order = serde_json::from_slice(body);
        let order: Map<String, Value> =
            order.map_err(|error| Error::malformed(format!("the body is no JSON object: {error}")))?;
        match order.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Error::malformed(format!("`{key}` is not known here; there is {}", known.join(", ")))),
            None => Ok(Self(order)),
        }
    }

    fn text(&self, key: &str) -> Result<&str, Error> {
        self.optional_text(key)?.ok_or_else(|| Error::malformed(format!("`{key}` is missing")))
    }

    fn optional_text(&self, key: &str) -> Result<Option<&str>, Error> {
        let wrong = || Error::malformed(format!("`{key}` is a text"));
        self.0.get(key).map(|value| value.as_str().ok_or_else(wrong)).transpose()
    }

    /// Headers as HTTP allows them, but for those that say where the body ends: a fault is what makes these wrong.
    fn headers<'o>(&'o self) -> Result<Vec<(&'o str, &'o str)>, Error> {
        const OF_BODY: [HeaderName; 2] = [header::CONTENT_LENGTH, header::TRANSFER_ENCODING];
        let Some(given) = self.0.get("headers") else { return Ok(Vec::new()) };
        let given = given.as_object().ok_or_else(|| Error::malformed("`headers` is an object of texts"))?;
        let read = |(name, value): (&'o String, &'o Value)| {
            let wrong = |why: &str| Error::malformed(format!("`headers`: {name:?} {why}"));
            let known = HeaderName::try_from(name).map_err(|_| wrong("is not the name of a header"))?;
            if OF_BODY.contains(&known) {
                return Err(wrong("is set by the fake cloud; a fault such as `cut-off` makes it wrong"));
            }
            let text = value.as_str().filter(|text| HeaderValue::try_from(*text).is_ok());
            Ok((name.as_str(), text.ok_or_else(|| wrong("is a text on one line"))?))
        };
        given.iter().map(read).collect()
    }

    /// A number; none where there is `null`, which stands for no end.
    fn number(&self, key: &str, default: Option<u64>) -> Result<Option<u64>, Error> {
        match self.0.get(key) {
            None => Ok(default),
            Some(Value::Null) => Ok(None),
            Some(value) => {
                value.as_u64().map(Some).ok_or_else(|| Error::malformed(format!("`{key}` is a whole number or null")))
            }
        }
    }
}
