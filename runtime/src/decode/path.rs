//! Where in an answer something stands. Paths live on the stack and are only written out when there is something to say.

use crate::shape::{Field, Shape};
use crate::text::shown_name;

/// A place in an answer, linked to the place that holds it.
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    segment: Segment<'a>,
    shape: &'static Shape,
}

enum Segment<'a> {
    Root,
    Field(usize),
    Inner(&'static str),
    Name(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    pub(crate) const fn root(shape: &'static Shape) -> Self {
        Self { parent: None, segment: Segment::Root, shape }
    }

    /// Some field of the record that stands here; [`set_field`](Self::set_field) says which.
    #[inline]
    pub(crate) const fn members(&'a self, shape: &'static Shape) -> Self {
        Self { parent: Some(self), segment: Segment::Root, shape }
    }

    /// The field at this position of the record is what this is about.
    #[inline]
    pub(crate) const fn set_field(&mut self, position: usize) {
        self.segment = Segment::Field(position);
    }

    /// The list inside of the wrapper that stands here.
    pub(crate) const fn inner(&'a self, name: &'static str) -> Self {
        Self { parent: Some(self), segment: Segment::Inner(name), shape: self.shape }
    }

    /// A field that no document knows.
    pub(crate) const fn name(&'a self, shape: &'static Shape, name: &'a str) -> Self {
        Self { parent: Some(self), segment: Segment::Name(name), shape }
    }

    /// An entry of the list that stands here.
    #[inline]
    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), segment: Segment::Index(index), shape: self.shape }
    }

    pub(crate) const fn is_root(&self) -> bool {
        self.parent.is_none()
    }

    pub(crate) const fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// The inner key, when this is a field whose list is wrapped.
    #[inline]
    pub(crate) fn item(&self) -> Option<&'static str> {
        match self.segment {
            Segment::Field(position) => self.shape.detail(position)?.item_name(),
            _ => None,
        }
    }

    fn ancestors(&self) -> impl Iterator<Item = &Path<'a>> {
        std::iter::successors(Some(self), |path| path.parent)
    }

    /// The field that this place belongs to; none for the answer as a whole.
    pub(crate) fn row(&self) -> Option<Field> {
        self.ancestors().find_map(|path| match path.segment {
            Segment::Field(position) => path.shape.field(position),
            _ => None,
        })
    }

    /// The name of what stands here: that of its row or, when it has none, the name that came.
    pub(crate) fn nearest_name(&self) -> &str {
        let name = self.ancestors().find_map(|path| match path.segment {
            Segment::Field(position) => path.shape.wires.get(position).copied(),
            Segment::Name(name) => Some(name),
            Segment::Root | Segment::Inner(_) | Segment::Index(_) => None,
        });
        name.unwrap_or_default()
    }

    /// Whether what stands here must not show.
    pub(crate) fn is_secret(&self) -> bool {
        self.ancestors().any(|path| path.is_secret_field())
    }

    fn is_secret_field(&self) -> bool {
        matches!(self.segment, Segment::Field(position) if self.shape.detail(position).is_some_and(Field::is_secret))
    }

    /// The path as people write it: `imageSet[3].size`; `.` for the answer as a whole.
    pub(crate) fn render(&self) -> String {
        let mut paths: Vec<_> = self.ancestors().collect();
        paths.reverse();
        let mut out = String::new();
        for path in paths {
            match path.segment {
                Segment::Root => {}
                Segment::Field(_) => push_name(&mut out, path.nearest_name()),
                Segment::Inner(name) => push_name(&mut out, name),
                Segment::Name(name) => push_name(&mut out, &shown_name(name)),
                Segment::Index(index) => out.push_str(&format!("[{index}]")),
            }
        }
        if out.is_empty() { ".".to_owned() } else { out }
    }
}

fn push_name(out: &mut String, name: &str) {
    if !out.is_empty() {
        out.push('.');
    }
    out.push_str(name);
}
