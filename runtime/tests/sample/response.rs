//! The answer.

use tablature_runtime as rt;

use super::{Charge, State};

#[derive(Default)]
pub(crate) struct CreateHostResponse {
    pub(crate) ret_code: Option<i64>,
    pub(crate) hosts: Vec<Host>,
    pub(crate) first: Option<Host>,
    pub(crate) extra: Option<rt::Json>,
}

rt::record!(CreateHostResponse, "response", "sample/host/CreateHost.yaml" {
    ret_code = "RetCode",
    hosts = "Hosts" [item("Host")],
    first = "First",
    extra = "Extra",
} always { "ret_code hosts" });

#[derive(Default)]
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

rt::record!(Host, "type Host", "sample/host/CreateHost.yaml" {
    id = "Id" [aliases(&["HostId", "ID"])],
    size = "Size",
    price = "Price",
    ready = "Ready",
    charge = "Charge" [may_be_empty()],
    state = "State",
    created = "Created",
    expires = "Expires",
    day = "Day",
    seen = "Seen",
    features = "Features",
    sizes = "Sizes",
    password = "Password" [secret()],
    parent = "Parent",
    children = "Children",
});
