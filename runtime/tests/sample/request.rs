//! The request.

use tablature_runtime as rt;

use super::{Charge, CreateHostResponse, PROVIDER, SERVICE, Sample, State};

#[derive(Clone)]
pub(crate) struct CreateHost {
    pub(crate) zone: String,
    pub(crate) charge: Option<Charge>,
    pub(crate) state: Vec<State>,
    pub(crate) size: Option<i64>,
    pub(crate) ratio: Option<f64>,
    pub(crate) dry_run: Option<bool>,
    pub(crate) image_ids: Vec<String>,
    pub(crate) host_ids: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) tag: Vec<Tag>,
    pub(crate) policy: Option<Policy>,
    pub(crate) password: Option<String>,
    pub(crate) r#type: Option<String>,
    pub(crate) until: Option<rt::time::UtcTime>,
}

impl CreateHost {
    pub(crate) fn new(zone: impl Into<String>) -> Self {
        Self {
            zone: zone.into(),
            charge: None,
            state: Vec::new(),
            size: None,
            ratio: None,
            dry_run: None,
            image_ids: Vec::new(),
            host_ids: Vec::new(),
            names: Vec::new(),
            tag: Vec::new(),
            policy: None,
            password: None,
            r#type: None,
            until: None,
        }
    }
}

impl rt::Request for CreateHost {
    type Provider = Sample;
    type Response = CreateHostResponse;
    const ACTION: &'static rt::Action =
        &rt::Action::new(&PROVIDER, &SERVICE, "CreateHost", "sample/host/CreateHost.yaml")
            .errors(&[rt::KnownError::new("5000", Some(500), &["Busy"])]);
}

rt::request!(CreateHost, "request", "sample/host/CreateHost.yaml" {
    zone = "Zone" [required(), checks(&[rt::Check::lower_case()])],
    charge = "Charge" [assumed("Month"), checks(&[rt::Check::one_of(Charge::VALUES)])],
    state = "State" [checks(&[rt::Check::one_of_int(State::VALUES)])],
    size = "Size" [checks(&[
                rt::Check::min(10),
                rt::Check::max(100).basis(rt::Basis::Prose),
                rt::Check::multiple_of(10),
            ])],
    ratio = "Ratio" [checks(&[rt::Check::above(0), rt::Check::max_float(1.5)])],
    dry_run = "DryRun",
    image_ids = "ImageIDs" [indexed(0)],
    host_ids = "HostId" [comma(), checks(&[rt::Check::max_items(3)])],
    names = "Name" [repeated()],
    tag = "Tag" [documented("Tag.n"), indexed(1), checks(&[rt::Check::max_items(5)])],
    policy = "Policy",
    password = "Password" [secret(), checks(&[rt::Check::min_length(8)])],
    r#type = "Type" [may_be_empty(), checks(&[rt::Check::pattern("[a-z]{1,3}")])],
    until = "Until" [checks(&[rt::Check::time(rt::time::TimeForm::Utc).basis(rt::Basis::Prose)])],
} rules { rt::Rule::requires("Size", &["ImageIDs"]),
            rt::Rule::at_most_one(&["HostId", "Name"]),
            rt::Rule::only_when("Ratio", &[("Charge", &["Year"])]).basis(rt::Basis::Prose) });

#[derive(Clone)]
pub(crate) struct Tag {
    pub(crate) key: String,
    pub(crate) value: Option<String>,
}

impl Tag {
    pub(crate) fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), value: None }
    }
}

rt::parameter!(Tag, "request Tag.n", "sample/host/CreateHost.yaml" {
    key = "Key" [required(), checks(&[rt::Check::max_length(4)])],
    value = "Value",
});

/// A policy, and the policy that it stands in for.
#[derive(Clone)]
pub(crate) struct Policy {
    pub(crate) name: Option<String>,
    pub(crate) fallback: Option<Box<Policy>>,
    pub(crate) hours: Vec<i64>,
}

rt::parameter!(Policy, "request Policy", "sample/host/CreateHost.yaml" {
    name = "Name",
    fallback = "Fallback",
    hours = "Hour" [documented("Hour.n"), indexed(0), checks(&[rt::Check::below(24)])],
});
