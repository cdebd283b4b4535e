//! A provider by hand: one list in two styles of paging, and one call that changes something.

use tablature_runtime as rt;

pub(crate) enum Acme {}

impl rt::ProviderMarker for Acme {
    const PROVIDER: &'static rt::Provider = &PROVIDER;
}

pub(crate) static PROVIDER: rt::Provider = rt::Provider::new("acme", rt::Scheme::AliyunRpc)
    .title("Acme Cloud")
    .status(rt::Status::new("Code").success(0).message("Message").request_id("RequestId").request_id_header("X-Id"))
    .failures(&[
        (rt::FailureClass::Throttled, &["Busy*"]),
        (rt::FailureClass::Transient, &["5000", "500"]),
        (rt::FailureClass::Auth, &["BadKey"]),
        (rt::FailureClass::NotFound, &["*.NotFound"]),
        (rt::FailureClass::ClockSkew, &["Expired"]),
    ]);

pub(crate) static SERVICE: rt::Service = rt::Service::new("box", "https://box.example.com/api/").version("2026-01-01");

/// Says which paging a list has.
macro_rules! list {
    ($name:ident, $paging:expr) => {
        #[derive(Clone, Default)]
        pub(crate) struct $name {
            pub(crate) start: Option<i64>,
            pub(crate) size: Option<i64>,
        }
        rt::request!($name, "request", "acme/box/List.yaml" {
            start = "Start",
            size = "Size" [checks(&[rt::Check::max(100)])],
        });

        impl rt::Request for $name {
            type Provider = Acme;
            type Response = Boxes;
            const ACTION: &'static rt::Action =
                &rt::Action::new(&PROVIDER, &SERVICE, stringify!($name), "acme/box/List.yaml").read_only();
        }

        impl rt::Paged for $name {
            type Item = Box_;
            const PAGING: rt::Paging = $paging.total("Total");
            fn items(response: &mut Boxes) -> &mut Vec<Box_> {
                &mut response.boxes
            }
            fn at(&mut self, start: i64) {
                self.start = Some(start);
            }
        }
    };
}

list!(ListBoxes, rt::Paging::offset("Start", "Size"));
list!(ListPages, rt::Paging::pages("Start", "Size"));

#[derive(Default)]
pub(crate) struct Boxes {
    pub(crate) code: Option<i64>,
    pub(crate) total: Option<i64>,
    pub(crate) boxes: Vec<Box_>,
}
rt::record!(Boxes, "response", "acme/box/Box.yaml" {
    code = "Code",
    total = "Total",
    boxes = "Boxes",
});

#[derive(Default)]
pub(crate) struct Box_ {
    pub(crate) id: Option<i64>,
}
rt::record!(Box_, "type Box", "acme/box/Box.yaml" { id = "Id" });

#[derive(Clone, Default)]
pub(crate) struct CreateBox {
    pub(crate) password: Option<String>,
}
rt::request!(CreateBox, "request", "acme/box/CreateBox.yaml" { password = "Password" [secret()] });

impl rt::Request for CreateBox {
    type Provider = Acme;
    type Response = CreateBoxResponse;
    const ACTION: &'static rt::Action = &rt::Action::new(&PROVIDER, &SERVICE, "CreateBox", "acme/box/CreateBox.yaml");
}

#[derive(Default)]
pub(crate) struct CreateBoxResponse {
    pub(crate) code: Option<i64>,
}
rt::record!(CreateBoxResponse, "response", "acme/box/CreateBox.yaml" { code = "Code" });
