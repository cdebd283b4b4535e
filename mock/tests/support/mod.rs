//! A small client: signs by the runtime's signers, and speaks plain HTTP.

// Each test file is a crate of its own and uses another part of this.
#![allow(dead_code)]

use serde_json::Value;
use tablature_mock::Cloud;
use tablature_runtime::jiff::Timestamp;
use tablature_runtime::sign::{Common, Credentials, Nonce, Nonces, RandomNonces, Target, complete, query, sign};
use tablature_runtime::{Method, Scheme};

/// The actions, with what their calls cannot do without.
pub const ACTIONS: [(&str, &[(&str, &str)]); 7] = [
    (TENCENT, &[]),
    (ALIYUN, &[]),
    (QINGCLOUD, &[]),
    (UCLOUD, &[]),
    (STACK, &[]),
    (STACK_CREATE, &[("VMID", "vm-1"), ("ImageName", "mine")]),
    (STACK_DELETE, &[("ImageID", "example-imageid")]),
];

pub const TENCENT: &str = "tencent/cvm/DescribeImages";
pub const ALIYUN: &str = "aliyun/ecs/DescribeImages";
pub const QINGCLOUD: &str = "qingcloud/iaas/DescribeImages";
pub const UCLOUD: &str = "ucloud/uhost/DescribeImage";
pub const STACK: &str = "ucloudstack/image/DescribeImage";
pub const STACK_CREATE: &str = "ucloudstack/image/CreateCustomImage";
pub const STACK_DELETE: &str = "ucloudstack/image/DeleteCustomImage";

/// What came back.
#[derive(Debug)]
pub struct Came {
    pub status: u16,
    pub content_type: String,
    pub headers: Vec<(String, String)>,
    pub body: Value,
}

/// A call that is about to be sent.
pub struct Call<'a> {
    cloud: &'a Cloud,
    action: &'a str,
    /// What the call says that the action is called.
    name: &'a str,
    method: Method,
    time: Timestamp,
    nonce: Nonce,
    credentials: Credentials,
    parameters: Vec<(String, String)>,
    /// Common parameters that the call does not have, although its scheme wants them.
    left_out: &'a [&'a str],
    /// Put on the wire behind the signed parameters.
    tampered: Vec<(String, String)>,
}

impl<'a> Call<'a> {
    pub fn new(cloud: &'a Cloud, action: &'a str, parameters: &[(&str, &str)]) -> Self {
        Self {
            cloud,
            action,
            name: action.rsplit('/').next().unwrap_or_default(),
            method: Method::Get,
            time: Timestamp::now(),
            nonce: RandomNonces.next(),
            credentials: cloud.credentials(),
            parameters: owned(parameters),
            left_out: &[],
            tampered: Vec::new(),
        }
    }

    pub fn post(mut self) -> Self {
        self.method = Method::Post;
        self
    }

    pub fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    pub fn at(mut self, time: Timestamp) -> Self {
        self.time = time;
        self
    }

    pub fn nonce(mut self, nonce: Nonce) -> Self {
        self.nonce = nonce;
        self
    }

    pub fn signed_by(mut self, credentials: Credentials) -> Self {
        self.credentials = credentials;
        self
    }

    pub fn without(mut self, names: &'a [&'a str]) -> Self {
        self.left_out = names;
        self
    }

    pub fn tampered_with(mut self, parameters: &[(&str, &str)]) -> Self {
        self.tampered = owned(parameters);
        self
    }

    /// Sends it; fails when no whole answer comes back.
    pub fn try_send(self) -> Result<Came, ureq::Error> {
        let endpoint = self.cloud.endpoint(self.action).expect("the action exists");
        let (scheme, action_parameter, version, region) = facts(self.action);
        let mut parameters = self.parameters;
        parameters.push((action_parameter.to_owned(), self.name.to_owned()));
        let mut common = Common::new(self.time, self.nonce).region(region);
        if let Some(version) = version {
            common = common.version(version);
        }
        let mut parameters = complete(scheme, parameters, &self.credentials, &common);
        parameters.retain(|(name, _)| !self.left_out.contains(&name.as_str()));
        let rest = endpoint.trim_start_matches("http://");
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let signed = sign(scheme, &Target::new(self.method, host, path), parameters, &self.credentials);
        let mut parameters = signed.into_parameters();
        parameters.extend(self.tampered);
        came(&endpoint, self.method, &query(&parameters))
    }

    pub fn send(self) -> Came {
        self.try_send().expect("an answer comes back")
    }
}

fn came(endpoint: &str, method: Method, query: &str) -> Result<Came, ureq::Error> {
    let agent = agent();
    let mut response = match method {
        Method::Post => agent.post(endpoint).header("content-type", "application/x-www-form-urlencoded").send(query)?,
        _ => agent.get(format!("{endpoint}?{query}")).call()?,
    };
    let headers = response.headers().iter();
    let headers: Vec<(String, String)> = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let text = response.body_mut().with_config().limit(1 << 30).read_to_string()?;
    Ok(Came {
        status: response.status().as_u16(),
        content_type: header(&headers, "content-type"),
        headers,
        body: serde_json::from_str(&text).unwrap_or(Value::String(text)),
    })
}

/// Statuses are looked at by the tests, and a closed connection must not be hidden by another try.
pub fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).max_idle_connections(0);
    config.build().new_agent()
}

pub fn header(headers: &[(String, String)], name: &str) -> String {
    headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// Scheme, name of the action's parameter, version and region.
fn facts(action: &str) -> (Scheme, &'static str, Option<&'static str>, &'static str) {
    match action.split('/').next() {
        Some("tencent") => (Scheme::TencentV2, "Action", None, "ap-guangzhou"),
        Some("aliyun") => (Scheme::AliyunRpc, "Action", Some("2014-05-26"), "cn-hangzhou"),
        Some("qingcloud") => (Scheme::Qingcloud, "action", None, "pek3a"),
        _ => (Scheme::Ucloud, "Action", None, "cn"),
    }
}

fn owned(parameters: &[(&str, &str)]) -> Vec<(String, String)> {
    parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A documented call.
pub fn send(cloud: &Cloud, action: &str, parameters: &[(&str, &str)]) -> Came {
    Call::new(cloud, action, parameters).send()
}

/// The fields of a listing's answer: what it lists, and how many there are in all.
pub fn listed(action: &str, body: &Value) -> (Vec<Value>, Value) {
    let (items, total) = match action {
        TENCENT => (&body["imageSet"], &body["totalCount"]),
        ALIYUN => (&body["Images"]["Image"], &body["TotalCount"]),
        QINGCLOUD => (&body["image_set"], &body["total_count"]),
        UCLOUD => (&body["ImageSet"], &body["TotalCount"]),
        _ => (&body["Infos"], &body["TotalCount"]),
    };
    (items.as_array().cloned().unwrap_or_default(), total.clone())
}
