//! How a provider is called, and how it says that a call failed.

use std::fmt;

/// A setting of clients that supplies a parameter where the request does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Setting {
    /// A region.
    Region,
    /// A zone.
    Zone,
    /// A project.
    Project,
}

impl Setting {
    /// The name of the method that sets it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Zone => "zone",
            Self::Project => "project",
        }
    }
}

/// How requests are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// Sorted parameters behind method, host and path; HMAC-SHA1 or HMAC-SHA256.
    TencentV2,
    /// Sorted, percent-encoded parameters behind the method; HMAC-SHA1.
    AliyunRpc,
    /// Sorted parameters behind method and path; HMAC-SHA256 or HMAC-SHA1.
    Qingcloud,
    /// SHA-1 over the sorted parameters and the private key.
    Ucloud,
}

/// HTTP method of all calls to a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// Parameters travel in the query.
    Get,
    /// Parameters travel in the body.
    Post,
}

impl Method {
    /// The method as HTTP writes it: `GET` or `POST`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Where an answer says whether the call worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    field: &'static str,
    success: Option<i64>,
    message: Option<&'static str>,
    request_id: Option<&'static str>,
    request_id_header: Option<&'static str>,
}

impl Status {
    /// The code stands in the field of this wire name. Without [`success`](Self::success), the HTTP status decides.
    pub const fn new(field: &'static str) -> Self {
        Self { field, success: None, message: None, request_id: None, request_id_header: None }
    }

    /// The code that means success.
    #[must_use]
    pub const fn success(mut self, code: i64) -> Self {
        self.success = Some(code);
        self
    }

    /// Wire name of the message.
    #[must_use]
    pub const fn message(mut self, field: &'static str) -> Self {
        self.message = Some(field);
        self
    }

    /// Wire name of the call's identifier.
    #[must_use]
    pub const fn request_id(mut self, field: &'static str) -> Self {
        self.request_id = Some(field);
        self
    }

    /// Name of the HTTP header that carries the call's identifier.
    #[must_use]
    pub const fn request_id_header(mut self, header: &'static str) -> Self {
        self.request_id_header = Some(header);
        self
    }

    /// Wire name of the code.
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// The code that means success; none when the HTTP status decides.
    pub const fn success_code(&self) -> Option<i64> {
        self.success
    }

    /// Wire name of the message, if there is one.
    pub const fn message_field(&self) -> Option<&'static str> {
        self.message
    }

    /// Wire name of the call's identifier, if there is one.
    pub const fn request_id_field(&self) -> Option<&'static str> {
        self.request_id
    }

    /// Name of the HTTP header that carries the call's identifier, if there is one.
    pub const fn request_id_header_name(&self) -> Option<&'static str> {
        self.request_id_header
    }
}

/// An error code that the documents list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownError {
    code: &'static str,
    http: Option<u16>,
    messages: &'static [&'static str],
}

impl KnownError {
    /// A code with its HTTP status, if that is documented, and all messages that are listed with it.
    pub const fn new(code: &'static str, http: Option<u16>, messages: &'static [&'static str]) -> Self {
        Self { code, http, messages }
    }

    /// The code as the answer carries it; numbers in decimal.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// HTTP status, if documented.
    pub const fn http(&self) -> Option<u16> {
        self.http
    }

    /// The documented messages.
    pub const fn messages(&self) -> &'static [&'static str] {
        self.messages
    }
}
