//! Errors for people: who, what, why, and what to do.

use std::fmt;

use super::advice::advice;
use super::{Error, Fault, Inner, Kind, Received};
use crate::text::quoted;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.provider.title_text())?;
        if let Some(action) = self.0.action {
            write!(f, " {}", action.name())?;
        }
        f.write_str(": ")?;
        reason(&self.0, f)?;
        if let Some(received) = &self.0.received {
            context(received, f)?;
        }
        match advice(&self.0) {
            Some(advice) => write!(f, ". {advice}"),
            None => Ok(()),
        }
    }
}

fn reason(error: &Inner, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match &error.kind {
        Kind::Settings(fault) => f.write_str(fault),
        Kind::Invalid(violations) => {
            write!(
                f,
                "the request was not sent, because it is not as the documents ask for: {}",
                on_one_line(&violations.to_string())
            )
        }
        Kind::Transport(error) => {
            write!(f, "no answer: {error}")?;
            f.write_str(if error.may_have_arrived() {
                "; the call may have arrived"
            } else {
                "; the call was not sent"
            })
        }
        Kind::Refused { code, message } => refusal(error, code.as_deref(), message.as_deref(), f),
        Kind::Unreadable { fault: fault @ Fault::Encoded(_), .. } => write!(f, "{fault}"),
        Kind::Unreadable { fault, .. } => {
            write!(f, "{fault}")?;
            beginning(error, "it", f)
        }
        Kind::Undecodable(error) => write!(f, "the call worked, but {error}"),
    }
}

/// What the provider says or, where it says nothing that is meant for it, what it answers.
fn refusal(error: &Inner, code: Option<&str>, message: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let success = error.provider.status_facts().and_then(|status| status.success_code()).map(|code| code.to_string());
    // An HTTP status of failure beside the code of success: the code explains nothing.
    let code = code.filter(|code| success.is_none_or(|success| success != code.trim()));
    f.write_str(&on_one_line(code.unwrap_or("the call failed")))?;
    match message.filter(|message| !message.trim().is_empty()) {
        Some(message) => write!(f, ": {}", on_one_line(message.trim().trim_end_matches('.'))),
        None if code.is_none() => beginning(error, "the answer", f),
        None => Ok(()),
    }
}

fn beginning(error: &Inner, subject: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match error.received.as_ref().and_then(|received| received.body.as_deref()).map(str::trim) {
        Some(body) if !body.is_empty() => write!(f, "; {subject} begins with {}", quoted(body)),
        _ => Ok(()),
    }
}

fn context(received: &Received, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, " (HTTP {}", received.status)?;
    if let Some(id) = &received.request_id {
        write!(f, ", request ID {}", on_one_line(id))?;
    }
    f.write_str(")")
}

/// Words of others cannot break out of the line, nor turn its direction.
fn on_one_line(text: &str) -> String {
    let turns =
        |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("; "),
            letter if letter.is_control() || turns(letter) => out.extend(letter.escape_unicode()),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn words_of_others_stay_on_their_line() {
        assert_eq!(on_one_line("a\nb\u{1b}[31m\u{202e}中"), "a; b\\u{1b}[31m\\u{202e}中");
    }
}
