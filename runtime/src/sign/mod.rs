//! Signing of calls, by the schemes that providers document.
//!
//! Two steps, both without clock, chance or network of their own, so that everything can be tested:
//!
//! 1. [`complete`] adds what the scheme wants in every call: key ID, time, nonce, versions.
//! 2. [`sign`] computes the signature over exactly the parameters that it is given, and adds it.
//!
//! The time comes from a [`Clock`] and the nonce from [`Nonces`]: [`SystemClock`] and [`RandomNonces`], or values of
//! the test's choice.
//!
//! ```
//! use tablature_runtime::sign::{Clock, Common, Credentials, Nonces, RandomNonces, SystemClock, Target, complete, sign};
//! use tablature_runtime::{Method, Scheme};
//!
//! let credentials = Credentials::new("my-key-id", "my-secret");
//! let parameters = vec![("Action".to_owned(), "DescribeImages".to_owned())];
//!
//! let common = Common::new(SystemClock.now(), RandomNonces.next()).region("cn-hangzhou").version("2014-05-26");
//! let parameters = complete(Scheme::AliyunRpc, parameters, &credentials, &common);
//! let target = Target::new(Method::Get, "ecs.aliyuncs.com", "/");
//! let signed = sign(Scheme::AliyunRpc, &target, parameters, &credentials);
//!
//! let query = tablature_runtime::sign::query(signed.parameters());
//! assert!(query.starts_with("Action=DescribeImages&"));
//! assert!(query.contains("&Signature="));
//! ```
//!
//! | scheme | digest | where it is documented |
//! |---|---|---|
//! | [`Scheme::TencentV2`] | HMAC-SHA1 or HMAC-SHA256, Base64 | Tencent Cloud, API 2.0, signature method |
//! | [`Scheme::AliyunRpc`] | HMAC-SHA1, Base64 | Alibaba Cloud, RPC style, signature version 1.0 |
//! | [`Scheme::Qingcloud`] | HMAC-SHA256 or HMAC-SHA1, Base64 | QingCloud, IaaS API, signature |
//! | [`Scheme::Ucloud`] | SHA-1, hexadecimal | UCloud, signature algorithm; UCloudStack uses the same |
//!
//! Secrets and strings to sign are wiped from memory when they are dropped, and show in no `Debug` and no error.

mod aliyun_rpc;
mod clock;
mod common;
mod credentials;
mod encode;
mod mac;
mod nonce;
mod output;
mod qingcloud;
mod signature;
mod signed;
#[cfg(feature = "call")]
mod signer;
mod target;
mod tencent_v2;
mod ucloud;

pub use self::clock::{Clock, SystemClock};
pub use self::common::{Common, complete, token_parameter};
pub use self::credentials::{Credentials, CredentialsError};
pub use self::encode::{percent_encoded, query};
pub use self::nonce::{Nonce, Nonces, RandomNonces};
pub use self::signed::Signed;
pub use self::target::Target;

#[cfg(feature = "call")]
pub(crate) use self::signer::Signer;

use self::common::Part;
use self::mac::{Key, Text};
use self::output::{Output, put_together};
use self::signature::Signature;
use crate::encode::{Parameters, Query};
use crate::facts::Scheme;

/// What is particular to one scheme: each has a file that holds such a table.
struct Rules {
    /// Name of the parameter that carries the signature. It is never signed itself.
    signature: &'static str,
    /// Name of the parameter that carries the token of temporary keys, where the scheme has one.
    token: Option<&'static str>,
    /// The secret as the scheme uses it.
    key: fn(&str) -> Key,
    /// What every call carries, but for the token.
    common: &'static [(&'static str, Part)],
    /// Parameters, in the order in which they were given -> as they are signed, by the bytes of their names.
    order: fn(&Query) -> Query,
    /// Writes what is digested: all of it, or what stands in front of the query.
    text: fn(&Call<'_>, &mut Output<'_>) -> Digested,
    /// Whether these parameters ask for the digest by SHA-256, where there are two.
    by_sha256: fn(&Query) -> bool,
}

/// A call that is to be signed.
struct Call<'a> {
    target: &'a Target<'a>,
    /// Its parameters, without a signature, in the order of the scheme. Those of one name are in the order in which they
    /// were given.
    query: &'a Query,
}

/// What is digested of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Digested {
    /// All that is written, but for a key behind it.
    Text,
    /// The query behind it, too.
    TextAndQuery,
}

/// The only place that knows which schemes there are.
fn rules(scheme: Scheme) -> &'static Rules {
    match scheme {
        Scheme::TencentV2 => &tencent_v2::RULES,
        Scheme::AliyunRpc => &aliyun_rpc::RULES,
        Scheme::Qingcloud => &qingcloud::RULES,
        Scheme::Ucloud => &ucloud::RULES,
    }
}

/// Signs exactly these parameters, and adds the signature as the last one. A signature that is already among them is
/// replaced.
///
/// Nothing else is added: see [`complete`]. The order of the parameters makes no difference, except among parameters of one
/// name, or of names that the scheme signs as one. Empty values are signed as all others are. There is nothing in the input
/// that could make it fail.
///
/// ```
/// use tablature_runtime::sign::{Credentials, Target, sign};
/// use tablature_runtime::{Method, Scheme};
///
/// let parameters = vec![("Action".to_owned(), "DescribeImage".to_owned())];
/// let target = Target::new(Method::Post, "api.ucloud.cn", "/");
/// let signed = sign(Scheme::Ucloud, &target, parameters, &Credentials::new("public", "private"));
/// assert_eq!(signed.expose_string_to_sign(), "ActionDescribeImageprivate");
/// assert_eq!(signed.signature().len(), 40);
/// assert_eq!(signed.parameters().len(), 2);
/// ```
#[must_use]
pub fn sign(scheme: Scheme, target: &Target<'_>, parameters: Parameters, credentials: &Credentials) -> Signed {
    let rules = rules(scheme);
    let mut parameters = parameters;
    parameters.retain(|(name, _)| name != rules.signature);
    let key = (rules.key)(credentials.expose_secret());
    let query = (rules.order)(&Query::of(&parameters));
    let (signature, digested) =
        sign_query(rules, &key, target, &query, |signature, text| (signature.to_text(), key.expose_digested(text)));
    parameters.push((rules.signature.to_owned(), signature));
    Signed::new(parameters, digested)
}

/// Signs parameters that are sorted.
fn sign_query<T>(
    rules: &Rules,
    key: &Key,
    target: &Target<'_>,
    query: &Query,
    make: impl FnOnce(&Signature, Text<'_>) -> T,
) -> T {
    put_together(target.longest() + query.longest(), query.holds_secret(), |output| {
        let digested = (rules.text)(&Call { target, query }, output);
        let behind = if digested == Digested::TextAndQuery { query.as_bytes() } else { b"" };
        let text = [output.as_bytes(), behind];
        make(&key.signature(text, (rules.by_sha256)(query)), text)
    })
}
