//! The signers against calls whose signatures were computed by another program. All keys are made up.
//!
//! `vectors/` has a file for each scheme. A case holds what is signed and what has to come out; `cargo xtask vectors`
//! checks larger files, in another form.

use serde_json::Value;
use tablature_runtime::encode::Parameters;
use tablature_runtime::sign::{Credentials, Target, sign};
use tablature_runtime::{Method, Scheme};

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_else(|| panic!("no text `{key}` in {case:#}"))
}

fn parameters(case: &Value) -> Parameters {
    let pair = |pair: &Value| match pair.as_array().map(Vec::as_slice) {
        Some([Value::String(name), Value::String(value)]) => (name.clone(), value.clone()),
        _ => panic!("no pair of texts: {pair}"),
    };
    case["parameters"].as_array().expect("a list of parameters").iter().map(pair).collect()
}

fn check(scheme: Scheme, file: &str) {
    let cases: Vec<Value> = serde_json::from_str(file).expect("the file is JSON");
    assert!(!cases.is_empty());
    for case in &cases {
        let method = if text(case, "method") == "POST" { Method::Post } else { Method::Get };
        let target = Target::new(method, text(case, "host"), text(case, "path"));
        let credentials = Credentials::new(text(case, "key_id"), text(case, "secret"));
        let signed = sign(scheme, &target, parameters(case), &credentials);
        let name = text(case, "name");
        assert_eq!(signed.expose_string_to_sign(), text(case, "string_to_sign"), "{name}");
        assert_eq!(signed.signature(), text(case, "signature"), "{name}");
    }
}

#[test]
fn tencent_v2() {
    check(Scheme::TencentV2, include_str!("vectors/tencent_v2.json"));
}

#[test]
fn aliyun_rpc() {
    check(Scheme::AliyunRpc, include_str!("vectors/aliyun_rpc.json"));
}

#[test]
fn qingcloud() {
    check(Scheme::Qingcloud, include_str!("vectors/qingcloud.json"));
}

#[test]
fn ucloud() {
    check(Scheme::Ucloud, include_str!("vectors/ucloud.json"));
}
