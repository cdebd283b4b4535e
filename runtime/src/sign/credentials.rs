//! The keys that sign.

use std::env::{self, VarError};
use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use crate::text::REDACTED;

/// An access key: its ID, which every call shows, and its secret, which no call shows.
///
/// The secret and the token are wiped from memory when the last copy is dropped, and `Debug` shows neither; of the ID
/// it shows the first few characters.
///
/// ```
/// use tablature_runtime::sign::Credentials;
///
/// let credentials = Credentials::new("EXAMPLEKEY0001", "my-secret").token("my-token");
/// assert_eq!(credentials.id(), "EXAMPLEKEY0001");
/// assert_eq!(format!("{credentials:?}"), "Credentials { id: \"EXAM…\", secret: [redacted], token: [redacted] }");
/// ```
#[derive(Clone)]
pub struct Credentials {
    id: String,
    secret: SecretString,
    token: Option<SecretString>,
}

impl Credentials {
    /// A key by its ID (`SecretId`, `AccessKeyId`, `access_key_id`, public key) and its secret (`SecretKey`, private
    /// key), exactly as the provider's console shows them.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { id: id.into(), secret: SecretString::from(secret.into()), token: None }
    }

    /// The token that comes with temporary keys. Sent where the scheme has a place for it: see
    /// [`token_parameter`](super::token_parameter).
    #[must_use]
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(SecretString::from(token.into()));
        self
    }

    /// Reads `TABLATURE_ACCESS_KEY_ID` and `TABLATURE_ACCESS_KEY_SECRET`, and `TABLATURE_SECURITY_TOKEN` if there is
    /// such a variable and it is not empty. Spaces and line ends around them do not count. No file is read.
    ///
    /// # Errors
    ///
    /// When a variable is missing, empty or no Unicode text. The error names it, and never shows its value.
    ///
    /// ```no_run
    /// use tablature_runtime::sign::Credentials;
    ///
    /// let credentials = Credentials::from_env()?;
    /// # Ok::<(), tablature_runtime::sign::CredentialsError>(())
    /// ```
    pub fn from_env() -> Result<Self, CredentialsError> {
        Self::from_variables("", |name| env::var(name))
    }

    /// As [`from_env`](Self::from_env), for programs that use several providers: the provider's name in upper case
    /// stands in the names of the variables (`TABLATURE_ALIYUN_ACCESS_KEY_ID`), with `_` for what is neither a letter
    /// nor a digit.
    ///
    /// # Errors
    ///
    /// As [`from_env`](Self::from_env).
    ///
    /// ```
    /// use tablature_runtime::sign::Credentials;
    ///
    /// let error = Credentials::from_env_for("nowhere").unwrap_err();
    /// assert_eq!(error.variable(), "TABLATURE_NOWHERE_ACCESS_KEY_ID");
    /// assert!(error.to_string().contains("`TABLATURE_NOWHERE_ACCESS_KEY_ID` is missing; set it, or"));
    /// ```
    pub fn from_env_for(provider: &str) -> Result<Self, CredentialsError> {
        let upper = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() } else { '_' };
        let middle: String = provider.chars().map(upper).chain(['_']).collect();
        Self::from_variables(&middle, |name| env::var(name))
    }

    fn from_variables(middle: &str, read: impl Fn(&str) -> Result<String, VarError>) -> Result<Self, CredentialsError> {
        let variable = |end: &str| {
            let name = format!("TABLATURE_{middle}{end}");
            match read(&name).map(|value| value.trim().to_owned()) {
                Ok(value) if value.is_empty() => Err(CredentialsError { variable: name, kind: Kind::Empty }),
                Ok(value) => Ok(value),
                Err(VarError::NotPresent) => Err(CredentialsError { variable: name, kind: Kind::Missing }),
                Err(VarError::NotUnicode(_)) => Err(CredentialsError { variable: name, kind: Kind::NoText }),
            }
        };
        let credentials = Self::new(variable("ACCESS_KEY_ID")?, variable("ACCESS_KEY_SECRET")?);
        match variable("SECURITY_TOKEN") {
            Ok(token) => Ok(credentials.token(token)),
            Err(error) if error.kind == Kind::NoText => Err(error),
            Err(_) => Ok(credentials),
        }
    }

    /// The ID of the key.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The token of temporary keys, if these are such.
    pub(super) fn session_token(&self) -> Option<&SecretString> {
        self.token.as_ref()
    }

    /// All that must not show.
    #[cfg(feature = "call")]
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.secret).chain(&self.token).map(ExposeSecret::expose_secret)
    }

    /// The secret, for nothing but digests.
    pub(super) fn expose_secret(&self) -> &str {
        self.secret.expose_secret()
    }

    /// The first characters of the ID, never more than a third of it.
    fn shown_id(&self) -> String {
        const SHOWN: usize = 4;
        let count = SHOWN.min(self.id.chars().count() / 3);
        self.id.chars().take(count).chain(['…']).collect()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let token = if self.token.is_some() { REDACTED } else { "None" };
        f.debug_struct("Credentials")
            .field("id", &self.shown_id())
            .field("secret", &format_args!("{REDACTED}"))
            .field("token", &format_args!("{token}"))
            .finish()
    }
}

/// Why there are no credentials in the environment. `Debug` shows the message, as a program does that ends with it.
#[derive(Clone, PartialEq, Eq)]
pub struct CredentialsError {
    variable: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Missing,
    Empty,
    NoText,
}

impl CredentialsError {
    /// Name of the variable that is to be set.
    pub fn variable(&self) -> &str {
        &self.variable
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = match self.kind {
            Kind::Missing => "is missing",
            Kind::Empty => "is empty",
            Kind::NoText => "is not Unicode text",
        };
        write!(
            f,
            "the environment variable `{}` {fault}; set it, or give the keys with `Credentials::new`",
            self.variable
        )
    }
}

impl fmt::Debug for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for CredentialsError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Credentials, CredentialsError> {
        Credentials::from_variables("A_", |name| match variables.iter().find(|(other, _)| *other == name) {
            Some((_, "\u{0}")) => Err(VarError::NotUnicode("top secret".into())),
            Some((_, value)) => Ok((*value).to_owned()),
            None => Err(VarError::NotPresent),
        })
    }

    #[test]
    fn variables_arrive() {
        let id = ("TABLATURE_A_ACCESS_KEY_ID", "id");
        let secret = ("TABLATURE_A_ACCESS_KEY_SECRET", "secret");
        let found = read(&[id, secret]).expect("both are there");
        assert_eq!((found.id(), found.expose_secret(), found.token.is_none()), ("id", "secret", true));
        let found = read(&[id, secret, ("TABLATURE_A_SECURITY_TOKEN", "")]).expect("a token is not needed");
        assert!(found.token.is_none());
        let found = read(&[id, secret, ("TABLATURE_A_SECURITY_TOKEN", "token")]).expect("all are there");
        assert_eq!(found.session_token().map(|token| token.expose_secret()), Some("token"));
    }

    #[test]
    fn line_ends_do_not_count() {
        let credentials = read(&[("TABLATURE_A_ACCESS_KEY_ID", " id\n"), ("TABLATURE_A_ACCESS_KEY_SECRET", "s e\r\n")]);
        let credentials = credentials.expect("both are there");
        assert_eq!((credentials.id(), credentials.expose_secret()), ("id", "s e"));
    }

    #[test]
    fn errors_name_the_variable_and_no_value() {
        let id = ("TABLATURE_A_ACCESS_KEY_ID", "id");
        let error = |variables: &[(&str, &str)]| read(variables).expect_err("something is wrong");
        assert_eq!(error(&[]).variable(), "TABLATURE_A_ACCESS_KEY_ID");
        let missing = error(&[id]).to_string();
        assert!(missing.starts_with("the environment variable `TABLATURE_A_ACCESS_KEY_SECRET` is missing; "));
        assert!(error(&[("TABLATURE_A_ACCESS_KEY_ID", "")]).to_string().contains(" is empty; "));
        let foreign = error(&[id, ("TABLATURE_A_ACCESS_KEY_SECRET", "\u{0}")]);
        assert!(foreign.to_string().contains(" is not Unicode text; "));
        assert!(!format!("{foreign} {foreign:?}").contains("top secret"));
        let token = ("TABLATURE_A_SECURITY_TOKEN", "\u{0}");
        let both = [id, ("TABLATURE_A_ACCESS_KEY_SECRET", "secret"), token];
        assert_eq!(error(&both).variable(), token.0);
    }

    #[test]
    fn short_ids_are_not_given_away() {
        let shown = |id: &str| Credentials::new(id, "s").shown_id();
        assert_eq!([shown(""), shown("ab"), shown("abcdef"), shown("公钥公钥公钥")], ["…", "…", "ab…", "公钥…"]);
        assert_eq!(shown("AKIDEXAMPLE0000000000000000"), "AKID…");
    }
}
