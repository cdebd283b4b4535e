//! What the schemes of signing call the parameters that the server has to look at: a line each.

use tablature_codegen::vocabulary::Scheme;

/// The parameters of a signed call.
pub(crate) struct Names {
    /// ID of the key.
    pub(crate) key: &'static str,
    /// The signature.
    pub(crate) signature: &'static str,
    /// Time of the call, where the scheme has one.
    pub(crate) time: Option<&'static str>,
    /// Version of the service, where the scheme has one.
    pub(crate) version: Option<&'static str>,
    /// What no two calls of a key may have in common, taken together.
    pub(crate) unique: &'static [&'static str],
    /// Whether an official client leaves values that begin with `@` out of the signature of a `POST`.
    pub(crate) skips_at: bool,
    /// Whether the host is signed, so that a call which was meant for the public host is signed for that.
    pub(crate) signs_host: bool,
}

impl Names {
    /// The parameters by which a call is told from others, and from one that was kept.
    pub(crate) fn of_attempt(&self) -> impl Iterator<Item = &'static str> {
        let time = self.time.filter(|time| !self.unique.contains(time));
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
            ..names("SecretId", "Signature", Some("Timestamp"))
        },
        Scheme::AliyunRpc => Names {
            version: Some("Version"),
            unique: &["SignatureNonce"],
            ..names("AccessKeyId", "Signature", Some("Timestamp"))
        },
        Scheme::Qingcloud => names("access_key_id", "signature", Some("time_stamp")),
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
