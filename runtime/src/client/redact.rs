//! Providers and transports repeat what they were sent. Secrets among that must not reach errors, drift reports and logs.

use secrecy::zeroize::Zeroizing;

use crate::sign::percent_encoded;
use crate::text::REDACTED;

/// Shorter texts are no secrets, but would be found everywhere.
const SHORTEST: usize = 4;

/// Stands where a value in quotes was cut: see [`quoted`](crate::text::quoted).
const CUT: &str = "\"…";

/// What must not show, in the forms in which programs repeat it.
pub(super) struct Hidden(Vec<Zeroizing<String>>);

impl Hidden {
    pub(super) fn of(secrets: impl Iterator<Item = Zeroizing<String>>) -> Self {
        let secrets = secrets.filter(|secret| secret.len() >= SHORTEST);
        let mut forms: Vec<_> = secrets.flat_map(|secret| forms(&secret)).collect();
        // A form may hold a shorter one.
        forms.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        forms.dedup();
        Self(forms)
    }

    /// The text without what must not show; nor does it end in the beginning of that, because texts are cut.
    pub(super) fn hide(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for form in &self.0 {
            if text.contains(form.as_str()) {
                text = text.replace(form.as_str(), REDACTED);
            }
            if let Some(at) = begun(&text, form) {
                text.replace_range(at.., REDACTED);
            }
        }
        text
    }

    /// The same for a text that may say itself where it was cut.
    pub(super) fn hide_shown(&self, text: &str) -> String {
        match text.split_once(CUT) {
            Some((front, rest)) => self.hide(front) + CUT + &self.hide(rest),
            None => self.hide(text),
        }
    }
}

/// As it is; in addresses, in either case, and encoded once more in strings to sign; in forms, in JSON, in web pages, and as
/// `Debug` shows it.
fn forms(secret: &str) -> Vec<Zeroizing<String>> {
    let once = Zeroizing::new(percent_encoded(secret));
    let debug = Zeroizing::new(format!("{secret:?}"));
    [
        percent_encoded(&once),
        in_lower_case(&once),
        once.replace("%20", "+"),
        escaped(secret, &[('\\', "\\\\"), ('"', "\\\""), ('/', "\\/")]),
        escaped(secret, PAGE),
        escaped(secret, &[PAGE, PAGE_TOO].concat()),
        debug[1..debug.len() - 1].to_owned(),
        once.to_string(),
        secret.to_owned(),
    ]
    .map(Zeroizing::new)
    .into()
}

/// What every program escapes in a web page, and what some do.
const PAGE: &[(char, &str)] = &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")];
const PAGE_TOO: &[(char, &str)] = &[('/', "&#x2F;"), ('=', "&#x3D;")];

fn escaped(text: &str, escapes: &[(char, &str)]) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        match escapes.iter().find(|(escape, _)| *escape == letter) {
            Some((_, by)) => escaped.push_str(by),
            None => escaped.push(letter),
        }
    }
    escaped
}

/// The digits behind each `%`.
fn in_lower_case(encoded: &str) -> String {
    let mut parts = encoded.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        text + "%" + &digits.to_ascii_lowercase() + rest
    })
}

/// Where the text's end begins to be this secret.
fn begun(text: &str, secret: &str) -> Option<usize> {
    let longest = secret.len().min(text.len() + 1);
    let mut lengths = (SHORTEST..longest).rev().filter(|length| secret.is_char_boundary(*length));
    lengths.find(|length| text.ends_with(&secret[..*length])).map(|length| text.len() - length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(secrets: &[&str]) -> Hidden {
        Hidden::of(secrets.iter().map(|secret| Zeroizing::new((*secret).to_owned())))
    }

    #[test]
    fn secrets_are_hidden_in_every_form() {
        let forms = [
            "s3/c<r \"t=",
            "s3%2Fc%3Cr%20%22t%3D",
            "s3%2fc%3cr%20%22t%3d",
            "s3%252Fc%253Cr%2520%2522t%253D",
            "s3%2Fc%3Cr+%22t%3D",
            "s3\\/c<r \\\"t=",
            "s3/c&lt;r &quot;t=",
            "s3&#x2F;c&lt;r &quot;t&#x3D;",
            "s3/c<r \\\"t=",
        ];
        let hidden = hidden(&[forms[0], "a", "pass&word"]);
        for form in forms {
            assert_eq!(hidden.hide(&format!("a pass&word, a {form}!")), "a [redacted], a [redacted]!", "{form}");
        }
    }

    #[test]
    fn half_a_secret_is_hidden_at_the_end() {
        let hidden = hidden(&["s3/cr t"]);
        for (text, expected) in [("is s3/cr", "is "), ("is s3%2Fcr%2", "is "), ("s3/c", "")] {
            assert_eq!(hidden.hide(text), format!("{expected}{REDACTED}"));
        }
        assert_eq!(hidden.hide("is s3/"), "is s3/");
        let long = hidden.hide_shown(&crate::text::quoted(&format!("{}s3/cr t", "x".repeat(55))));
        assert_eq!(long, format!("\"{}{REDACTED}\"… (62 characters)", "x".repeat(55)));
    }
}
