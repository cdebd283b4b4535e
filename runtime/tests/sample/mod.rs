//! A provider by hand, as the generator would write it: all list styles, wrappers, recursion, enums, times, secrets.
#![allow(dead_code, unused_imports, reason = "each test uses a part")]

mod request;
mod response;

pub(crate) use request::*;
pub(crate) use response::*;
use tablature_runtime as rt;

pub(crate) enum Sample {}

impl rt::ProviderMarker for Sample {
    const PROVIDER: &'static rt::Provider = &PROVIDER;
}

pub(crate) static PROVIDER: rt::Provider = rt::Provider::new("sample", rt::Scheme::Ucloud)
    .title("Sample Cloud")
    .status(rt::Status::new("RetCode").success(0).message("Message"))
    .errors(&[rt::KnownError::new("160", None, &["Missing Action"])]);

pub(crate) static SERVICE: rt::Service = rt::Service::new("host", "https://host.invalid/").version("2026-01-01");

#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum Charge {
    Month,
    Year,
    #[doc(hidden)]
    Unknown(rt::UnknownText),
}
rt::text_enum!(Charge { Month = "Month", Year = "Year" });

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum State {
    Creating,
    Normal,
    #[doc(hidden)]
    Unknown(rt::UnknownInteger),
}
rt::integer_enum!(State { Creating = 1, Normal = 2 });
