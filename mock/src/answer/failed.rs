//! Answers of calls that failed.

use serde_json::{Map, Value, json};
use tablature_codegen::model::{ErrorCode, Provider};
use tablature_codegen::vocabulary::FailureClass;

use super::conventions::{Conventions, Failure};
use super::{Answer, answered_name, enveloped, host};
use crate::check::Violated;
use crate::recognise::Recognised;

/// What a failed call says.
struct Said<'a> {
    code: &'a str,
    name: &'a str,
    http: u16,
    words: String,
}

/// A failure in the provider's shape.
pub(crate) fn failed(called: Recognised<'_>, failure: Failure, words: &str, request_id: &str) -> Answer {
    let (code, name, http) = Conventions::of(called.provider.scheme).code(failure);
    shaped(
        called,
        &Said { code: classed(called.provider, failure, code), name, http, words: words.to_owned() },
        request_id,
    )
}

/// A call that does not keep the documents' word: with the documented error, when there is one for the row.
pub(crate) fn refused(called: Recognised<'_>, violated: &[Violated], request_id: &str) -> Answer {
    let all: Vec<String> = violated.iter().map(ToString::to_string).collect();
    let words = all.join("; ");
    let Some((first, error)) = violated.iter().find_map(|one| Some((one, error_of(called, one)?))) else {
        let missing = violated.first().is_some_and(Violated::is_missing);
        let failure = if missing { Failure::Missing } else { Failure::Invalid };
        return failed(called, failure, &words, request_id);
    };
    let failure = if first.is_missing() { Failure::Missing } else { Failure::Invalid };
    let (_, name, usual) = Conventions::of(called.provider.scheme).code(failure);
    let http = error.http.as_ref().and_then(|http| u16::try_from(http.value).ok()).unwrap_or(usual);
    let words = error.message.clone().filter(|_| violated.len() == 1).unwrap_or(words);
    shaped(called, &Said { code: &error.code, name, http, words }, request_id)
}

/// The error that the documents name for a row.
fn error_of<'w>(called: Recognised<'w>, violated: &Violated) -> Option<&'w ErrorCode> {
    let own = called.action.into_iter().flat_map(|(_, action)| &action.errors);
    own.chain(&called.provider.errors).find(|error| {
        let is_of_row = error.field.as_ref().is_some_and(|field| field.value == violated.row());
        is_of_row && error.code.contains("Missing") == violated.is_missing()
    })
}

/// A code that clients take for this failure, because the provider's spec says so: the usual one, unless the spec has others.
fn classed<'a>(provider: &'a Provider, failure: Failure, usual: &'a str) -> &'a str {
    let class = match failure {
        Failure::Throttled => FailureClass::Throttled,
        Failure::Broken | Failure::Unavailable => FailureClass::Transient,
        Failure::NotFound => FailureClass::NotFound,
        _ => return usual,
    };
    // A pattern is no code that could be answered, nor is an HTTP status where codes are names.
    let are_numbers = provider.status.success.is_some();
    let can_be_answered =
        |code: &&str| !code.contains(['*', ' ']) && (are_numbers || !code.bytes().all(|byte| byte.is_ascii_digit()));
    let all = provider.failures.iter().filter(|codes| codes.class == class).flat_map(|codes| &codes.codes);
    let mut codes = all.map(|code| code.value.as_str()).filter(can_be_answered);
    if codes.clone().any(|code| code == usual) { usual } else { codes.next().unwrap_or(usual) }
}

fn shaped(called: Recognised<'_>, said: &Said<'_>, request_id: &str) -> Answer {
    let conventions = Conventions::of(called.provider.scheme);
    let status = &called.provider.status;
    let mut body = Map::new();
    let mut say = |field: Option<&str>, value: Value| {
        if let Some(field) = field {
            body.insert(field.to_owned(), value);
        }
    };
    let number = status.success.and_then(|_| said.code.parse::<i64>().ok());
    say(status.field.as_deref(), number.map_or_else(|| json!(said.code), |number| json!(number)));
    say(status.message.as_deref(), json!(said.words));
    say(conventions.name_field, json!(said.name));
    say(conventions.host_field, json!(host(called.provider)));
    let action = called.action.filter(|_| conventions.names_action);
    say(
        action.map(|_| called.provider.action_parameter.as_str()),
        action.map_or(Value::Null, |(_, one)| answered_name(&one.name)),
    );
    let http = if status.success.is_some() { 200 } else { said.http };
    enveloped(called.provider, body, request_id).status(http)
}
