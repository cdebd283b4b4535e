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
            &[
                rt::Field::new("RetCode", "ret_code"),
                rt::Field::new("Hosts", "hosts").item("Host"),
                rt::Field::new("First", "first"),
                rt::Field::new("Extra", "extra"),
            ],
        );
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
                rt::Field::new("Id", "id").aliases(&["HostId", "ID"]),
                rt::Field::new("Size", "size"),
                rt::Field::new("Price", "price"),
                rt::Field::new("Ready", "ready"),
                rt::Field::new("Charge", "charge").may_be_empty(),
                rt::Field::new("State", "state"),
                rt::Field::new("Created", "created"),
                rt::Field::new("Expires", "expires"),
                rt::Field::new("Day", "day"),
                rt::Field::new("Seen", "seen"),
                rt::Field::new("Features", "features"),
                rt::Field::new("Sizes", "sizes"),
                rt::Field::new("Password", "password").secret(),
                rt::Field::new("Parent", "parent"),
                rt::Field::new("Children", "children"),
            ],
        );
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
