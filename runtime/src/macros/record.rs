//! What requests, nested parameters and records of answers have in common.

/// Makes a struct a request: `Debug` without secrets, `PartialEq`, `Serialize`, and the methods `validate` and `parameters`.
///
/// The struct must implement [`Record`](crate::Record) and [`Request`](crate::Request).
#[macro_export]
macro_rules! request {
    ($name:ident) => {
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

        $crate::__show!($name);
    };
}

/// Makes a struct a nested parameter of a request: `Debug` without secrets, `PartialEq`, `Serialize`.
#[macro_export]
macro_rules! parameter {
    ($name:ident) => {
        $crate::__show!($name);
    };
}

/// Makes a struct a record of an answer: `Debug` without secrets, `PartialEq`, `Serialize`, `Deserialize`.
///
/// The struct must implement [`RecordMut`](crate::RecordMut) and `Default`.
#[macro_export]
macro_rules! record {
    ($name:ident) => {
        $crate::__show!($name);

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

/// `Debug`, `PartialEq` and `Serialize` of a record.
#[doc(hidden)]
#[macro_export]
macro_rules! __show {
    ($name:ident) => {
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
