//! What does not compile, on purpose. Each example differs from one that compiles in the point that it is about.
//!
//! A value that the documents do not know can be kept, compared and sent, but not be matched on: when the documents
//! list it later, it becomes a variant, and nobody's program changes its meaning.
//!
//! ```
//! use tablature::aliyun::ecs::ImageStatus;
//!
//! let status = ImageStatus::from("Waiting");
//! assert!(!status.is_known() && status == "Waiting");
//! let usable = match status {
//!     ImageStatus::Available => true,
//!     _ => false,
//! };
//! assert!(!usable);
//! ```
//!
//! The payload of an unknown value cannot be made:
//!
//! ```compile_fail
//! use tablature::aliyun::ecs::ImageStatus;
//! use tablature::runtime::UnknownText;
//!
//! let status = ImageStatus::Unknown(UnknownText("Waiting".into()));
//! ```
//!
//! nor from a text by itself:
//!
//! ```compile_fail
//! let unknown = tablature::runtime::UnknownText::from("Waiting");
//! ```
//!
//! nor matched on:
//!
//! ```compile_fail
//! use tablature::aliyun::ecs::ImageStatus;
//! use tablature::runtime::UnknownText;
//!
//! let waiting = match ImageStatus::from("Waiting") {
//!     ImageStatus::Unknown(UnknownText(text)) => &*text == "Waiting",
//!     _ => false,
//! };
//! ```
//!
//! and a match on all documented values is not complete without a last arm:
//!
//! ```compile_fail
//! use tablature::aliyun::ecs::ImageUsage;
//!
//! let used = match ImageUsage::from("instance") {
//!     ImageUsage::Instance => true,
//!     ImageUsage::None => false,
//! };
//! ```
//!
//! A parameter that every call needs cannot be left out:
//!
//! ```
//! let request = tablature::aliyun::ecs::DescribeImages::new("cn-hangzhou");
//! ```
//!
//! ```compile_fail
//! let request = tablature::aliyun::ecs::DescribeImages::new();
//! ```
//!
//! A struct can get fields without breaking anybody, because nobody else can write it out:
//!
//! ```compile_fail
//! let tag = tablature::aliyun::ecs::describe_images::Tag { key: String::new(), value: None };
//! ```
//!
//! A request of one provider is refused where one of another is asked for:
//!
//! ```
//! use tablature::aliyun::{Aliyun, ecs};
//! use tablature::runtime::Request;
//!
//! fn send(_: &impl Request<Provider = Aliyun>) {}
//! send(&ecs::DescribeImages::new("cn-hangzhou"));
//! ```
//!
//! ```compile_fail,E0271
//! use tablature::aliyun::Aliyun;
//! use tablature::qingcloud::iaas;
//! use tablature::runtime::Request;
//!
//! fn send(_: &impl Request<Provider = Aliyun>) {}
//! send(&iaas::DescribeImages::new("pek3a"));
//! ```
