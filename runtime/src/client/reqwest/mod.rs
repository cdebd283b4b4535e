//! The transports that come with the features: reqwest, with rustls over ring and Mozilla's list of authorities. Nothing
//! of the system's is needed.

#[cfg(feature = "client")]
mod asynchronous;
#[cfg(feature = "blocking")]
mod blocking;

#[cfg(feature = "client")]
pub(super) use self::asynchronous::Reqwest;
#[cfg(feature = "blocking")]
pub(super) use self::blocking::BlockingReqwest;

use std::error::Error;
use std::sync::Arc;

use ::reqwest::Proxy;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use secrecy::ExposeSecret;

use super::settings::Settings;
use super::{End, HttpRequest, HttpResponse, TransportError};

/// The settings that both kinds of reqwest's clients take. Redirects would carry signatures to others, and reqwest's own
/// retries know nothing of what a call does.
macro_rules! configured {
    ($builder:expr, $settings:expr) => {{
        let builder = $builder
            .tls_backend_preconfigured(super::tls($settings)?)
            .redirect(::reqwest::redirect::Policy::none())
            .retry(::reqwest::retry::never())
            .connect_timeout($settings.connect_timeout)
            .no_proxy();
        let builder = match super::proxy($settings)? {
            Some(proxy) => builder.proxy(proxy),
            None => builder,
        };
        builder.build().map_err(|error| format!("there can be no connections: {}", super::reasons(&error)))
    }};
}
use configured;

fn tls(settings: &Settings) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for pem in &settings.root_certificates {
        let fault = |what: &str| {
            format!("a root certificate {what}; give the text of a PEM file, from `-----BEGIN CERTIFICATE-----` on")
        };
        let before = roots.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|error| fault(&format!("cannot be read ({error})")))?;
            roots.add(certificate).map_err(|error| fault(&format!("cannot be used ({error})")))?;
        }
        if roots.len() == before {
            return Err(fault("is not there"));
        }
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// The address may hold a password, so that it is not repeated.
fn proxy(settings: &Settings) -> Result<Option<Proxy>, String> {
    let Some(address) = &settings.proxy else { return Ok(None) };
    let address = address.expose_secret();
    let is_http = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
    let proxy = is_http.then(|| Proxy::all(address).ok()).flatten().map(Some);
    let of_user =
        if address.contains('@') { ", and encode what is special in its user and password: `/` is `%2F`" } else { "" };
    proxy.ok_or_else(|| {
        format!("the proxy is not an HTTP address; write it as `http://proxy.example.com:3128`{of_user}")
    })
}

/// Why there is no answer: without the address, which carries the signature.
fn failed(error: ::reqwest::Error, request: &HttpRequest) -> TransportError {
    let error = error.without_url();
    let reasons = reasons(&error);
    let fault = if error.is_builder() {
        TransportError::unsendable(reasons)
    } else if error.is_connect() {
        TransportError::not_sent(format!("{reasons}, on the way to {}", request.origin()))
    } else if error.is_timeout() {
        TransportError::timed_out(late(&reasons, request))
    } else {
        TransportError::interrupted(reasons)
    };
    fault.caused_by(error)
}

/// How long the call was waited for.
fn late(reasons: &str, request: &HttpRequest) -> String {
    format!("{reasons}, {:?} after it began", request.timeout())
}

/// How an answer ends whose body cannot be read on.
fn broken(error: &(dyn Error + 'static), request: &HttpRequest) -> End {
    let reasons = reasons(error);
    if error.downcast_ref::<::reqwest::Error>().is_some_and(::reqwest::Error::is_timeout) {
        End::TimedOut(late(&reasons, request))
    } else {
        End::Interrupted(reasons)
    }
}

/// An error and what is behind it, each once.
fn reasons(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        let reason = error.to_string();
        if !text.contains(&reason) {
            text = format!("{text}: {reason}");
        }
        next = error.source();
    }
    text
}

/// Status and headers of an answer whose body is still to come.
fn head(status: u16, headers: &::reqwest::header::HeaderMap) -> HttpResponse {
    let texts = headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
    texts.fold(HttpResponse::new(status, Vec::new()), |response, (name, value)| response.header(name, value))
}

/// Adds a piece of the body; false when there is more of it than may be read.
fn append(response: &mut HttpResponse, piece: &[u8], limit: usize) -> bool {
    let room = limit.saturating_sub(response.body.len());
    response.body.extend_from_slice(&piece[..piece.len().min(room)]);
    if piece.len() > room {
        response.end = End::OverLimit;
    }
    response.end == End::Complete
}
