//! A provider and its services.

use super::failure::classify;
use super::{FailureClass, FailureCodes, KnownError, Method, Scheme, Setting, Status};

/// What holds for all actions of one provider.
///
/// ```
/// use tablature_runtime::{FailureClass, Method, Provider, Scheme, Status};
///
/// static PROVIDER: Provider = Provider::new("aliyun", Scheme::AliyunRpc)
///     .title("Alibaba Cloud")
///     .method(Method::Get)
///     .action_parameter("Action")
///     .status(Status::new("Code").message("Message").request_id("RequestId"))
///     .failures(&[(FailureClass::Throttled, &["Throttling"])]);
/// assert_eq!(PROVIDER.name(), "aliyun");
/// assert_eq!(PROVIDER.failure_class(Some("Throttling"), 400), Some(FailureClass::Throttled));
/// ```
#[derive(Debug)]
pub struct Provider {
    name: &'static str,
    title: &'static str,
    scheme: Scheme,
    method: Method,
    action_parameter: &'static str,
    required: &'static [(&'static str, Setting)],
    status: Option<Status>,
    failures: FailureCodes,
    errors: &'static [KnownError],
}

impl Provider {
    /// A provider that is called with GET and takes the action in the parameter `Action`, unless told otherwise.
    pub const fn new(name: &'static str, scheme: Scheme) -> Self {
        Self {
            name,
            title: name,
            scheme,
            method: Method::Get,
            action_parameter: "Action",
            required: &[],
            status: None,
            failures: &[],
            errors: &[],
        }
    }

    /// The name for people.
    #[must_use]
    pub const fn title(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The parameter that names the action.
    #[must_use]
    pub const fn action_parameter(mut self, name: &'static str) -> Self {
        self.action_parameter = name;
        self
    }

    /// Parameters that every call needs and that a client supplies where the request has no such row, each with the client's
    /// setting.
    #[must_use]
    pub const fn required(mut self, parameters: &'static [(&'static str, Setting)]) -> Self {
        self.required = parameters;
        self
    }

    /// Where answers say whether the call worked.
    #[must_use]
    pub const fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }

    /// What codes and HTTP statuses mean.
    #[must_use]
    pub const fn failures(mut self, codes: FailureCodes) -> Self {
        self.failures = codes;
        self
    }

    /// Codes that any action may answer.
    #[must_use]
    pub const fn errors(mut self, errors: &'static [KnownError]) -> Self {
        self.errors = errors;
        self
    }

    /// The short name: that of the specs folder and of the feature.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name for people.
    pub const fn title_text(&self) -> &'static str {
        self.title
    }

    /// How requests are signed.
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The HTTP method of all calls.
    pub const fn http_method(&self) -> Method {
        self.method
    }

    /// The parameter that names the action.
    pub const fn action_parameter_name(&self) -> &'static str {
        self.action_parameter
    }

    /// Parameters that every call needs, each with the client's setting that supplies it.
    pub const fn required_parameters(&self) -> &'static [(&'static str, Setting)] {
        self.required
    }

    /// Where answers say whether the call worked, if the documents tell.
    pub const fn status_facts(&self) -> Option<Status> {
        self.status
    }

    /// What codes and HTTP statuses mean, as far as the documents say.
    pub const fn failure_codes(&self) -> FailureCodes {
        self.failures
    }

    /// What a failure with this code and HTTP status means, if anything is known of it. The code counts before the status.
    pub fn failure_class(&self, code: Option<&str>, http_status: u16) -> Option<FailureClass> {
        classify(self.failures, code, http_status)
    }

    /// Codes that any action may answer.
    pub const fn known_errors(&self) -> &'static [KnownError] {
        self.errors
    }
}

/// What holds for all actions of one service.
///
/// ```
/// use tablature_runtime::Service;
///
/// static SERVICE: Service =
///     Service::new("ecs", "https://ecs.aliyuncs.com/").title("Elastic Compute Service").version("2014-05-26");
/// assert_eq!(SERVICE.version_text(), Some("2014-05-26"));
/// ```
#[derive(Debug)]
pub struct Service {
    name: &'static str,
    title: &'static str,
    endpoint: &'static str,
    version: Option<&'static str>,
}

impl Service {
    /// A service that answers at this endpoint.
    pub const fn new(name: &'static str, endpoint: &'static str) -> Self {
        Self { name, title: name, endpoint, version: None }
    }

    /// The name for people.
    #[must_use]
    pub const fn title(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }

    /// The version of the interface that calls ask for.
    #[must_use]
    pub const fn version(mut self, version: &'static str) -> Self {
        self.version = Some(version);
        self
    }

    /// The short name: that of the specs folder and of the feature.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name for people.
    pub const fn title_text(&self) -> &'static str {
        self.title
    }

    /// Address that calls go to.
    pub const fn endpoint(&self) -> &'static str {
        self.endpoint
    }

    /// The version of the interface that calls ask for, if there is one.
    pub const fn version_text(&self) -> Option<&'static str> {
        self.version
    }
}
