//! Providers repeat what they were sent. Secrets among that must not reach errors and logs.

use secrecy::zeroize::Zeroizing;

use crate::sign::{Credentials, percent_encoded};
use crate::text::REDACTED;

/// Shorter texts are no secrets, but would be found everywhere.
const SHORTEST: usize = 4;

/// The text without the secrets, as they are and as they stand in addresses and in strings to sign; nor does it end in the
/// beginning of one, because texts are cut.
pub(super) fn redacted(
    text: &str,
    credentials: Option<&Credentials>,
    others: impl Iterator<Item = Zeroizing<String>>,
) -> String {
    let mut text = text.to_owned();
    credentials.into_iter().flat_map(Credentials::secrets).for_each(|secret| hide(&mut text, secret));
    others.for_each(|secret| hide(&mut text, &secret));
    text
}

fn hide(text: &mut String, secret: &str) {
    if secret.len() < SHORTEST {
        return;
    }
    let once = Zeroizing::new(percent_encoded(secret));
    let twice = Zeroizing::new(percent_encoded(&once));
    for form in [twice.as_str(), once.as_str(), secret] {
        if text.contains(form) {
            *text = text.replace(form, REDACTED);
        }
        if let Some(at) = begun(text, form) {
            text.replace_range(at.., REDACTED);
        }
    }
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

    #[test]
    fn secrets_are_hidden_in_every_form() {
        let credentials = Credentials::new("id", "s3/cr t").token("tok+en");
        let text = "s3/cr t s3%2Fcr%20t s3%252Fcr%2520t tok+en tok%2Ben pass&word";
        let shown = redacted(
            text,
            Some(&credentials),
            ["pass&word", "a"].map(|secret| Zeroizing::new(secret.to_owned())).into_iter(),
        );
        assert_eq!(shown, [REDACTED; 6].join(" "));
    }

    #[test]
    fn half_a_secret_is_hidden_at_the_end() {
        let credentials = Credentials::new("id", "s3/cr t");
        for (text, expected) in [("is s3/cr", "is "), ("is s3%2Fcr%2", "is "), ("s3/c", "")] {
            assert_eq!(redacted(text, Some(&credentials), [].into_iter()), format!("{expected}{REDACTED}"));
        }
        assert_eq!(redacted("is s3/", Some(&credentials), [].into_iter()), "is s3/");
    }
}
