//! Records: how a struct shows its fields and offers places for them.
//!
//! A generated struct implements [`Record`] (and [`RecordMut`] when it is part of an answer). Everything else is written
//! once, over `dyn Record`: decoding, encoding, `Debug`, validation, drift reports, the bridge to serde. That is what
//! keeps a generated struct cheap to build: no code is made per struct but the functions below.

mod copy;
mod equal;
mod types;

pub use self::copy::cloned;
pub use self::equal::equal;

use crate::Json;
use crate::enums::{Number, Word};
use crate::shape::Shape;
use crate::time::{Stamp, TimeForm, UnixTime};

/// A struct that shows its fields in the order of its [`Shape`].
pub trait Record {
    /// The facts of the struct: names, checks, rules.
    fn shape(&self) -> &'static Shape;

    /// Calls the visitor once with all fields, in the order of `shape().fields()`.
    fn values(&self, visitor: &mut dyn ValueVisitor);
}

/// A record that can be filled by decoding.
pub trait RecordMut: Record {
    /// Calls the visitor once with a place for each field, in the order of `shape().fields()`.
    fn places(&mut self, visitor: &mut dyn PlaceVisitor);
}

/// Looks at the fields of a record. Closures do; to the compiler, a trait with a name of its own is far less work in
/// each struct than `dyn FnMut`.
pub trait ValueVisitor {
    /// Looks at all fields.
    fn visit(&mut self, values: &[&dyn Value]);
}

impl<F: FnMut(&[&dyn Value])> ValueVisitor for F {
    fn visit(&mut self, values: &[&dyn Value]) {
        self(values);
    }
}

/// Fills the fields of a record, as [`ValueVisitor`] looks at them.
pub trait PlaceVisitor {
    /// Fills all fields.
    fn visit(&mut self, places: &mut [&mut dyn Place]);
}

impl<F: FnMut(&mut [&mut dyn Place])> PlaceVisitor for F {
    fn visit(&mut self, places: &mut [&mut dyn Place]) {
        self(places);
    }
}

/// Which part of a field is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The field itself.
    Whole,
    /// One entry of the list that the field holds.
    Item(usize),
}

/// A field that can be read.
pub trait Value {
    /// Shows the field or, when it is a list, one of its entries.
    fn view(&self, at: At) -> View<'_>;
}

/// What is to be done with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Put a fresh value there and hand out where its content goes.
    Open,
    /// Append a fresh entry to the list and hand out where its content goes.
    Grow,
    /// Remove the last entry of the list.
    Shrink,
    /// Make the field absent.
    Clear,
}

/// A field that can be filled.
///
/// One function does all, because every function of this trait is built once per type.
pub trait Place {
    /// Does the step. [`Step::Shrink`] and [`Step::Clear`] hand out [`Sink::Nothing`].
    fn open(&mut self, step: Step) -> Sink<'_>;
}

/// A bare type that can stand in a field, in an `Option` or in a `Vec`.
pub trait Type {
    /// Shows the value.
    fn look(&self) -> View<'_>;
}

/// A bare type that can be decoded.
pub trait Fill: Type + Sized {
    /// A value without content, to be filled through [`sink`](Self::sink).
    fn vacant() -> Self;

    /// Where the content goes.
    fn sink(&mut self) -> Sink<'_>;
}

/// Where the content of a value goes when it is decoded.
#[non_exhaustive]
pub enum Sink<'a> {
    /// Nothing can be put here.
    Nothing,
    /// Any text.
    Text(&'a mut String),
    /// An integer.
    Integer(&'a mut i64),
    /// A number.
    Float(&'a mut f64),
    /// True or false.
    Boolean(&'a mut bool),
    /// An open enum of texts.
    Word(&'a mut dyn Word),
    /// An open enum of integers.
    Number(&'a mut dyn Number),
    /// A time in text form, and the form.
    Stamp(&'a mut Stamp, TimeForm),
    /// A time in Unix seconds.
    Seconds(&'a mut UnixTime),
    /// Any JSON value.
    Json(&'a mut Json),
    /// A list: its entries are made with [`Step::Grow`].
    List,
    /// A record.
    Record(&'a mut dyn RecordMut),
}

/// What a field holds.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum View<'a> {
    /// Nothing.
    Absent,
    /// A text, a value of an open text enum, or a time in text form.
    Text(&'a str),
    /// An integer, a value of an open integer enum, or a time in Unix seconds.
    Integer(i64),
    /// A number.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// Any JSON value.
    Json(&'a Json),
    /// A list with so many entries.
    List(usize),
    /// A record.
    Record(&'a dyn Record),
}

/// The entries of a list of `count` entries.
pub(crate) fn items(list: &dyn Value, count: usize) -> impl Iterator<Item = View<'_>> {
    (0..count).map(move |index| list.view(At::Item(index)))
}
