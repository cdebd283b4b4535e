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
                rt::Field::new("Zone", "zone").required().checks(&[rt::Check::lower_case()]),
                rt::Field::new("Charge", "charge").assumed("Month").checks(&[rt::Check::one_of(Charge::VALUES)]),
                rt::Field::new("State", "state").checks(&[rt::Check::one_of_int(State::VALUES)]),
                rt::Field::new("Size", "size").checks(&[
                    rt::Check::min(10),
                    rt::Check::max(100).basis(rt::Basis::Prose),
                    rt::Check::multiple_of(10),
                ]),
                rt::Field::new("Ratio", "ratio").checks(&[rt::Check::above(0), rt::Check::max_float(1.5)]),
                rt::Field::new("DryRun", "dry_run"),
                rt::Field::new("ImageIDs", "image_ids").indexed(0),
                rt::Field::new("HostId", "host_ids").comma().checks(&[rt::Check::max_items(3)]),
                rt::Field::new("Name", "names").repeated(),
                rt::Field::new("Tag", "tag").documented("Tag.n").indexed(1).checks(&[rt::Check::max_items(5)]),
                rt::Field::new("Policy", "policy"),
                rt::Field::new("Password", "password").secret().checks(&[rt::Check::min_length(8)]),
                rt::Field::new("Type", "r#type").may_be_empty().checks(&[rt::Check::pattern("[a-z]{1,3}")]),
                rt::Field::new("Until", "until"),
            ],
        )
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
            &[
                rt::Field::new("Key", "key").required().checks(&[rt::Check::max_length(4)]),
                rt::Field::new("Value", "value"),
            ],
        );
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
            &[
                rt::Field::new("Name", "name"),
                rt::Field::new("Fallback", "fallback"),
                rt::Field::new("Hour", "hours").documented("Hour.n").indexed(0).checks(&[rt::Check::below(24)]),
            ],
        );
        &SHAPE
    }

    fn values(&self, visit: &mut dyn FnMut(&[&dyn rt::Value])) {
        visit(&[&self.name, &self.fallback, &self.hours]);
    }
}
