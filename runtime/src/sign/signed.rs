//! What signing makes.

use std::fmt;

use secrecy::{ExposeSecret, SecretBox};

use crate::encode::Parameters;
use crate::text::REDACTED;

/// The parameters of a signed call, and what was signed.
pub struct Signed {
    parameters: Parameters,
    string_to_sign: SecretBox<String>,
}

impl Signed {
    /// The last parameter is the signature.
    pub(super) fn new(parameters: Parameters, string_to_sign: String) -> Self {
        Self { parameters, string_to_sign: SecretBox::new(Box::new(string_to_sign)) }
    }

    /// What is to be sent: the parameters that were given, then the signature. All of them decoded: see
    /// [`query`](super::query).
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// What is to be sent, without a copy.
    #[must_use]
    pub fn into_parameters(self) -> Parameters {
        self.parameters
    }

    /// The signature, decoded: Base64 or hexadecimal, by scheme.
    pub fn signature(&self) -> &str {
        self.parameters.last().map_or("", |(_, signature)| signature)
    }

    /// The text that was signed, to be laid beside the one that a provider computes.
    ///
    /// **It is a secret**: schemes put the private key itself or a session token into it. Keep it out of logs.
    pub fn expose_string_to_sign(&self) -> &str {
        self.string_to_sign.expose_secret()
    }
}

/// Shows the names of the parameters only: values hold session tokens, and a signature can be used until it expires.
impl fmt::Debug for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.parameters.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Signed")
            .field("parameters", &names)
            .field("string_to_sign", &format_args!("{REDACTED}"))
            .finish()
    }
}
