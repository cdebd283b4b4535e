//! Providers repeat what they were sent. Secrets among that must not reach errors and logs.

use crate::sign::{Credentials, percent_encoded};
use crate::text::REDACTED;

/// Shorter texts are no secrets, but would be found everywhere.
const SHORTEST: usize = 4;

/// The text without the secrets, as they are and as they stand in addresses and in strings to sign.
pub(super) fn redacted<'a>(
    text: &str,
    credentials: Option<&'a Credentials>,
    others: impl Iterator<Item = &'a str>,
) -> String {
    let mut text = text.to_owned();
    for secret in credentials.into_iter().flat_map(Credentials::secrets).chain(others) {
        if secret.len() < SHORTEST {
            continue;
        }
        let once = percent_encoded(secret);
        let twice = percent_encoded(&once);
        for form in [twice.as_str(), once.as_str(), secret] {
            if text.contains(form) {
                text = text.replace(form, REDACTED);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_hidden_in_every_form() {
        let credentials = Credentials::new("id", "s3/cr t").token("tok+en");
        let text = "s3/cr t s3%2Fcr%20t s3%252Fcr%2520t tok+en tok%2Ben pass&word";
        let shown = redacted(text, Some(&credentials), ["pass&word", "a"].into_iter());
        assert_eq!(shown, [REDACTED; 6].join(" "));
    }
}
