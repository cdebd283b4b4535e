//! The struct of a request, and those inside of it.

use super::action::Place;
use super::checks::{Part, checks, is_of_list, rule};
use super::docs::{DocsBuilder, code, escaped, said};
use super::literals::fraction;
use super::names::Names;
use super::row_docs;
use super::scope::Scope;
use crate::model::{self, Action, Direction, ListEncoding, Row, Scalar, Target};
use crate::rust::{
    Constant, ConstantValue, Docs, Field, FieldFacts, Item, ListStyle, Presence, RequestFacts, Role, RustName, Struct,
    Type,
};

pub(super) fn structs(action: &Action, place: &Place<'_>, scope: &Scope) -> Vec<Item> {
    let rules: Vec<_> = action.rules.iter().map(|one| rule(action, one)).collect();
    let facts = RequestFacts {
        action: action.name.value.clone(),
        marker: place.marker.clone(),
        provider: place.home.to_vec(),
        response: scope.response.clone(),
        read_only: !action.changes,
        endpoint: action.endpoint.as_ref().map(|endpoint| endpoint.value.clone()),
        deprecated: action.deprecated.as_ref().map(deprecation),
        constants: constants(action, &place.provider.action_parameter),
        errors: super::provider::errors(&action.errors),
    };
    let mut items = Vec::new();
    let builder = Builder { action, scope, action_parameter: &place.provider.action_parameter };
    let owned = |owner: &str| {
        rules.iter().filter(|(found, _)| found == owner).map(|(_, rule)| rule.clone()).collect::<Vec<_>>()
    };
    let (fields, constants) = builder.fields(&action.fields);
    items.push(Item::Struct(Struct {
        docs: request_docs(action, place.provider),
        name: scope.request.clone(),
        role: Role::Request(facts),
        many_arguments: has_many_arguments(&fields),
        fields,
        constants,
        spec: action.path.clone(),
        at: "request".to_owned(),
        rules: owned(""),
    }));
    builder.inner(&action.fields, &owned, &mut items);
    items
}

/// clippy's own limit; a constructor that needs more says so.
fn has_many_arguments(fields: &[Field]) -> bool {
    const MOST: usize = 7;
    fields.iter().filter(|field| field.is_argument()).count() > MOST
}

/// Why the page advises against the action, and what it names instead.
fn deprecation(deprecated: &model::Deprecation) -> String {
    let reason = deprecated.reason.as_ref().map_or("deprecated", |reason| reason.value.as_str());
    match &deprecated.successor {
        Some(successor) => format!("{reason} Use {} instead.", successor.value.trim_end_matches('.')),
        None => reason.to_owned(),
    }
}

/// Rows with one value, which is sent with every call; the parameter that names the action is sent anyway.
fn constants(action: &Action, action_parameter: &str) -> Vec<(String, String)> {
    let rows = action.request.iter().filter(|row| row.name.value != action_parameter);
    rows.filter_map(|row| Some((row.name.value.clone(), row.constant.as_ref()?.value.wire()))).collect()
}

fn request_docs(action: &Action, provider: &model::Provider) -> Docs {
    let mut docs = DocsBuilder::default();
    match said(&action.doc).or(said(&action.title)) {
        Some(doc) => docs.text(doc),
        None => docs.markdown(&format!("The action {}.", code(&action.name))),
    };
    if let Some(deprecated) = row_docs::deprecation(action.deprecated.as_ref()) {
        docs.markdown(&deprecated);
    }
    if let Some(endpoint) = &action.endpoint {
        docs.markdown(&format!("Endpoint {}, which is the action's own.", code(endpoint)));
    }
    super::required::docs_of_request(action, provider, &mut docs);
    for note in &action.notes {
        docs.text(note);
    }
    let rules: Vec<String> = action.rules.iter().map(|rule| rule_text(action, rule)).collect();
    if !rules.is_empty() {
        docs.markdown("Conditions:").list(&rules);
    }
    let errors: Vec<String> = action.errors.iter().map(error_text).collect();
    if !errors.is_empty() {
        docs.markdown("Documented errors:").list(&errors);
    }
    for erratum in row_docs::action_errata(action) {
        docs.markdown(&erratum);
    }
    docs.markdown(&super::action::source(action));
    docs.build()
}

fn rule_text(action: &Action, rule: &model::Rule) -> String {
    use model::RuleKind::{AtLeastOne, AtMostOne, ExactlyOne, Forbids, NeededWhen, OnlyWhen, Requires};
    let name = |row: &usize| code(&action.request[*row].name);
    let names = |rows: &[usize]| rows.iter().map(name).collect::<Vec<_>>().join(", ");
    let when = |conditions: &[model::Condition]| {
        let one = |condition: &model::Condition| {
            let values: Vec<String> = condition.values.iter().map(|value| row_docs::value(&value.value)).collect();
            format!("{} is {}", name(&condition.row), values.join(" or "))
        };
        conditions.iter().map(one).collect::<Vec<_>>().join(" and ")
    };
    let text = match &rule.kind {
        Requires(given, needs) => format!("{} needs {}.", name(given), names(needs)),
        Forbids(given, not) => format!("{} excludes {}.", name(given), names(not)),
        AtMostOne(rows) => format!("At most one of {}.", names(rows)),
        ExactlyOne(rows) => format!("Exactly one of {}.", names(rows)),
        AtLeastOne(rows) => format!("At least one of {}.", names(rows)),
        OnlyWhen(given, conditions) => format!("{} only when {}.", name(given), when(conditions)),
        NeededWhen(given, conditions) => format!("{} is needed when {}.", name(given), when(conditions)),
    };
    rule.doc.as_ref().map_or(text.clone(), |doc| format!("{text} {}", escaped(doc)))
}

fn error_text(error: &model::ErrorCode) -> String {
    let http = error.http.as_ref().map_or(String::new(), |http| format!(" (HTTP {})", http.value));
    let doc = error.doc.as_ref().or(error.message.as_ref()).map_or(String::new(), |doc| format!(": {}", escaped(doc)));
    format!("{}{http}{doc}", code(&error.code))
}

struct Builder<'a> {
    action: &'a Action,
    scope: &'a Scope,
    action_parameter: &'a str,
}

impl Builder<'_> {
    fn fields(&self, fields: &[model::Field]) -> (Vec<Field>, Vec<Constant>) {
        let mut names = Names::default();
        let mut constants = Vec::new();
        let mut lowered = Vec::new();
        let mut constant_names = Names::default();
        for field in fields {
            if field.full_name == self.action_parameter {
                continue;
            }
            let name = names.field(&field.name);
            let one = match &field.kind {
                model::FieldKind::Value(row) => {
                    let row = &self.action.request[*row];
                    constants.extend(self.default_constant(row, &field.name, &mut constant_names));
                    self.value(field, row, name)
                }
                model::FieldKind::Struct(documented, inner) => self.structure(field, *documented, inner, name),
            };
            lowered.push(one);
        }
        (lowered, constants)
    }

    fn value(&self, field: &model::Field, row: &Row, name: RustName) -> Field {
        let target = Target::Request(self.index_of(row));
        let list = field.list || row.list;
        Field {
            docs: row_docs::docs(self.action, row, Direction::Request, &target),
            name,
            wire: field.name.clone(),
            kind: self.scope.kind(row.kind, list, None),
            presence: presence(list, field.needed),
            facts: FieldFacts {
                documented: field.mark.as_ref().map(|mark| format!("{}.{mark}", field.name)),
                required: field.needed,
                always: false,
                secret: row.secret,
                may_be_empty: row.empty.is_some(),
                open: false,
                basis: super::checks::basis(row.basis),
                list: list.then(|| style(row.encoding)),
                item: None,
                assumed: row.default.as_ref().map(|default| default.value.wire()),
                aliases: Vec::new(),
                checks: checks(self.action, row, self.scope, if list { Part::Everything } else { Part::EntryOnly }),
            },
        }
    }

    fn structure(
        &self,
        field: &model::Field,
        documented: Option<usize>,
        inner: &[model::Field],
        name: RustName,
    ) -> Field {
        let rows = self.rows_inside(inner);
        let container = documented.map(|row| &self.action.request[row]);
        let kind =
            self.scope.parameters.get(&field.full_name).map_or(Type::Json, |name| Type::Struct(name.clone(), false));
        let of_list = container
            .into_iter()
            .chain(rows.iter().copied())
            .find(|row| row.limits.iter().any(|limit| is_of_list(&limit.value)));
        Field {
            docs: self.structure_docs(field, documented, inner),
            name,
            wire: field.name.clone(),
            kind,
            presence: presence(field.list, field.needed),
            facts: FieldFacts {
                documented: field.mark.as_ref().map(|mark| format!("{}.{mark}", field.name)),
                required: field.needed,
                list: field.list.then(|| style(field.encoding)),
                checks: of_list
                    .filter(|_| field.list)
                    .map(|row| checks(self.action, row, self.scope, Part::ListOnly))
                    .unwrap_or_default(),
                ..FieldFacts::default()
            },
        }
    }

    fn structure_docs(&self, field: &model::Field, documented: Option<usize>, inner: &[model::Field]) -> Docs {
        if let Some(row) = documented {
            return row_docs::docs(self.action, &self.action.request[row], Direction::Request, &Target::Request(row));
        }
        let mut docs = DocsBuilder::default();
        docs.markdown(&format!("The parameters {}.", code(&format!("{}.…", field.page_name))));
        let mut facts = Vec::new();
        if field.needed {
            facts.push("Required.".to_owned());
        }
        if let (true, ListEncoding::Indexed(base)) = (field.list, field.encoding) {
            let stem = field.page_name.rsplit_once('.').map_or(field.name.as_str(), |(stem, _)| stem);
            let name = |number: u8| code(&format!("{stem}.{number}.…"));
            facts.push(format!("Sent as {}, {} and so on.", name(base), name(base + 1)));
            let limits = self.rows_inside(inner).into_iter().flat_map(|row| &row.limits);
            facts.extend(limits.filter_map(|limit| entries(&limit.value)));
            facts.dedup();
        }
        docs.markdown(&facts.join(" "));
        docs.build()
    }

    /// The rows directly inside of a struct: a bound on the number of entries stands on them.
    fn rows_inside(&self, fields: &[model::Field]) -> Vec<&Row> {
        fields
            .iter()
            .filter_map(|field| match &field.kind {
                model::FieldKind::Value(row) => Some(&self.action.request[*row]),
                model::FieldKind::Struct(..) => None,
            })
            .collect()
    }

    fn index_of(&self, row: &Row) -> usize {
        self.action.request.iter().position(|other| std::ptr::eq(other, row)).unwrap_or(usize::MAX)
    }

    fn default_constant(&self, row: &Row, name: &str, names: &mut Names) -> Option<Constant> {
        let default = row.default.as_ref()?;
        let value = match (&default.value, row.kind) {
            (_, model::Kind::Enum(index)) => {
                let position = self.action.enums[index]
                    .values
                    .iter()
                    .position(|one| one.value.value.wire() == default.value.wire())?;
                ConstantValue::Variant(self.scope.enums[index].clone(), self.scope.variants[index][position].clone())
            }
            (Scalar::Text(text), _) => ConstantValue::Text(text.clone()),
            (Scalar::Integer(number), model::Kind::Float) => ConstantValue::Float(fraction(*number as f64)),
            (Scalar::Integer(number), _) => ConstantValue::Integer(*number),
            (Scalar::Float(number), _) => ConstantValue::Float(fraction(*number)),
            (Scalar::Boolean(truth), _) => ConstantValue::Boolean(*truth),
        };
        let mut docs = DocsBuilder::default();
        docs.markdown(&format!("What the provider assumes for {} when it is not sent.", code(&row.name)));
        Some(Constant { docs: docs.build(), name: names.constant(&format!("default_{name}")), value })
    }

    fn inner(&self, fields: &[model::Field], owned: &impl Fn(&str) -> Vec<crate::rust::Rule>, items: &mut Vec<Item>) {
        for field in fields {
            let model::FieldKind::Struct(_, inner) = &field.kind else { continue };
            let Some(name) = self.scope.parameters.get(&field.full_name) else { continue };
            let (fields, constants) = self.fields(inner);
            let mut docs = DocsBuilder::default();
            docs.markdown(&if field.list {
                format!("One entry of {}.", code(&field.page_name))
            } else {
                format!("The parameters {}.", code(&format!("{}.…", field.page_name)))
            });
            items.push(Item::Struct(Struct {
                docs: docs.build(),
                name: name.clone(),
                role: Role::Parameter,
                many_arguments: has_many_arguments(&fields),
                fields,
                constants,
                spec: self.action.path.clone(),
                at: format!("request {}", field.page_name),
                rules: owned(&field.full_name),
            }));
            self.inner(inner, owned, items);
        }
    }
}

/// A bound on the entries of a list, in words.
fn entries(limit: &model::Limit) -> Option<String> {
    let counted = |count: &u64| row_docs::counted(&count.to_string(), " entries");
    match limit {
        model::Limit::MinItems(count) => Some(format!("At least {}.", counted(count))),
        model::Limit::MaxItems(count) => Some(format!("At most {}.", counted(count))),
        _ => None,
    }
}

fn presence(list: bool, needed: bool) -> Presence {
    match (list, needed) {
        (true, true) => Presence::NeededList,
        (true, false) => Presence::List,
        (false, true) => Presence::Always,
        (false, false) => Presence::Maybe,
    }
}

fn style(encoding: ListEncoding) -> ListStyle {
    match encoding {
        ListEncoding::Comma => ListStyle::Comma,
        ListEncoding::Repeated => ListStyle::Repeated,
        ListEncoding::Indexed(base) => ListStyle::Indexed(base),
    }
}
