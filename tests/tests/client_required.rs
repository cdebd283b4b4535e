//! Parameters that every call needs and only a client knows: from the specs to the error.

use tablature::runtime::client::{BlockingClient, Error};
use tablature::runtime::jiff::Timestamp;
use tablature::runtime::sign::{Common, Credentials, Nonce, complete};
use tablature::runtime::{ProviderMarker, Request, Scheme, Setting};
use tablature::{aliyun, qingcloud, tencent, ucloud, ucloudstack};
use tablature_codegen::source::SourceFile;
use tablature_tests::tree;

/// What becomes of a request whose client was given nothing but keys and an address that nobody listens at.
fn prepared<P: ProviderMarker, R: Request<Provider = P>>(request: &R) -> Option<String> {
    let client = BlockingClient::<P>::new(Credentials::new("id", "secret")).endpoint("http://127.0.0.1:1/");
    let error = |error: Error| (!error.may_have_arrived()).then(|| error.to_string());
    client.build().expect("a client of this machine").prepare(request).err().and_then(error)
}

#[test]
fn a_region_that_no_row_and_no_setting_names_is_asked_for() {
    let missing = "Tencent Cloud API 2.0 DescribeImages: calls need `Region`, which this request does not have; \
                   give the client one with `region`";
    assert_eq!(prepared(&tencent::cvm::DescribeImages::new()).as_deref(), Some(missing));
    assert_eq!(prepared(&aliyun::ecs::DescribeImages::new("r")), None);
    assert_eq!(prepared(&qingcloud::iaas::DescribeImages::new("z")), None, "the row is the request's own");
    assert_eq!(prepared(&ucloud::uhost::DescribeImage::new("r")), None);
    assert_eq!(prepared(&ucloudstack::image::DescribeImage::new("r")), None);
}

/// The parameters of a scheme that stand for a setting, as the runtime sends them.
fn of_settings(scheme: Scheme) -> Vec<(String, Setting)> {
    let common = Common::new(Timestamp::UNIX_EPOCH, Nonce::new(1)).region("the-region").project("the-project");
    let sent = complete(scheme, Vec::new(), &Credentials::new("id", "secret"), &common);
    let setting = |name: &str, value: &str| match (name, value) {
        ("zone", "the-region") => Some(Setting::Zone),
        (_, "the-region") => Some(Setting::Region),
        (_, "the-project") => Some(Setting::Project),
        _ => None,
    };
    sent.iter().filter_map(|(name, value)| Some((name.clone(), setting(name, value)?))).collect()
}

#[test]
fn the_generator_knows_what_the_settings_of_each_scheme_send() {
    for (word, scheme) in [
        ("tencent-v2", Scheme::TencentV2),
        ("aliyun-rpc", Scheme::AliyunRpc),
        ("qingcloud", Scheme::Qingcloud),
        ("ucloud", Scheme::Ucloud),
    ] {
        let known = of_settings(scheme);
        assert!(!known.is_empty(), "{word}");
        let rows: String =
            known.iter().map(|(name, _)| format!("  {name}: {{ type: string, required: true }}\n")).collect();
        let provider = format!(
            "provider: acme\nmethod: GET\nsigning: {{ scheme: {word} }}\naction_parameter: Action\nlist_base: 0\n\
             status: {{ field: Code }}\ncommon:\n{rows}  Other: {{ type: string, required: true }}\n\
             services: {{ box: {{}} }}\n"
        );
        let files = [
            SourceFile::new("acme/box/ListBoxes.yaml", "action: ListBoxes\nrequest: {}\n"),
            SourceFile::new("acme/provider.yaml", provider),
        ];
        let text: String = tree::generate(&files).files["src/acme/mod.rs"].split_whitespace().collect();
        let pairs: Vec<String> =
            known.iter().map(|(name, setting)| format!("(\"{name}\",rt::Setting::{setting:?})")).collect();
        let facts = format!(".required(&[{}])", pairs.join(","));
        assert!(text.contains(&facts), "{word}: no {facts} in {text}");
    }
}
