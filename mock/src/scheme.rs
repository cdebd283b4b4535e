//! What the schemes of signing call the parameters that the server has to look at: a line each.

use tablature_codegen::vocabulary::Scheme;
use tablature_runtime::jiff::Timestamp;

/// The parameters of a signed call.
pub(crate) struct Names {
    /// ID of the key.
    pub(crate) key: &'static str,
    /// The signature.
    pub(crate) signature: &'static str,
    /// Time of the call, where the scheme has one.
    pub(crate) time: Option<(&'static str, Stamp)>,
    /// Version of the service, where the scheme has one.
    pub(crate) version: Option<&'static str>,
    /// What no two calls of a key may have in common, taken together.
    pub(crate) unique: &'static [&'static str],
    /// Whether an official client leaves values that begin with `@` out of the signature of a `POST`.
    pub(crate) skips_at: bool,
    /// Whether the host is signed, so that a call which was meant for the public host is signed for that.
    pub(crate) signs_host: bool,
}

/// How the time of a call is written.
#[derive(Clone, Copy)]
pub(crate) enum Stamp {
    /// `YYYY-MM-DDThh:mm:ssZ`, in UTC.
    Utc,
    /// In seconds since 1970.
    Unix,
}

impl Stamp {
    /// The time, if it is written in this way.
    pub(crate) fn read(self, text: &str) -> Option<Timestamp> {
        match self {
            Self::Utc if text.len() == Self::Utc.example().len() && text.contains('T') && text.ends_with('Z') => {
                text.parse().ok()
            }
            Self::Unix if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                text.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok())
            }
            Self::Utc | Self::Unix => None,
        }
    }

    /// For messages.
    pub(crate) const fn example(self) -> &'static str {
        match self {
            Self::Utc => "2023-11-14T22:13:20Z",
            Self::Unix => "1700000000",
        }
    }
}

impl Names {
    /// The parameters by which a call is told from others, and from one that was kept.
    pub(crate) fn of_attempt(&self) -> impl Iterator<Item = &'static str> {
        let time = self.time.map(|(name, _)| name).filter(|time| !self.unique.contains(time));
        time.into_iter().chain(self.unique.iter().copied())
    }
}

pub(crate) fn names(scheme: Scheme) -> Names {
    let names = |key, signature, time| Names {
        key,
        signature,
        time,
        version: None,
        unique: &[],
        skips_at: false,
        signs_host: false,
    };
    match scheme {
        Scheme::TencentV2 => Names {
            unique: &["Timestamp", "Nonce"],
            skips_at: true,
            signs_host: true,
            ..names("SecretId", "Signature", Some(("Timestamp", Stamp::Unix)))
        },
        Scheme::AliyunRpc => Names {
            version: Some("Version"),
            unique: &["SignatureNonce"],
            ..names("AccessKeyId", "Signature", Some(("Timestamp", Stamp::Utc)))
        },
        Scheme::Qingcloud => names("access_key_id", "signature", Some(("time_stamp", Stamp::Utc))),
        Scheme::Ucloud => names("PublicKey", "Signature", None),
    }
}

/// The scheme as the signers of the runtime know it.
pub(crate) fn of_runtime(scheme: Scheme) -> tablature_runtime::Scheme {
    match scheme {
        Scheme::TencentV2 => tablature_runtime::Scheme::TencentV2,
        Scheme::AliyunRpc => tablature_runtime::Scheme::AliyunRpc,
        Scheme::Qingcloud => tablature_runtime::Scheme::Qingcloud,
        Scheme::Ucloud => tablature_runtime::Scheme::Ucloud,
    }
}
