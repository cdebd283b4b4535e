//! What a client knows of its actions: each is sent as itself, whichever others were called before or are called meanwhile.

use std::thread;

use tablature_runtime as rt;
use tablature_runtime::Request;
use tablature_runtime::client::BlockingClient;

use crate::acme::{Acme, Boxes, PROVIDER, SERVICE};
use crate::fake::{Fake, builder, json};

/// Requests of one row each, and a function that prepares all of them.
macro_rules! actions {
    ($($name:ident)*) => {
        $(
            #[derive(Clone, Default)]
            struct $name {
                text: Option<String>,
            }
            rt::request!($name, "request", "acme/box/Any.yaml" { text = "Text" });

            impl Request for $name {
                type Provider = Acme;
                type Response = Boxes;
                const ACTION: &'static rt::Action =
                    &rt::Action::new(&PROVIDER, &SERVICE, stringify!($name), "acme/box/Any.yaml").read_only();
            }
        )*

        fn prepare_all(client: &BlockingClient<Acme>) {
            $(
                let url = client.prepare(&$name { text: Some("t".to_owned()) }).expect("it is valid").url();
                assert!(url.contains(concat!("Action=", stringify!($name), "&")) && url.contains("Text=t"), "{url}");
            )*
        }
    };
}

// More than there are chains, so that some share one.
actions!(
    A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20
    A21 A22 A23 A24 A25 A26 A27 A28 A29 A30 A31 A32 A33 A34 A35 A36 A37 A38 A39 A40
);

/// Another request of the first action.
#[derive(Clone, Default)]
struct Again {
    other: Option<i64>,
    text: Option<String>,
}
rt::request!(Again, "request again", "acme/box/Any.yaml" { other = "Other", text = "Text" });

impl Request for Again {
    type Provider = Acme;
    type Response = Boxes;
    const ACTION: &'static rt::Action = A1::ACTION;
}

#[test]
fn every_action_is_sent_as_itself() {
    for _ in 0..20 {
        let client = builder(&Fake::in_turn(vec![json(200, "{}")])).build().expect("a client");
        thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| (0..2).for_each(|_| prepare_all(&client)));
            }
        });
    }
}

#[test]
fn requests_of_one_action_keep_their_rows() {
    let client = builder(&Fake::in_turn(vec![json(200, "{}")])).build().expect("a client");
    for _ in 0..2 {
        let one = client.prepare(&A1 { text: Some("t".to_owned()) }).expect("it is valid").url();
        let other = client.prepare(&Again { other: Some(7), text: Some("t".to_owned()) }).expect("it is valid").url();
        assert!(one.contains("Text=t") && !one.contains("Other"), "{one}");
        assert!(other.contains("Text=t") && other.contains("Other=7"), "{other}");
    }
}
