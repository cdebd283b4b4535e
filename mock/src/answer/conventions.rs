//! How providers word their answers, as far as no spec says it: a table by scheme of signing, which is what tells the
//! families of these APIs apart.

use tablature_codegen::vocabulary::Scheme;

/// What a call failed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    WrongSignature,
    UnknownKey,
    OutOfTime,
    Replayed,
    UnknownAction,
    Missing,
    Invalid,
    NotFound,
    Throttled,
    Unavailable,
    Broken,
}

/// The shape of a failed call's answer, beside what the spec's `status` says.
pub(super) struct Conventions {
    pub(super) content_type: &'static str,
    /// Field that gives the code's name.
    pub(super) name_field: Option<&'static str>,
    /// Field that gives the provider's host.
    pub(super) host_field: Option<&'static str>,
    /// Whether a failed call's answer names the action.
    pub(super) names_action: bool,
    /// Header that identifies the call.
    pub(super) request_id_header: Option<&'static str>,
    /// What a refusal of a signature says in front of the text that the server has signed, where it tells that text:
    /// official clients look for it.
    pub(super) before_signed_text: Option<&'static str>,
    /// Code, its name, and the HTTP status where that decides.
    codes: fn(Failure) -> (&'static str, &'static str, u16),
}

impl Conventions {
    pub(super) fn of(scheme: Scheme) -> &'static Self {
        match scheme {
            Scheme::TencentV2 => &TENCENT_V2,
            Scheme::AliyunRpc => &ALIYUN_RPC,
            Scheme::Qingcloud => &QINGCLOUD,
            Scheme::Ucloud => &UCLOUD,
        }
    }

    pub(super) fn code(&self, failure: Failure) -> (&'static str, &'static str, u16) {
        (self.codes)(failure)
    }
}

const JSON: &str = "application/json;charset=utf-8";

/// The page of the documents says what the body is, the provider's servers say otherwise.
static TENCENT_V2: Conventions = Conventions {
    content_type: "text/html; charset=utf-8",
    name_field: Some("codeDesc"),
    host_field: None,
    names_action: false,
    request_id_header: None,
    before_signed_text: None,
    codes: |failure| match failure {
        Failure::WrongSignature | Failure::UnknownKey => ("4100", "AuthFailure", 200),
        Failure::OutOfTime => ("4200", "RequestExpired", 200),
        Failure::Replayed => ("4500", "ReplayAttack", 200),
        Failure::UnknownAction | Failure::Missing | Failure::Invalid => ("4000", "InvalidParameter", 200),
        Failure::NotFound => ("5000", "ResourceNotFound", 200),
        Failure::Throttled => ("4400", "RequestLimitExceeded", 200),
        Failure::Unavailable => ("6200", "ServiceUnavailable", 200),
        Failure::Broken => ("6000", "InternalError", 200),
    },
};

static ALIYUN_RPC: Conventions = Conventions {
    content_type: JSON,
    name_field: None,
    host_field: Some("HostId"),
    names_action: false,
    request_id_header: None,
    before_signed_text: Some("server string to sign is:"),
    codes: |failure| match failure {
        Failure::WrongSignature => ("SignatureDoesNotMatch", "", 400),
        Failure::UnknownKey => ("InvalidAccessKeyId.NotFound", "", 404),
        Failure::OutOfTime => ("InvalidTimeStamp.Expired", "", 400),
        Failure::Replayed => ("SignatureNonceUsed", "", 400),
        Failure::UnknownAction => ("InvalidAction.NotFound", "", 404),
        Failure::Missing => ("MissingParameter", "", 400),
        Failure::Invalid => ("InvalidParameter", "", 400),
        Failure::NotFound => ("InvalidResource.NotFound", "", 404),
        Failure::Throttled => ("Throttling", "", 400),
        Failure::Unavailable => ("ServiceUnavailable", "", 503),
        Failure::Broken => ("InternalError", "", 500),
    },
};

static QINGCLOUD: Conventions = Conventions {
    content_type: JSON,
    name_field: None,
    host_field: None,
    names_action: false,
    request_id_header: None,
    before_signed_text: None,
    codes: |failure| match failure {
        Failure::WrongSignature | Failure::UnknownKey | Failure::Replayed => ("1200", "", 200),
        Failure::OutOfTime => ("1300", "", 200),
        Failure::UnknownAction | Failure::Missing | Failure::Invalid => ("1100", "", 200),
        Failure::NotFound => ("2100", "", 200),
        Failure::Throttled => ("5100", "", 200),
        Failure::Unavailable | Failure::Broken => ("5000", "", 200),
    },
};

static UCLOUD: Conventions = Conventions {
    content_type: JSON,
    name_field: None,
    host_field: None,
    names_action: true,
    request_id_header: Some("x-ucloud-request-uuid"),
    before_signed_text: None,
    codes: |failure| match failure {
        Failure::WrongSignature | Failure::UnknownKey | Failure::OutOfTime | Failure::Replayed => ("171", "", 200),
        Failure::UnknownAction => ("161", "", 200),
        Failure::Missing => ("220", "", 200),
        Failure::Invalid => ("230", "", 200),
        Failure::NotFound => ("8039", "", 200),
        Failure::Throttled => ("153", "", 200),
        Failure::Unavailable => ("150", "", 200),
        Failure::Broken => ("130", "", 200),
    },
};
