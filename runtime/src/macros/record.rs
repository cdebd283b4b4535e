//! What requests, nested parameters and records of answers have in common.
//!
//! The three macros are called in the same way: with the struct, the section and the file of its spec, and a row for each
//! field in the documented order: its name, its wire name and, in brackets, calls of [`Field`](crate::Field)'s methods
//! for what else is known of it. Conditions between fields follow as `rules`, and the names of the fields that are in
//! every answer as `always`.

/// Makes a struct a request: `Debug` without secrets, `PartialEq`, `Serialize`, and the methods `validate` and `parameters`.
///
/// The struct must implement [`Request`](crate::Request).
#[macro_export]
macro_rules! request {
    ($name:ident $($facts:tt)*) => {
        impl $name {
            /// Checks the request against the documents.
            ///
            /// # Errors
            ///
            /// Every violation at once, each with the parameter, its value, the rule and where the rule is stated.
            #[inline]
            pub fn validate(&self) -> ::core::result::Result<(), $crate::Violations> {
                $crate::validate(self)
            }

            /// The parameters of the call in the documented order, the action first. What the client adds to
            /// every call is not among them.
            #[inline]
            #[must_use]
            pub fn parameters(&self) -> ::std::vec::Vec<(::std::string::String, ::std::string::String)> {
                $crate::private::parameters(<Self as $crate::Request>::ACTION, self)
            }
        }

        $crate::parameter!($name $($facts)*);
    };
}

/// Makes a struct a nested parameter of a request: `Debug` without secrets, `PartialEq`, `Serialize`.
///
/// ```
/// use tablature_runtime as rt;
///
/// #[derive(Clone, Default)]
/// pub struct Tag {
///     pub key: Option<String>,
///     pub values: Vec<String>,
/// }
///
/// rt::parameter!(Tag, "request Tag.n", "aliyun/ecs/DescribeImages.yaml" {
///     key = "Key" [required(), checks(&[rt::Check::max_length(64)])],
///     values = "Value" [indexed(1)],
/// } rules {
///     rt::Rule::requires("Value", &["Key"]),
/// });
///
/// let tag = Tag { key: None, values: vec!["blue".into()] };
/// assert!(rt::validate(&tag).is_err());
/// ```
#[macro_export]
macro_rules! parameter {
    (
        $name:ident, $at:literal, $spec:literal {
            $($field:ident = $wire:literal $([$($detail:ident($($argument:tt)*)),* $(,)?])?),* $(,)?
        } $(rules { $($rule:expr),* $(,)? })? $(always { $always:literal $(,)? })?
    ) => {
        impl $crate::Record for $name {
            #[inline]
            fn shape(&self) -> &'static $crate::Shape {
                $crate::__shape!($name, $at, $spec { $($field = $wire $([$($detail($($argument)*)),*])?),* } $(rules { $($rule),* })? $(always { $always })?)
            }

            #[inline]
            fn values(&self, visitor: &mut dyn $crate::ValueVisitor) {
                visitor.visit(&[$(&self.$field),*]);
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::private::debug(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::private::equal(self, other)
            }
        }

        impl $crate::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::private::serialize(self, serializer)
            }
        }
    };
}

/// Makes a struct a record of an answer: `Clone`, `Debug` without secrets, `PartialEq`, `Serialize`, `Deserialize`.
///
/// The struct must implement `Default`.
#[macro_export]
macro_rules! record {
    (
        $name:ident, $at:literal, $spec:literal {
            $($field:ident = $wire:literal $([$($details:tt)*])?),* $(,)?
        } $(always { $always:literal $(,)? })?
    ) => {
        $crate::parameter!($name, $at, $spec { $($field = $wire $([$($details)*])?),* } $(always { $always })?);

        impl $crate::RecordMut for $name {
            #[inline]
            fn places(&mut self, visitor: &mut dyn $crate::PlaceVisitor) {
                visitor.visit(&mut [$(&mut self.$field),*]);
            }
        }

        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::private::cloned(self)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::private::deserialize(deserializer)
            }
        }
    };
}

/// A shape that says nothing of its fields but their names needs no constant of its own: the compiler makes one of the
/// literal, for much less.
#[doc(hidden)]
#[macro_export]
macro_rules! __shape {
    ($name:ident, $at:literal, $spec:literal { $($field:ident = $wire:literal),* } $(always { $always:literal })?) => {
        &$crate::Shape {
            name: ::core::stringify!($name),
            spec: $spec,
            at: $at,
            wires: &[$($wire),*],
            // One text for all: a call of a macro for each field would cost as much as the fields themselves.
            names: ::core::stringify!($($field)*),
            details: &[],
            rules: &[],
            always: &[$($always)?],
        }
    };
    (
        $name:ident, $at:literal, $spec:literal {
            $($field:ident = $wire:literal $([$($detail:ident($($argument:tt)*)),*])?),*
        } $(rules { $($rule:expr),* })? $(always { $always:literal })?
    ) => {{
        const SHAPE: $crate::Shape = $crate::Shape {
            name: ::core::stringify!($name),
            spec: $spec,
            at: $at,
            wires: &[$($wire),*],
            names: ::core::stringify!($($field)*),
            details: &[$($($crate::Field::of($wire)$(.$detail($($argument)*))*,)?)*],
            rules: &[$($($rule),*)?],
            always: &[$($always)?],
        };
        &SHAPE
    }};
}
