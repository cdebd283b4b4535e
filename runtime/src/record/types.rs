//! The bare types that fields are made of, and the two ways to hold them: `Option` and `Vec`.

use super::{At, Fill, Place, PlaceVisitor, Record, RecordMut, Sink, Step, Type, Value, ValueVisitor, View};
use crate::Json;
use crate::shape::Shape;

macro_rules! bare {
    ($($type:ty: $sink:ident, $vacant:expr, $look:expr;)*) => {$(
        impl Type for $type {
            fn look(&self) -> View<'_> {
                let look: fn(&Self) -> View<'_> = $look;
                look(self)
            }
        }

        impl Fill for $type {
            fn vacant() -> Self {
                $vacant
            }

            fn sink(&mut self) -> Sink<'_> {
                Sink::$sink(self)
            }
        }
    )*};
}

bare! {
    String: Text, Self::new(), |text| View::Text(text);
    i64: Integer, 0, |number| View::Integer(*number);
    f64: Float, 0.0, |number| View::Float(*number);
    bool: Boolean, false, |flag| View::Boolean(*flag);
    Json: Json, Self::Null, |json| View::Json(json);
}

/// A record can stand in a field.
impl<R: Record> Type for R {
    #[inline]
    fn look(&self) -> View<'_> {
        View::Record(self)
    }
}

/// A record of an answer can be decoded into a field.
impl<R: RecordMut + Default> Fill for R {
    #[inline]
    fn vacant() -> Self {
        Self::default()
    }

    #[inline]
    fn sink(&mut self) -> Sink<'_> {
        Sink::Record(self)
    }
}

/// A type that refers to itself holds itself in a box.
impl<R: Record> Record for Box<R> {
    fn shape(&self) -> &'static Shape {
        (**self).shape()
    }

    fn values(&self, visitor: &mut dyn ValueVisitor) {
        (**self).values(visitor);
    }
}

impl<R: RecordMut> RecordMut for Box<R> {
    fn places(&mut self, visitor: &mut dyn PlaceVisitor) {
        (**self).places(visitor);
    }
}

impl<T: Type> Value for T {
    fn view(&self, _: At) -> View<'_> {
        self.look()
    }
}

impl<T: Type> Value for Option<T> {
    fn view(&self, _: At) -> View<'_> {
        match self {
            Some(value) => value.look(),
            None => View::Absent,
        }
    }
}

impl<T: Type> Value for Vec<T> {
    fn view(&self, at: At) -> View<'_> {
        let At::Item(index) = at else {
            return View::List(self.len());
        };
        match self.get(index) {
            Some(value) => value.look(),
            None => View::Absent,
        }
    }
}

impl<T: Fill> Place for Option<T> {
    #[inline]
    fn open(&mut self, step: Step) -> Sink<'_> {
        if matches!(step, Step::Open | Step::Grow) {
            return self.insert(T::vacant()).sink();
        }
        *self = None;
        Sink::Nothing
    }
}

impl<T: Fill> Place for Vec<T> {
    #[inline]
    fn open(&mut self, step: Step) -> Sink<'_> {
        if step == Step::Grow {
            self.push(T::vacant());
            return self.last_mut().map_or(Sink::Nothing, Fill::sink);
        }
        let kept = if step == Step::Shrink { self.len().saturating_sub(1) } else { 0 };
        self.truncate(kept);
        if step == Step::Open { Sink::List } else { Sink::Nothing }
    }
}
