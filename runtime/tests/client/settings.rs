//! Settings that contradict each other, or that no call would carry.

use tablature_runtime as rt;
use tablature_runtime::client::{BlockingClient, Builder};
use tablature_runtime::sign::Credentials;

use crate::acme::Acme;
use crate::fake::{Fake, credentials};

/// A provider whose calls carry a project, and no session token.
enum Plain {}

impl rt::ProviderMarker for Plain {
    const PROVIDER: &'static rt::Provider = &PROVIDER;
}

static PROVIDER: rt::Provider = rt::Provider::new("plain", rt::Scheme::Ucloud).title("Plain Cloud");

type Of<P> = Builder<P, dyn rt::client::BlockingTransport>;

fn acme() -> Of<Acme> {
    BlockingClient::<Acme>::new(credentials()).transport(Fake::in_turn(Vec::new()))
}

fn plain(credentials: Credentials) -> Of<Plain> {
    BlockingClient::<Plain>::new(credentials).transport(Fake::in_turn(Vec::new()))
}

fn fault<P: rt::ProviderMarker>(builder: Of<P>) -> String {
    builder.build().map(drop).map_err(|error| error.to_string()).unwrap_err()
}

#[test]
fn what_no_call_would_carry_is_a_mistake() {
    let keys = || Credentials::new("id", "hidden/secret");
    assert!(fault(acme().region("north-1").zone("north-1a")).contains("both `region` and `zone` are set"));
    assert!(fault(acme().project("p-1")).contains("leave out `project`"));
    let token = fault(plain(keys().token("hidden/token")));
    assert!(token.contains("no session token") && !token.contains("hidden"), "{token}");
    for builder in [plain(keys()).region("north-1"), plain(keys()).zone("north-1a").project("p-1")] {
        assert!(builder.build().is_ok());
    }
}

#[test]
fn a_zone_is_a_region_by_another_name() {
    let address =
        |builder: Of<Acme>| builder.build().unwrap().prepare(&crate::acme::ListBoxes::default()).unwrap().url();
    let south = || acme().region("south-1").build().unwrap().to_builder();
    for builder in
        [acme().region("north-1"), acme().zone("north-1"), south().zone("north-1"), south().region("north-1")]
    {
        assert!(address(builder).contains("RegionId=north-1"));
    }
    assert!(address(south()).contains("RegionId=south-1"));
}

#[test]
fn nothing_leaves_this_machine_in_plain_text_unless_that_is_asked_for() {
    let near = || acme().endpoint("http://127.0.0.1:8080");
    let far = "http://me:hidden@proxy.example.com:3128";
    assert!(near().build().is_ok() && near().proxy("http://localhost:3128").build().is_ok());
    let fault = fault(near().proxy(far));
    assert!(fault.contains("to the proxy without encryption") && !fault.contains("hidden"), "{fault}");
    assert!(near().proxy(far).allow_plain_http().build().is_ok());
    assert!(acme().endpoint("https://127.0.0.1:8080").proxy(far).build().is_ok());
}

#[cfg(feature = "blocking")]
#[test]
fn root_certificates_that_are_none_are_refused() {
    let client = || BlockingClient::<Acme>::new(credentials());
    assert!(client().build().is_ok());
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (pem, expected) in [("", "is not there"), ("hidden", "is not there"), (broken, "cannot be used")] {
        let fault = fault(client().root_certificates(pem));
        assert!(fault.contains(expected) && fault.contains("give the text of a PEM file"), "{fault}");
    }
}
