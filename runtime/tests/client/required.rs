//! What every call needs, and the request or the client has to have.

use tablature_runtime as rt;
use tablature_runtime::client::{BlockingClient, Error};
use tablature_runtime::sign::Credentials;

use crate::fake::{Fake, json};

enum Needy {}

impl rt::ProviderMarker for Needy {
    const PROVIDER: &'static rt::Provider = &PROVIDER;
}

static PROVIDER: rt::Provider = rt::Provider::new("needy", rt::Scheme::Ucloud)
    .title("Needy Cloud")
    .status(rt::Status::new("RetCode").success(0))
    .required(&[("Region", rt::Setting::Region), ("ProjectId", rt::Setting::Project)]);

static SERVICE: rt::Service = rt::Service::new("box", "https://box.example.com/");

#[derive(Default)]
struct Answer;
rt::record!(Answer, "response", "needy/box/Box.yaml" {});

/// A request with one row more than none.
macro_rules! request {
    ($name:ident, $type:ty, $action:expr, { $($row:tt)* }) => {
        #[derive(Clone, Default)]
        struct $name {
            region: $type,
        }
        rt::request!($name, "request", "needy/box/Box.yaml" { $($row)* });

        impl rt::Request for $name {
            type Provider = Needy;
            type Response = Answer;
            const ACTION: &'static rt::Action = &$action;
        }
    };
}

const fn action(name: &'static str) -> rt::Action {
    rt::Action::new(&PROVIDER, &SERVICE, name, "needy/box/Box.yaml").read_only()
}

request!(Other, Option<String>, action("Other"), { region = "Name" });
request!(Own, Option<String>, action("Own"), { region = "Region" });
request!(Several, Vec<String>, action("Several"), { region = "Region"[documented("Region.n")] });
request!(Constant, Option<String>, action("Constant").constants(&[("Region", "r")]), { region = "Name" });

fn sent<R: rt::Request<Provider = Needy> + Default>(region: Option<&str>, project: Option<&str>) -> Result<(), Error> {
    let fake = Fake::in_turn(vec![json(200, r#"{"RetCode": 0}"#)]);
    let mut client = BlockingClient::<Needy>::new(Credentials::new("id", "secret")).transport(fake.clone());
    client = if let Some(region) = region { client.region(region) } else { client };
    client = if let Some(project) = project { client.project(project) } else { client };
    let client = client.build().unwrap();
    let result = client.call(&R::default()).without_validation().send().map(drop);
    assert_eq!(fake.asked().len(), usize::from(result.is_ok()), "an error is found before anything is sent");
    result
}

#[test]
fn what_is_missing_is_said_before_anything_is_sent() {
    let missing = |name, setting| {
        format!("calls need `{name}`, which this request does not have; give the client one with `{setting}`")
    };
    let (region, project) = (missing("Region", "region"), missing("ProjectId", "project"));
    let both = format!("{region}; {project}");
    for (result, expected) in [
        (sent::<Other>(None, None), Some(("Other", &both))),
        (sent::<Other>(None, Some("p")), Some(("Other", &region))),
        (sent::<Other>(Some("r"), None), Some(("Other", &project))),
        (sent::<Other>(Some("r"), Some("p")), None),
        (sent::<Own>(None, Some("p")), None),
        (sent::<Several>(None, Some("p")), Some(("Several", &region))),
        (sent::<Several>(Some("r"), Some("p")), None),
        (sent::<Constant>(None, Some("p")), None),
    ] {
        let expected = expected.map(|(action, missing)| format!("Needy Cloud {action}: {missing}"));
        assert_eq!(result.err().map(|error| error.to_string()), expected);
    }
}
