//! Open enums of texts.

/// Makes an enum an open enum of texts.
///
/// The enum has a variant per documented value and `Unknown(UnknownText)`, and derives `Clone, PartialEq, Eq, Hash`.
///
/// ```
/// use tablature_runtime as rt;
///
/// #[derive(Clone, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum Visibility {
///     Public,
///     Private,
///     #[doc(hidden)]
///     Unknown(rt::UnknownText),
/// }
/// rt::text_enum!(Visibility { Public = "public", Private = "private" });
///
/// assert_eq!(Visibility::from("public"), Visibility::Public);
/// assert_eq!(Visibility::from(String::from("private")), "private");
/// let other = Visibility::from("shared");
/// assert!(!other.is_known());
/// assert_eq!(other, "shared");
/// assert_eq!(Visibility::VALUES, ["public", "private"]);
/// assert!(other > Visibility::Public, "they are sorted by their texts");
/// ```
#[macro_export]
macro_rules! text_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// The documented values, in their order.
            pub const VALUES: &'static [&'static ::core::primitive::str] = &[$($text),*];

            /// The value as it travels.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(unknown) => unknown.as_str(),
                }
            }

            /// Whether the value is a documented one.
            #[inline]
            #[must_use]
            pub fn is_known(&self) -> ::core::primitive::bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        // From whatever is a text, borrowed or owned: one function for all of them. So the enum cannot be `AsRef<str>`
        // itself; `as_str` says the same.
        impl<__Text: ::core::convert::AsRef<::core::primitive::str>> ::core::convert::From<__Text> for $name {
            #[inline]
            fn from(text: __Text) -> Self {
                let mut value = <Self as $crate::Fill>::vacant();
                $crate::private::Word::set(&mut value, text.as_ref());
                value
            }
        }

        impl $crate::private::Word for $name {
            #[inline]
            fn set(&mut self, text: &::core::primitive::str) -> ::core::primitive::bool {
                *self = match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown($crate::private::unknown_text(text)),
                };
                $name::is_known(self)
            }
        }

        impl $crate::Type for $name {
            #[inline]
            fn look(&self) -> $crate::View<'_> {
                $crate::View::Text($name::as_str(self))
            }
        }

        impl $crate::Fill for $name {
            #[inline]
            fn vacant() -> Self {
                Self::Unknown($crate::private::no_text())
            }

            #[inline]
            fn sink(&mut self) -> $crate::Sink<'_> {
                $crate::Sink::Word(self)
            }
        }

        $crate::__text_enum_conveniences!($name);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __text_enum_conveniences {
    ($name:ident) => {
        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            // Not `Self::Err`: a value may be called that.
            #[inline]
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(<Self as ::core::convert::From<&::core::primitive::str>>::from(text))
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad($name::as_str(self))
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt($name::as_str(self), f)
            }
        }

        impl<__Text: ::core::convert::AsRef<::core::primitive::str> + ?::core::marker::Sized>
            ::core::cmp::PartialEq<__Text> for $name
        {
            #[inline]
            fn eq(&self, other: &__Text) -> ::core::primitive::bool {
                $name::as_str(self) == other.as_ref()
            }
        }

        /// By the text.
        impl ::core::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp($name::as_str(self), $name::as_str(other))
            }
        }

        impl ::core::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl $crate::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                // Not by the enum's name: it may be the name of the generic.
                serializer.serialize_str(Self::as_str(self))
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
