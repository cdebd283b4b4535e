//! A documented request, read into the tree of its fields: what a caller sets to send it, and what is sent then.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::{Action, Data, Erratum, Example, Field, FieldKind, Form, Kind, ListEncoding, Pair, Parameter};
use super::{Parameters, Provider, Row, Scalar, Target, TimeForm, base, containers, is_number};

/// An example's request.
#[derive(Clone, Debug)]
pub struct Call<'m> {
    /// What is sent, the action and other constants first. Pairs of common parameters, and those that no table has, are
    /// not among them.
    pub pairs: Vec<(String, String)>,
    /// What each of the request's fields is set to, in the order of [`Action::fields`].
    pub given: Vec<Option<Given>>,
    /// Rows without which the request, or a struct in it, cannot be built.
    pub lacking: Vec<usize>,
    /// Pairs that have a row, but that no field takes.
    pub untaken: Vec<&'m Pair>,
}

/// What a field is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A value, as it travels.
    Value(String),
    /// A list of values.
    List(Vec<String>),
    /// A struct: what each of its fields is set to.
    Struct(Vec<Option<Given>>),
    /// A list of structs.
    Structs(Vec<Vec<Option<Given>>>),
}

/// Reads the examples of an action.
pub struct Calls<'m> {
    action: &'m Action,
    provider: &'m Provider,
    parameters: Parameters,
    /// What errata say of the ways in which rows travel.
    errata: BTreeMap<usize, &'m Erratum>,
}

/// The values of one parameter, under its name without the number at its end.
struct Stem<'m> {
    name: String,
    row: usize,
    pair: &'m Pair,
    values: Vec<(u64, &'m str)>,
}

/// The numbers that stand at one place of names, by what stands before them.
type Numbers = BTreeMap<(String, Vec<u64>), BTreeSet<u64>>;

impl<'m> Calls<'m> {
    /// A reader of the action's examples.
    pub fn new(action: &'m Action, provider: &'m Provider) -> Self {
        let about_lists = action
            .errata
            .iter()
            .filter(|erratum| erratum.attribute.as_ref().is_some_and(|attribute| attribute.value == "list"));
        let errata = about_lists.flat_map(|erratum| {
            erratum.about.iter().filter_map(move |(_, target)| match target {
                Some(Target::Request(row)) => Some((*row, erratum)),
                _ => None,
            })
        });
        Self {
            action,
            provider,
            parameters: Parameters::new(&action.request, &provider.common),
            errata: errata.collect(),
        }
    }

    /// The row of a pair of that name, if a table has it.
    pub fn parameter(&self, name: &str) -> Option<Parameter> {
        self.parameters.find(name)
    }

    /// One of the action's examples.
    pub fn read(&self, example: &'m Example) -> Call<'m> {
        let stems = self.stems(example);
        let mut pairs = self.constants();
        let mut values = BTreeMap::new();
        for (stem, entries) in
            stems.iter().map(|stem| (stem, self.entries(stem))).filter(|(_, entries)| !entries.is_empty())
        {
            pairs.extend(encoded(&self.action.request[stem.row], &stem.name, &entries));
            values.insert(stem.name.as_str(), entries);
        }
        let mut fill = Fill { skipped: &self.provider.action_parameter, values, lacking: Vec::new() };
        let given = fill.fields(&self.action.fields, "");
        let untaken = stems.iter().filter(|stem| fill.values.contains_key(stem.name.as_str())).map(|stem| stem.pair);
        Call { pairs, given, untaken: untaken.collect(), lacking: fill.lacking }
    }

    /// What is sent whatever the caller sets: the action, then its other parameters of one value.
    fn constants(&self) -> Vec<(String, String)> {
        let action = (self.provider.action_parameter.clone(), self.action.name.value.clone());
        let rows = self.action.request.iter().filter(|row| row.name.value != self.provider.action_parameter);
        let others = rows.filter_map(|row| Some((row.name.value.clone(), row.constant.as_ref()?.value.wire())));
        std::iter::once(action).chain(others).collect()
    }

    /// The parameters in the order in which they come first.
    fn stems(&self, example: &'m Example) -> Vec<Stem<'m>> {
        let read: Vec<_> =
            example.request.iter().chain(&example.supply).filter_map(|pair| self.numbered(pair)).collect();
        let mut seen = Numbers::new();
        for (_, row, numbers) in &read {
            for (index, number) in numbers.iter().enumerate().take(self.depth(*row)) {
                seen.entry(self.place(*row, index, numbers)).or_default().insert(*number);
            }
        }
        let mut stems: Vec<Stem<'m>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (pair, row, numbers) in read {
            let name = self.stem(row, &numbers, &seen);
            let index = *known.entry(name.clone()).or_insert(stems.len());
            if index == stems.len() {
                stems.push(Stem { name, row, pair, values: Vec::new() });
            }
            let last = numbers.get(self.depth(row)).copied().unwrap_or_default();
            stems[index].values.push((last, &pair.value));
        }
        stems
    }

    /// A pair that a caller sets, with its row and the numbers in its name. A letter is the first entry of the list.
    fn numbered(&self, pair: &'m Pair) -> Option<(&'m Pair, usize, Vec<u64>)> {
        let Some(Parameter::Own(index)) = self.parameter(&pair.name) else { return None };
        let row = &self.action.request[index];
        if row.constant.is_some() || row.name.value == self.provider.action_parameter {
            return None;
        }
        let bases = self.bases(row);
        let parts = pair.name.split('.').skip(1).filter(|part| is_number(part));
        let first = |position: usize| bases.get(position).copied().unwrap_or_default();
        Some((pair, index, parts.enumerate().map(|(at, part)| part.parse().unwrap_or(first(at))).collect()))
    }

    /// The numbers of the first entries of the lists on the way to a row, and of its own.
    pub fn bases(&self, row: &Row) -> Vec<u64> {
        let lists = containers(&self.action.fields, &row.name.value).into_iter().filter(|field| field.list);
        let own = std::iter::once(row.encoding);
        lists.map(|field| field.encoding).chain(own).map(first_number).collect()
    }

    /// How many lists of structs a row stands in.
    fn depth(&self, row: usize) -> usize {
        base(&self.action.request[row].name.value).0.split('.').skip(1).filter(|part| is_number(part)).count()
    }

    fn place(&self, row: usize, index: usize, numbers: &[u64]) -> (String, Vec<u64>) {
        let (base, _) = base(&self.action.request[row].name.value);
        let end = base.match_indices(".n.").nth(index).map_or(base.len(), |(end, _)| end);
        (base[..end].to_owned(), numbers.get(..index).unwrap_or_default().to_vec())
    }

    /// The row's name with the numbers of the entries, counted from where their lists begin.
    fn stem(&self, row: usize, numbers: &[u64], seen: &Numbers) -> String {
        let bases = self.bases(&self.action.request[row]);
        let (name, _) = base(&self.action.request[row].name.value);
        let mut lists = 0;
        let parts = name.split('.').enumerate().map(|(index, part)| {
            if index == 0 || !is_number(part) {
                return part.to_owned();
            }
            let earlier = numbers.get(lists).zip(seen.get(&self.place(row, lists, numbers)));
            let rank = earlier.map_or(0, |(number, seen)| seen.range(..number).count());
            lists += 1;
            (bases.get(lists - 1).copied().unwrap_or_default() + rank as u64).to_string()
        });
        parts.collect::<Vec<_>>().join(".")
    }

    /// The values of a parameter; of one that is no list, the first.
    fn entries(&self, stem: &Stem<'m>) -> Vec<String> {
        let row = &self.action.request[stem.row];
        let mut values = stem.values.clone();
        values.sort_by_key(|(number, _)| *number);
        let joined = match self.errata.get(&stem.row) {
            Some(erratum) => shown(erratum) == Some("comma") || (shown(erratum).is_none() && is_joined(row)),
            None => is_joined(row),
        };
        let all = values.iter().flat_map(|(_, value)| value.split(move |character| joined && character == ','));
        let written = all.filter_map(|value| self.written(row.kind, value));
        written.take(if row.list { usize::MAX } else { 1 }).collect()
    }

    /// A value as callers give it: `True` is `true`, and an empty text is no number.
    fn written(&self, kind: Kind, value: &str) -> Option<String> {
        let integer = || value.parse().map_or_else(|_| value.to_owned(), |number: i64| number.to_string());
        let text = match kind {
            Kind::Enum(index) if self.action.enums[index].integer => integer(),
            Kind::Integer | Kind::Time(TimeForm::UnixSeconds) => integer(),
            Kind::Float => value.parse().map_or_else(|_| value.to_owned(), |number: f64| number.to_string()),
            Kind::Boolean => value.to_ascii_lowercase(),
            _ => return Some(value.to_owned()),
        };
        (!text.is_empty()).then_some(text)
    }
}

fn is_joined(row: &Row) -> bool {
    row.list && row.encoding == ListEncoding::Comma
}

/// In which way an example sends a row, by what an erratum says.
fn shown(erratum: &Erratum) -> Option<&str> {
    erratum.says.iter().find(|(place, _)| place.value == "example").and_then(|(_, way)| match &way.value {
        Data::Scalar(Scalar::Text(way)) => Some(way.as_str()),
        _ => None,
    })
}

fn first_number(encoding: ListEncoding) -> u64 {
    if let ListEncoding::Indexed(first) = encoding { first.into() } else { 0 }
}

/// The pairs that say these values.
fn encoded(row: &Row, name: &str, values: &[String]) -> Vec<(String, String)> {
    if row.list && row.encoding == ListEncoding::Comma {
        return vec![(name.to_owned(), values.join(","))];
    }
    let first = first_number(row.encoding);
    let named = |index: usize| match Form::of(row) {
        Form::Numbered => format!("{name}.{}", first + index as u64),
        Form::Plain => name.to_owned(),
    };
    values.iter().enumerate().map(|(index, value)| (named(index), value.clone())).collect()
}

/// Takes values out of a map, field by field.
struct Fill<'m, 's> {
    /// The parameter that names the action.
    skipped: &'m str,
    values: BTreeMap<&'s str, Vec<String>>,
    lacking: Vec<usize>,
}

impl Fill<'_, '_> {
    fn fields(&mut self, fields: &[Field], prefix: &str) -> Vec<Option<Given>> {
        fields.iter().map(|field| self.field(field, &format!("{prefix}{}", field.name))).collect()
    }

    fn field(&mut self, field: &Field, name: &str) -> Option<Given> {
        if field.full_name == self.skipped {
            return None;
        }
        let given = match &field.kind {
            FieldKind::Value(_) => self.value(field, name),
            FieldKind::Struct(_, inner) if field.list => {
                let numbers = self.numbers(name);
                let entries: Vec<_> =
                    numbers.iter().map(|number| self.fields(inner, &format!("{name}.{number}."))).collect();
                (!entries.is_empty()).then_some(Given::Structs(entries))
            }
            FieldKind::Struct(_, inner) => {
                let prefix = format!("{name}.");
                let any = self.under(&prefix).next().is_some();
                any.then(|| Given::Struct(self.fields(inner, &prefix)))
            }
        };
        if given.is_none() && field.needed {
            self.lacking.extend(first_row(field));
        }
        given
    }

    fn value(&mut self, field: &Field, name: &str) -> Option<Given> {
        let mut values = self.values.remove(name)?;
        Some(if field.list { Given::List(values) } else { Given::Value(values.swap_remove(0)) })
    }

    /// The names that begin like this.
    fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let later = self.values.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        later.map(|(name, _)| *name).take_while(move |name| name.starts_with(prefix))
    }

    /// The numbers that follow a name.
    fn numbers(&self, name: &str) -> BTreeSet<u64> {
        let prefix = format!("{name}.");
        let numbers = self.under(&prefix).filter_map(|name| name[prefix.len()..].split('.').next()?.parse().ok());
        numbers.collect()
    }
}

/// The row to name when a field is not there: its own, or that of the first value in it that is always needed.
fn first_row(field: &Field) -> Option<usize> {
    match &field.kind {
        FieldKind::Value(row) => Some(*row),
        FieldKind::Struct(documented, inner) => documented.or_else(|| inner.iter().find_map(first_row)),
    }
}
