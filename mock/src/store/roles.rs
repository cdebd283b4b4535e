//! What actions do to the things that the fake cloud keeps, inferred from the model: which action lists, creates or
//! removes, under which field a thing is known, which parameters filter, and by what.

use std::collections::BTreeMap;

use tablature_codegen::model::{Action, FieldKind, Kind, Model, Required, Row, Type};

use super::words::{CREATING, DELETING, LISTING, SEARCHING, plain, singular, thing};
use crate::world::path_of;

/// What each action does; those that do none of this are missing.
#[derive(Debug, Default)]
pub(crate) struct Roles(BTreeMap<String, Role>);

/// What one action does.
#[derive(Debug)]
pub(crate) struct Role {
    /// The things that it is about: `ucloudstack/image/image`.
    pub(crate) collection: String,
    /// The action that lists them: what it documents of its entries holds for all that is kept.
    pub(crate) listing: String,
    pub(crate) work: Work,
}

#[derive(Debug)]
pub(crate) enum Work {
    List(Vec<Filter>),
    Create(Creation),
    Delete(Removal),
}

/// A parameter that narrows a list.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    /// Index of the request's row.
    pub(crate) row: usize,
    /// Its part of the wire name.
    pub(crate) parameter: String,
    pub(crate) test: Test,
}

#[derive(Clone, Debug)]
pub(crate) enum Test {
    /// This field has the value, or one of the values.
    Equals(String),
    /// As before, of a parameter that every call has: what says nothing about it is everywhere.
    Scope(String),
    /// One of these fields holds the text.
    Search(Vec<String>),
}

/// How a thing comes about.
#[derive(Debug)]
pub(crate) struct Creation {
    /// The field that identifies it, and the field of the answer that says it.
    pub(crate) id: (String, String),
    /// What the new thing takes over: a parameter, and the field that it becomes.
    pub(crate) taken: Vec<(String, String)>,
}

/// How a thing goes.
#[derive(Debug)]
pub(crate) struct Removal {
    /// The parameter that names what goes.
    pub(crate) parameter: String,
    /// The field that it is looked up in.
    pub(crate) field: String,
    /// Where the thing must be: parameters that every call has, such as a region.
    pub(crate) within: Vec<Filter>,
}

/// A list, and what its entries are known by.
struct Listing<'m> {
    action: &'m Action,
    path: String,
    collection: String,
    thing: String,
    entry: &'m Type,
    id: Option<String>,
}

impl Roles {
    pub(crate) fn infer(model: &Model) -> Self {
        let mut roles = BTreeMap::new();
        for provider in &model.providers {
            for service in &provider.services {
                let path = |action: &Action| path_of(provider, service, action);
                let folder = format!("{}/{}", provider.name.value, service.name.value);
                let listings: Vec<Listing<'_>> =
                    service.actions.iter().filter_map(|action| listing(action, path(action), &folder)).collect();
                for action in &service.actions {
                    roles.extend(role(action, &listings).map(|role| (path(action), role)));
                }
            }
        }
        Self(roles)
    }

    pub(crate) fn get(&self, action: &str) -> Option<&Role> {
        self.0.get(action)
    }

    /// The paths of the actions that list.
    pub(crate) fn listings(&self) -> impl Iterator<Item = (&str, &Role)> {
        let all = self.0.iter().filter(|(_, role)| matches!(role.work, Work::List(_)));
        all.map(|(path, role)| (path.as_str(), role))
    }
}

/// An action that turns pages of a documented type.
fn listing<'m>(action: &'m Action, path: String, folder: &str) -> Option<Listing<'m>> {
    let items = &action.response[action.paging.as_ref()?.items];
    let Kind::Type(entry) = items.kind else { return None };
    let entry = &action.types[entry];
    let thing = thing(&action.name, &LISTING)?;
    let id = id_field(entry, &thing);
    Some(Listing { action, path, collection: format!("{folder}/{thing}"), thing, entry, id })
}

/// The field that is called after the thing; failing that, the first text that is called an ID.
fn id_field(entry: &Type, thing: &str) -> Option<String> {
    let named = |row: &&Row| plain(&row.name) == format!("{thing}id");
    let any = |row: &&Row| row.kind == Kind::Text && plain(&row.name).ends_with("id");
    let found = entry.rows.iter().find(named).or_else(|| entry.rows.iter().find(any));
    found.map(|row| row.name.value.clone())
}

fn role(action: &Action, listings: &[Listing<'_>]) -> Option<Role> {
    let is_own = |listing: &&Listing<'_>| listing.action.name.value == action.name.value;
    if let Some(listing) = listings.iter().find(is_own) {
        return Some(listing.role(Work::List(listing.filters())));
    }
    let about = |verbs: &[&str]| {
        let name = thing(&action.name, verbs)?;
        listings.iter().find(|listing| name.ends_with(&listing.thing))
    };
    if let Some(listing) = about(&CREATING) {
        return listing.creation(action).map(|creation| listing.role(Work::Create(creation)));
    }
    let listing = about(&DELETING)?;
    listing.removal(action).map(|removal| listing.role(Work::Delete(removal)))
}

impl Listing<'_> {
    fn role(&self, work: Work) -> Role {
        Role { collection: self.collection.clone(), listing: self.path.clone(), work }
    }

    fn filters(&self) -> Vec<Filter> {
        let turning = self.action.paging.as_ref().map(|paging| (paging.start, paging.size));
        let turns = |row: usize| turning.is_some_and(|(start, size)| row == start || Some(row) == size);
        self.narrowing(self.action).filter(|filter| !turns(filter.row)).collect()
    }

    /// The parameters of an action that speak of fields of these things.
    fn narrowing(&self, action: &Action) -> impl Iterator<Item = Filter> {
        action.fields.iter().filter_map(|field| {
            let FieldKind::Value(row) = field.kind else { return None };
            let test = self.test(&plain(&field.name), action.request[row].required)?;
            Some(Filter { row, parameter: field.name.clone(), test })
        })
    }

    fn removal(&self, action: &Action) -> Option<Removal> {
        let field = self.id.clone()?;
        let parameter = action.fields.iter().find(|field| self.names_id(&plain(&field.name)))?.name.clone();
        let is_scope = |filter: &Filter| matches!(filter.test, Test::Scope(_)) && filter.parameter != parameter;
        let within = self.narrowing(action).filter(is_scope).collect();
        Some(Removal { parameter, field, within })
    }

    fn test(&self, parameter: &str, required: Required) -> Option<Test> {
        if SEARCHING.contains(&parameter) {
            let names = ["name".to_owned(), format!("{}name", self.thing)];
            let named = self.entry.rows.iter().filter(|row| names.contains(&plain(&row.name)));
            return Some(Test::Search(
                self.id.iter().cloned().chain(named.map(|row| row.name.value.clone())).collect(),
            ));
        }
        let field = self.field(parameter)?;
        Some(if required == Required::Yes { Test::Scope(field) } else { Test::Equals(field) })
    }

    /// The field of an entry that a parameter speaks of.
    fn field(&self, parameter: &str) -> Option<String> {
        let one = singular(parameter);
        let without_thing = parameter.strip_prefix(&self.thing).unwrap_or(parameter);
        // A parameter is one text, which no object equals: it asks for that field rather than by it.
        let plain_rows = || self.entry.rows.iter().filter(|row| !matches!(row.kind, Kind::Type(_) | Kind::Object));
        let named = |name: &str| plain_rows().find(|row| plain(&row.name) == name);
        let found = named(parameter).or_else(|| named(&one));
        if found.is_none() && self.names_id(parameter) {
            return self.id.clone();
        }
        found.or_else(|| named(without_thing)).map(|row| row.name.value.clone())
    }

    /// Whether a parameter, or a field of an answer, holds IDs of these things.
    fn names_id(&self, parameter: &str) -> bool {
        let one = singular(parameter);
        let is_id = self.id.as_ref().is_some_and(|id| plain(id) == one);
        is_id || one == self.thing || one == format!("{}id", self.thing)
    }

    fn creation(&self, action: &Action) -> Option<Creation> {
        let answered = action.response.iter().find(|row| self.names_id(&plain(&row.name)))?;
        let fields = action.fields.iter().filter(|field| matches!(field.kind, FieldKind::Value(_)));
        let taken = fields.filter_map(|field| Some((field.name.clone(), self.field(&plain(&field.name))?)));
        Some(Creation { id: (self.id.clone()?, answered.name.value.clone()), taken: taken.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    #[test]
    fn what_filters_is_inferred() {
        let world = World::embedded().expect("the specs are sound");
        let told = |path: &str| match world.roles.get(path).map(|role| &role.work) {
            Some(Work::List(filters)) => {
                let one = |filter: &Filter| match &filter.test {
                    Test::Equals(field) => format!("{}={field}", filter.parameter),
                    Test::Scope(field) => format!("{}:{field}", filter.parameter),
                    Test::Search(fields) => format!("{}~{}", filter.parameter, fields.join("|")),
                };
                filters.iter().map(one).collect::<Vec<_>>().join(" ")
            }
            other => panic!("{path} lists nothing: {other:?}"),
        };
        assert_eq!(told("tencent/cvm/DescribeImages"), "imageType=imageType imageIds=unImgId status=status");
        assert_eq!(
            told("aliyun/ecs/DescribeImages"),
            "ImageId=ImageId Status=Status ImageName=ImageName ImageOwnerAlias=ImageOwnerAlias Usage=Usage"
        );
        assert_eq!(
            told("qingcloud/iaas/DescribeImages"),
            "images=image_id processor_type=processor_type os_family=os_family visibility=visibility \
             provider=provider status=status search_word~image_id|image_name"
        );
        assert_eq!(
            told("ucloud/uhost/DescribeImage"),
            "Zone=Zone ImageType=ImageType FuncType=FuncType OsType=OsType ImageId=ImageId"
        );
        assert_eq!(
            told("ucloudstack/image/DescribeImage"),
            "Region:Region ImageType=ImageType ImageIDs=ImageID CompanyID=CompanyID Keyword~ImageID|Name \
             ProjectIDs=ProjectID"
        );
    }

    #[test]
    fn what_creates_and_removes_is_inferred() {
        let world = World::embedded().expect("the specs are sound");
        let Some(Role { work: Work::Create(creation), collection, .. }) =
            world.roles.get("ucloudstack/image/CreateCustomImage")
        else {
            panic!("it creates")
        };
        assert_eq!(collection, "ucloudstack/image/image");
        assert_eq!(creation.id, ("ImageID".to_owned(), "ImageID".to_owned()));
        let taken: Vec<String> = creation.taken.iter().map(|(from, to)| format!("{from}>{to}")).collect();
        assert_eq!(
            taken,
            ["Region>Region", "ImageName>Name", "CompanyID>CompanyID", "ImageDescription>ImageDescription"]
        );
        let Some(Role { work: Work::Delete(removal), .. }) = world.roles.get("ucloudstack/image/DeleteCustomImage")
        else {
            panic!("it removes")
        };
        assert_eq!((removal.parameter.as_str(), removal.field.as_str()), ("ImageID", "ImageID"));
        let within: Vec<&str> = removal.within.iter().map(|filter| filter.parameter.as_str()).collect();
        assert_eq!(within, ["Region"]);
    }
}
