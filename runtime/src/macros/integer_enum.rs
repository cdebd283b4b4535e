//! Open enums of integers.

/// Makes an enum an open enum of integers.
///
/// The enum has a variant per documented value and `Unknown(UnknownInteger)`, and derives
/// `Clone, Copy, PartialEq, Eq, Hash`.
///
/// ```
/// use tablature_runtime as rt;
///
/// #[derive(Clone, Copy, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum ImageState {
///     Creating,
///     Normal,
///     #[doc(hidden)]
///     Unknown(rt::UnknownInteger),
/// }
/// rt::integer_enum!(ImageState { Creating = 1, Normal = 2 });
///
/// assert_eq!(ImageState::from(2), ImageState::Normal);
/// assert_eq!(ImageState::from(7).as_i64(), 7);
/// assert!(!ImageState::from(7).is_known());
/// assert_eq!("2".parse(), Ok(ImageState::Normal));
/// assert!("Normal".parse::<ImageState>().is_err(), "only the number travels");
/// assert!(ImageState::Creating < ImageState::Normal);
/// ```
#[macro_export]
macro_rules! integer_enum {
    ($name:ident { $($variant:ident = $number:literal),* $(,)? }) => {
        impl $name {
            /// The documented values, in their order.
            pub const VALUES: &'static [::core::primitive::i64] = &[$($number),*];

            /// The value as it travels.
            #[inline]
            #[must_use]
            pub const fn as_i64(self) -> ::core::primitive::i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(unknown) => unknown.as_i64(),
                }
            }

            /// Whether the value is a documented one.
            #[inline]
            #[must_use]
            pub const fn is_known(self) -> ::core::primitive::bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        impl ::core::convert::From<::core::primitive::i64> for $name {
            #[inline]
            fn from(number: ::core::primitive::i64) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::Unknown($crate::private::unknown_integer(number)),
                }
            }
        }

        impl $crate::private::Number for $name {
            #[inline]
            fn set(&mut self, number: ::core::primitive::i64) -> ::core::primitive::bool {
                *self = <Self as ::core::convert::From<::core::primitive::i64>>::from(number);
                $name::is_known(*self)
            }
        }

        impl $crate::Type for $name {
            #[inline]
            fn look(&self) -> $crate::View<'_> {
                $crate::View::Integer($name::as_i64(*self))
            }
        }

        impl $crate::Fill for $name {
            #[inline]
            fn vacant() -> Self {
                Self::Unknown($crate::private::unknown_integer(0))
            }

            #[inline]
            fn sink(&mut self) -> $crate::Sink<'_> {
                $crate::Sink::Number(self)
            }
        }

        $crate::__integer_enum_conveniences!($name);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __integer_enum_conveniences {
    ($name:ident) => {
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&$name::as_i64(*self), f)
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&$name::as_i64(*self), f)
            }
        }

        impl ::core::cmp::PartialEq<::core::primitive::i64> for $name {
            #[inline]
            fn eq(&self, other: &::core::primitive::i64) -> ::core::primitive::bool {
                $name::as_i64(*self) == *other
            }
        }

        /// By the number.
        impl ::core::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&$name::as_i64(*self), &$name::as_i64(*other))
            }
        }

        impl ::core::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        /// A number in decimal.
        impl ::core::str::FromStr for $name {
            type Err = ::core::num::ParseIntError;

            // Not `Self::Err`: a value may be called that.
            #[inline]
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, ::core::num::ParseIntError> {
                ::core::result::Result::map(
                    <::core::primitive::i64 as ::core::str::FromStr>::from_str(text),
                    <Self as ::core::convert::From<::core::primitive::i64>>::from,
                )
            }
        }

        impl $crate::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                // Not by the enum's name: it may be the name of the generic.
                serializer.serialize_i64(Self::as_i64(*self))
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::private::deserialize_bare(deserializer)
            }
        }
    };
}
