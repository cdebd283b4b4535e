//! What the example programs share: a client with the settings of the environment, and errors as people read them.
//!
//! Each provider has its own variables; `ALIYUN` stands for its name.
//!
//! | variable | holds |
//! |---|---|
//! | `TABLATURE_ALIYUN_ACCESS_KEY_ID`, `TABLATURE_ALIYUN_ACCESS_KEY_SECRET` | the key |
//! | `TABLATURE_ALIYUN_REGION` | the region or zone, if it is another than the example's |
//! | `TABLATURE_ALIYUN_ENDPOINT` | the address, where each installation has its own, or for the fake cloud |

use std::fmt::{self, Display};

use tablature::Credentials;
use tablature::runtime::ProviderMarker;
use tablature::runtime::client::{Builder, Carrier, Client};

/// A client with the settings of the environment, and the region that its calls are for.
///
/// # Errors
///
/// When a key is missing, or the endpoint is no address.
pub fn client<P, T>(usual_region: &str) -> Result<(Client<P, T>, String), Failure>
where
    P: ProviderMarker,
    T: Carrier + ?Sized,
{
    let credentials = Credentials::from_env_for(P::PROVIDER.name())?;
    let region = region::<P>(usual_region);
    Ok((builder(credentials, &region).build()?, region))
}

/// The region or zone that the environment names, or else the usual one.
pub fn region<P: ProviderMarker>(usual: &str) -> String {
    setting::<P>("REGION").unwrap_or_else(|| usual.to_owned())
}

/// The beginning of a client for the provider's endpoint, or the one that the environment names.
pub fn builder<P, T>(credentials: Credentials, region: &str) -> Builder<P, T>
where
    P: ProviderMarker,
    T: Carrier + ?Sized,
{
    let builder = Client::<P, T>::new(credentials).region(region);
    match setting::<P>("ENDPOINT") {
        Some(endpoint) => builder.endpoint(endpoint),
        None => builder,
    }
}

fn setting<P: ProviderMarker>(what: &str) -> Option<String> {
    std::env::var(format!("TABLATURE_{}_{what}", P::PROVIDER.name().to_uppercase())).ok()
}

/// A field of an answer as text. Every field can be missing.
pub fn text(field: Option<impl Display>) -> String {
    field.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// Any error. `main` prints errors with `Debug`; this one shows the message that is meant for people.
pub struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
