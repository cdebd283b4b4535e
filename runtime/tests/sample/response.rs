//! The answer.

use tablature_runtime as rt;

use super::{Charge, State};

#[derive(Clone, Default)]
pub(crate) struct CreateHostResponse {
    pub(crate) ret_code: Option<i64>,
    pub(crate) hosts: Vec<Host>,
    pub(crate) first: Option<Host>,
    pub(crate) extra: Option<rt::Json>,
}

rt::record!(CreateHostResponse);

impl rt::Record for CreateHostResponse {
    fn shape(&self) -> &'static rt::Shape {
        static SHAPE: rt::Shape = rt::Shape::new(
            "CreateHostResponse",
            "sample/host/CreateHost.yaml",
            "response",
            &[("RetCode", "ret_code"), ("Hosts", "hosts"), ("First", "first"), ("Extra", "extra")],
        )
        .details(&[rt::Field::of("Hosts").item("Host")]);
        &SHAPE
    }

    fn values(&self, visit: &mut dyn FnMut(&[&dyn rt::Value])) {
        visit(&[&self.ret_code, &self.hosts, &self.first, &self.extra]);
    }
}

impl rt::RecordMut for CreateHostResponse {
    fn places(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn rt::Place])) {
        visit(&mut [&mut self.ret_code, &mut self.hosts, &mut self.first, &mut self.extra]);
    }
}

#[derive(Clone, Default)]
pub(crate) struct Host {
    pub(crate) id: Option<String>,
    pub(crate) size: Option<i64>,
    pub(crate) price: Option<f64>,
    pub(crate) ready: Option<bool>,
    pub(crate) charge: Option<Charge>,
    pub(crate) state: Option<State>,
    pub(crate) created: Option<rt::time::UtcTime>,
    pub(crate) expires: Option<rt::time::UnixTime>,
    pub(crate) day: Option<rt::time::Date>,
    pub(crate) seen: Option<rt::time::LocalTime>,
    pub(crate) features: Vec<String>,
    pub(crate) sizes: Vec<i64>,
    pub(crate) password: Option<String>,
    pub(crate) parent: Option<Box<Host>>,
    pub(crate) children: Vec<Host>,
}

rt::record!(Host);

impl rt::Record for Host {
    fn shape(&self) -> &'static rt::Shape {
        static SHAPE: rt::Shape = rt::Shape::new(
            "Host",
            "sample/host/CreateHost.yaml",
            "type Host",
            &[
                ("Id", "id"),
                ("Size", "size"),
                ("Price", "price"),
                ("Ready", "ready"),
                ("Charge", "charge"),
                ("State", "state"),
                ("Created", "created"),
                ("Expires", "expires"),
                ("Day", "day"),
                ("Seen", "seen"),
                ("Features", "features"),
                ("Sizes", "sizes"),
                ("Password", "password"),
                ("Parent", "parent"),
                ("Children", "children"),
            ],
        )
        .details(&[
            rt::Field::of("Id").aliases(&["HostId", "ID"]),
            rt::Field::of("Charge").may_be_empty(),
            rt::Field::of("Password").secret(),
        ]);
        &SHAPE
    }

    fn values(&self, visit: &mut dyn FnMut(&[&dyn rt::Value])) {
        visit(&[
            &self.id,
            &self.size,
            &self.price,
            &self.ready,
            &self.charge,
            &self.state,
            &self.created,
            &self.expires,
            &self.day,
            &self.seen,
            &self.features,
            &self.sizes,
            &self.password,
            &self.parent,
            &self.children,
        ]);
    }
}

impl rt::RecordMut for Host {
    fn places(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn rt::Place])) {
        visit(&mut [
            &mut self.id,
            &mut self.size,
            &mut self.price,
            &mut self.ready,
            &mut self.charge,
            &mut self.state,
            &mut self.created,
            &mut self.expires,
            &mut self.day,
            &mut self.seen,
            &mut self.features,
            &mut self.sizes,
            &mut self.password,
            &mut self.parent,
            &mut self.children,
        ]);
    }
}
