//! The macros expand correctly whatever a user's types are called.
#![no_implicit_prelude]
#![allow(
    dead_code,
    non_camel_case_types,
    clippy::upper_case_acronyms,
    clippy::cmp_owned,
    reason = "the names are the test"
)]

mod obstacles {
    use ::std::prelude::rust_2024::derive;
    use ::tablature_runtime as rt;

    pub(crate) struct Option;
    pub(crate) struct Vec;
    pub(crate) struct Box;
    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Some;
    pub(crate) struct From;
    pub(crate) struct Debug;
    pub(crate) struct Record;
    pub(crate) struct Self_;

    #[derive(Default)]
    pub(crate) struct Result {
        pub(crate) r#type: ::std::option::Option<String>,
        pub(crate) values: ::std::vec::Vec<Default>,
    }

    rt::record!(Result, "response", "a/b/C.yaml" {
        r#type = "type",
        values = "values",
    });

    #[derive(Clone, PartialEq, Eq, Hash)]
    pub(crate) enum String {
        None,
        Some,
        Ok,
        Err,
        r#type,
        CUBE,
        Cube,
        Unknown(rt::UnknownText),
    }

    rt::text_enum!(String {
        None = "",
        Some = "some",
        Ok = "ok \"quoted\"",
        Err = "错",
        r#type = "type",
        CUBE = "CUBE",
        Cube = "Cube",
    });

    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub(crate) enum Default {
        Eq,
        Less,
        Unknown(rt::UnknownInteger),
    }

    rt::integer_enum!(Default { Eq = 0, Less = -9223372036854775808 });
}

#[::core::prelude::v1::test]
fn names_do_not_matter() {
    let body = br#"{"type":"CUBE","values":[-9223372036854775808,"0",3]}"#;
    let result: obstacles::Result = ::tablature_runtime::decode(body).unwrap();
    ::std::assert!(result.r#type == ::std::option::Option::Some(obstacles::String::CUBE));
    ::std::assert!(result.values[..2] == [obstacles::Default::Less, obstacles::Default::Eq]);
    ::std::assert_eq!(::std::format!("{result:?}"), "Result { type: \"CUBE\", values: [-9223372036854775808, 0, 3] }");
    ::std::assert!(<obstacles::String as ::std::convert::From<&str>>::from("错") == obstacles::String::Err);
}
