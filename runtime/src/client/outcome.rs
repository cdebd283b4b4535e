//! Answers that came by a transport of the caller's.

use super::answer::{self, Sent};
use super::{Error, HttpResponse};
use crate::decode::decode_into;
use crate::facts::Request;
use crate::record::Record;

/// Turns what came back for a request of the type `R` into its answer, or into the error that it reports. A failed call
/// decodes into an answer without content, so that decoding alone cannot tell.
///
/// No client is known here: what the provider repeats of a call, session tokens included, stands in the error as it came.
///
/// # Errors
///
/// When the answer reports a failure, does not say whether the call worked, or is not as documented.
///
/// ```
/// # use tablature_runtime as rt;
/// # static PROVIDER: rt::Provider = rt::Provider::new("acme", rt::Scheme::Ucloud)
/// #     .title("Acme Cloud").status(rt::Status::new("RetCode").success(0).message("Message"));
/// # static SERVICE: rt::Service = rt::Service::new("box", "https://api.example.com/");
/// # enum Acme {}
/// # impl rt::ProviderMarker for Acme { const PROVIDER: &'static rt::Provider = &PROVIDER; }
/// # struct DeleteBox;
/// # rt::parameter!(DeleteBox, "request", "acme/box/DeleteBox.yaml" {});
/// # #[derive(Default)] struct DeleteBoxResponse;
/// # rt::record!(DeleteBoxResponse, "response", "acme/box/DeleteBox.yaml" {});
/// # impl rt::Request for DeleteBox {
/// #     type Provider = Acme;
/// #     type Response = DeleteBoxResponse;
/// #     const ACTION: &'static rt::Action = &rt::Action::new(&PROVIDER, &SERVICE, "DeleteBox", "");
/// # }
/// use tablature_runtime::client::{HttpResponse, outcome};
///
/// let response = HttpResponse::new(200, br#"{"RetCode": 171, "Message": "no such key"}"#.to_vec());
/// let error = outcome::<DeleteBox>(response).unwrap_err();
/// assert_eq!(error.to_string(), "Acme Cloud DeleteBox: 171: no such key (HTTP 200)");
/// ```
pub fn outcome<R: Request>(response: HttpResponse) -> Result<R::Response, Error> {
    let mut answer = R::Response::default();
    let sent = Sent { action: R::ACTION, answer: answer.shape(), own: None };
    let response = answer::judge(&sent, response)?;
    decode_into(&mut answer, &response.body).map_err(|error| sent.undecodable(error, &response))?;
    Ok(answer)
}
