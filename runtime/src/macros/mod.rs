//! The macros that generated code calls. They forward to functions over `dyn Record`, and name everything by full path,
//! so that a user's type may be called anything.

mod integer_enum;
mod record;
mod text_enum;
