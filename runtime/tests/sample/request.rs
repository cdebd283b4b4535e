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

rt::request!(CreateHost);

impl rt::Request for CreateHost {
    type Provider = Sample;
    type Response = CreateHostResponse;
    const ACTION: &'static rt::Action =
        &rt::Action::new(&PROVIDER, &SERVICE, "CreateHost", "sample/host/CreateHost.yaml")
            .errors(&[rt::KnownError::new("5000", Some(500), &["Busy"])]);
}

impl rt::Record for CreateHost {
    fn shape(&self) -> &'static rt::Shape {
        static SHAPE: rt::Shape = rt::Shape::new(
            "CreateHost",
            "sample/host/CreateHost.yaml",
            "request",
            &[
                ("Zone", "zone"),
                ("Charge", "charge"),
                ("State", "state"),
                ("Size", "size"),
                ("Ratio", "ratio"),
                ("DryRun", "dry_run"),
                ("ImageIDs", "image_ids"),
                ("HostId", "host_ids"),
                ("Name", "names"),
                ("Tag", "tag"),
                ("Policy", "policy"),
                ("Password", "password"),
                ("Type", "r#type"),
                ("Until", "until"),
            ],
        )
        .details(&[
            rt::Field::of("Zone").required().checks(&[rt::Check::lower_case()]),
            rt::Field::of("Charge").assumed("Month").checks(&[rt::Check::one_of(Charge::VALUES)]),
            rt::Field::of("State").checks(&[rt::Check::one_of_int(State::VALUES)]),
            rt::Field::of("Size").checks(&[
                rt::Check::min(10),
                rt::Check::max(100).basis(rt::Basis::Prose),
                rt::Check::multiple_of(10),
            ]),
            rt::Field::of("Ratio").checks(&[rt::Check::above(0), rt::Check::max_float(1.5)]),
            rt::Field::of("ImageIDs").indexed(0),
            rt::Field::of("HostId").comma().checks(&[rt::Check::max_items(3)]),
            rt::Field::of("Name").repeated(),
            rt::Field::of("Tag").documented("Tag.n").indexed(1).checks(&[rt::Check::max_items(5)]),
            rt::Field::of("Password").secret().checks(&[rt::Check::min_length(8)]),
            rt::Field::of("Type").may_be_empty().checks(&[rt::Check::pattern("[a-z]{1,3}")]),
        ])
        .rules(&[
            rt::Rule::requires("Size", &["ImageIDs"]),
            rt::Rule::at_most_one(&["HostId", "Name"]),
            rt::Rule::only_when("Ratio", &[("Charge", &["Year"])]).basis(rt::Basis::Prose),
        ]);
        &SHAPE
    }

    fn values(&self, visit: &mut dyn FnMut(&[&dyn rt::Value])) {
        visit(&[
            &self.zone,
            &self.charge,
            &self.state,
            &self.size,
            &self.ratio,
            &self.dry_run,
            &self.image_ids,
            &self.host_ids,
            &self.names,
            &self.tag,
            &self.policy,
            &self.password,
            &self.r#type,
            &self.until,
        ]);
    }
}

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

rt::parameter!(Tag);

impl rt::Record for Tag {
    fn shape(&self) -> &'static rt::Shape {
        static SHAPE: rt::Shape = rt::Shape::new(
            "Tag",
            "sample/host/CreateHost.yaml",
            "request Tag.n",
            &[("Key", "key"), ("Value", "value")],
        )
        .details(&[rt::Field::of("Key").required().checks(&[rt::Check::max_length(4)])]);
        &SHAPE
    }

    fn values(&self, visit: &mut dyn FnMut(&[&dyn rt::Value])) {
        visit(&[&self.key, &self.value]);
    }
}

/// A policy, and the policy that it stands in for.
#[derive(Clone)]
pub(crate) struct Policy {
    pub(crate) name: Option<String>,
    pub(crate) fallback: Option<Box<Policy>>,
    pub(crate) hours: Vec<i64>,
}

rt::parameter!(Policy);

impl rt::Record for Policy {
    fn shape(&self) -> &'static rt::Shape {
        static SHAPE: rt::Shape = rt::Shape::new(
            "Policy",
            "sample/host/CreateHost.yaml",
            "request Policy",
            &[("Name", "name"), ("Fallback", "fallback"), ("Hour", "hours")],
        )
        .details(&[rt::Field::of("Hour").documented("Hour.n").indexed(0).checks(&[rt::Check::below(24)])]);
        &SHAPE
    }

    fn values(&self, visit: &mut dyn FnMut(&[&dyn rt::Value])) {
        visit(&[&self.name, &self.fallback, &self.hours]);
    }
}
