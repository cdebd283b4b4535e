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
use self::encode::ONCE;
use self::mac::Key;
use self::output::Output;
use self::signature::Signature;
use crate::encode::{Pairs, Parameters};
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
    /// Writes what is digested: all of it, or what stands in front of the query.
    text: fn(&Call<'_>, Output) -> (Output, Digested),
    /// Whether these parameters ask for the digest by SHA-256, where there are two.
    by_sha256: fn(&Pairs) -> bool,
}

/// A call that is to be signed.
struct Call<'a> {
    target: &'a Target<'a>,
    /// Its parameters, without a signature, by the bytes of their names. Those of one name are in the order in which they
    /// were given.
    pairs: &'a Pairs,
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
/// Nothing else is added: see [`complete`]. The order of the parameters makes no difference, except among parameters
/// of one name. Empty values are signed as all others are. There is nothing in the input that could make it fail.
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
    let made = made(rules, &key, target, &Pairs::copied(&parameters).sorted(rules.signature));
    parameters.push((rules.signature.to_owned(), made.signature.as_str().to_owned()));
    let digested = key.expose_digested(made.digested());
    made.output.wipe();
    Signed::new(parameters, digested)
}

/// What signing a call makes.
struct Made {
    /// A text, and behind it the parameters as a query, without the signature, for which there is room.
    output: Output,
    /// So many bytes are the text.
    text: usize,
    digested: Digested,
    signature: Signature,
}

impl Made {
    fn digested(&self) -> &[u8] {
        digested(&self.output, self.text, self.digested)
    }
}

/// Signs pairs that are sorted.
fn made(rules: &Rules, key: &Key, target: &Target<'_>, pairs: &Pairs) -> Made {
    // Text and query lie in one buffer: each has all pairs, and a text begins with parts of the target.
    let room = target.longest() + pairs.longest() * 2 + Signature::longest(rules.signature);
    let (output, is_digested) = (rules.text)(&Call { target, pairs }, Output::with_room(room));
    let text = output.as_bytes().len();
    let output = ONCE.append_query(output, pairs);
    let signature = key.signature(digested(&output, text, is_digested), (rules.by_sha256)(pairs));
    Made { output, text, digested: is_digested, signature }
}

fn digested(output: &Output, text: usize, digested: Digested) -> &[u8] {
    match digested {
        Digested::Text => &output.as_bytes()[..text],
        Digested::TextAndQuery => output.as_bytes(),
    }
}
