//! Two readings of the documents on the same requests: the validators of the bindings, which the generator wrote as tables,
//! and the fake cloud, which interprets the model. They agree on what is accepted, and on the rows that are violated.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::prelude::*;
use tablature::runtime::{Request, Violations, encode, validate};
use tablature::{aliyun, qingcloud, tencent, ucloud, ucloudstack};
use tablature_codegen::model::Model;
use tablature_tests::specs;

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let (model, report) = tablature_codegen::read(&specs::files(), 1);
        assert!(!report.has_errors(), "the specs have errors");
        model
    })
}

/// Puts a request to both.
fn agree<R: Request>(request: &R) -> Result<(), TestCaseError> {
    let parameters = encode::parameters(R::ACTION, request);
    let found = model().actions().find(|(provider, service, action)| {
        let facts = R::ACTION;
        provider.name.value == facts.provider().name()
            && service.name.value == facts.service().name()
            && action.name.value == facts.name()
    });
    let (provider, _, action) = found.expect("the bindings were made from these specs");
    let interpreted = tablature_mock::interpret(provider, action, &parameters);
    let validated = validate(request);
    let of_mock: BTreeSet<&str> = interpreted.iter().map(|violated| violated.row()).collect();
    let of_bindings: BTreeSet<&str> =
        validated.as_ref().err().into_iter().flat_map(Violations::iter).map(|violation| violation.row()).collect();
    prop_assert_eq!(
        of_bindings,
        of_mock,
        "{:?}\nbindings: {:?}\nfake cloud: {:?}",
        parameters,
        validated.as_ref().err(),
        interpreted
    );
    Ok(())
}

/// Any text, often one that means something. Without a comma: in a list that commas separate, one entry with a comma is two
/// entries on the wire, and only the bindings can tell.
fn text(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    let known = proptest::sample::select([known, &["", "x", "X", "cn-hangzhou"]].concat()).prop_map(str::to_owned);
    prop_oneof![4 => known, 1 => "[^,]{0,12}"]
}

/// Any number, often near a bound.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![6 => -2i64..8, 2 => 98i64..103, 1 => any::<i64>()]
}

fn texts(known: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(text(known), 0..=most)
}

/// Sets what is there to be set.
macro_rules! set {
    ($request:ident: $($setter:ident($value:expr)),* $(,)?) => {{
        let mut request = $request;
        $(if let Some(value) = $value {
            request = request.$setter(value);
        })*
        request
    }};
}

fn maybe<S: Strategy>(strategy: S) -> impl Strategy<Value = Option<S::Value>>
where
    S::Value: Clone,
{
    proptest::option::weighted(0.4, strategy)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tencent_describe_images(
        kind in maybe(number()), ids in maybe(texts(&[], 13)), status in maybe(number()),
        offset in maybe(number()), limit in maybe(number()),
    ) {
        let request = tencent::cvm::DescribeImages::new();
        agree(&set!(request: image_type(kind), image_ids(ids), status(status), offset(offset), limit(limit)))?;
    }

    #[test]
    fn aliyun_describe_images(
        region in text(&[]), ids in maybe(texts(&["m-1"], 103)), status in maybe(text(&["Available", "available"])),
        snapshot in maybe(text(&[])), name in maybe(text(&[])), alias in maybe(text(&["self", "marketplace"])),
        usage in maybe(text(&["instance", "none"])),
        tags in maybe(proptest::collection::vec((text(&["env"]), maybe(text(&[]))), 0..7)),
        page in maybe(number()), size in maybe(number()),
    ) {
        let tag = |(key, value): (String, Option<String>)| {
            let tag = aliyun::ecs::Tag::new(key);
            set!(tag: value(value))
        };
        let tags = tags.map(|tags| tags.into_iter().map(tag).collect::<Vec<_>>());
        let request = aliyun::ecs::DescribeImages::new(region);
        agree(&set!(request:
            image_id(ids), status(status), snapshot_id(snapshot), image_name(name), image_owner_alias(alias),
            usage(usage), tag(tags), page_number(page), page_size(size),
        ))?;
    }

    #[test]
    fn qingcloud_describe_images(
        zone in text(&["pek3", "PEK3"]), images in maybe(texts(&[], 3)), processor in maybe(text(&["64bit", "32bit"])),
        family in maybe(text(&["centos"])), visibility in maybe(text(&["public"])), provider in maybe(text(&["self"])),
        status in maybe(texts(&["pending", "ceased"], 3)), word in maybe(text(&[])), verbose in maybe(number()),
        offset in maybe(number()), limit in maybe(number()),
    ) {
        let request = qingcloud::iaas::DescribeImages::new(zone);
        agree(&set!(request:
            images(images), processor_type(processor), os_family(family), visibility(visibility), provider(provider),
            status(status), search_word(word), verbose(verbose), offset(offset), limit(limit),
        ))?;
    }

    #[test]
    fn ucloud_describe_image(
        region in text(&[]), zone in maybe(text(&[])), project in maybe(text(&[])),
        kind in maybe(text(&["Base", "Custom", "base"])), func in maybe(text(&["gpu"])),
        os in maybe(text(&["Linux", "linux"])), id in maybe(text(&[])), offset in maybe(number()),
        limit in maybe(number()), prices in maybe(number()),
    ) {
        let request = ucloud::uhost::DescribeImage::new(region);
        agree(&set!(request:
            zone(zone), project_id(project), image_type(kind), func_type(func), os_type(os), image_id(id),
            offset(offset), limit(limit), price_set(prices),
        ))?;
    }

    #[test]
    fn ucloudstack_describe_image(
        region in text(&[]), kind in maybe(text(&["Base", "Custom"])), ids in maybe(texts(&[], 3)),
        company in maybe(number()), keyword in maybe(text(&[])), projects in maybe(texts(&[], 3)),
        offset in maybe(number()), limit in maybe(number()),
    ) {
        let request = ucloudstack::image::DescribeImage::new(region);
        agree(&set!(request:
            image_type(kind), image_ids(ids), company_id(company), keyword(keyword), project_ids(projects),
            offset(offset), limit(limit),
        ))?;
    }

    #[test]
    fn ucloudstack_create_and_delete(
        region in text(&[]), vm in text(&[]), name in text(&[]), id in text(&[]), company in maybe(number()),
        description in maybe(text(&[])),
    ) {
        let create = ucloudstack::image::CreateCustomImage::new(region.clone(), vm, name);
        agree(&set!(create: company_id(company), image_description(description)))?;
        let delete = ucloudstack::image::DeleteCustomImage::new(region, id);
        agree(&set!(delete: company_id(company)))?;
    }
}
