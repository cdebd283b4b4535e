//! What each field of a request was set to.

use std::collections::BTreeMap;

use tablature_codegen::model::{Field, FieldKind, ListEncoding};

use super::Node;

/// The fields that were given, by their part of the wire name.
#[derive(Debug, Default)]
pub(crate) struct Tree(BTreeMap<String, Given>);

/// What one field was set to.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// One for a single value, any number for a list.
    pub(crate) entries: Vec<Entry>,
    /// How it travelled, when not as documented.
    pub(crate) fault: Option<String>,
}

/// A value, or an entry of a list.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The name under which it was sent: `Tag.1`.
    pub(crate) name: String,
    pub(crate) content: Content,
}

#[derive(Debug)]
pub(crate) enum Content {
    Text(String),
    Fields(Tree),
}

impl Tree {
    pub(crate) fn get(&self, name: &str) -> Option<&Given> {
        self.0.get(name)
    }

    /// The text of a single value.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.texts(name).next_back()
    }

    /// The texts of a list, or the one of a single value.
    pub(crate) fn texts(&self, name: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.0.get(name).into_iter().flat_map(|given| &given.entries).filter_map(|entry| match &entry.content {
            Content::Text(text) => Some(text.as_str()),
            Content::Fields(_) => None,
        })
    }
}

/// Reads the fields that stand below a node; `prefix` is what their names begin with.
pub(crate) fn tree(fields: &[Field], node: &Node, prefix: &str) -> Tree {
    let given = fields.iter().filter_map(|field| {
        let found = given(field, node.inner.get(&field.name)?, &format!("{prefix}{}", field.name));
        (!found.entries.is_empty() || found.fault.is_some()).then(|| (field.name.clone(), found))
    });
    Tree(given.collect())
}

fn given(field: &Field, node: &Node, name: &str) -> Given {
    match (field.list, field.encoding) {
        (false, _) => single(field, node, name),
        (true, ListEncoding::Indexed(base)) => numbered(field, node, name, base.into()),
        (true, ListEncoding::Comma) => {
            let joined = node.values.last().filter(|text| !text.is_empty());
            let texts = joined.into_iter().flat_map(|text| text.split(','));
            unnumbered(node, name, texts, "its values joined by commas")
        }
        (true, ListEncoding::Repeated) => {
            unnumbered(node, name, node.values.iter().map(String::as_str), "once for each of its values")
        }
    }
}

fn single(field: &Field, node: &Node, name: &str) -> Given {
    let entries: Vec<Entry> = content(field, node, name).into_iter().map(|content| entry(name, content)).collect();
    let is_numbered = !node.numbered().is_empty();
    Given { entries, fault: is_numbered.then(|| format!("is not a list: it must be sent as {name}, without a number")) }
}

fn numbered(field: &Field, node: &Node, name: &str, base: u64) -> Given {
    let found = node.numbered();
    let in_order = found.iter().zip(base..).all(|((number, _), expected)| *number == expected);
    let bare = !node.values.is_empty();
    let fault =
        (!in_order || bare).then(|| format!("is a list: it must be sent as {name}.{base}, {name}.{} …", base + 1));
    let entries = found.iter().filter_map(|(number, node)| {
        let name = format!("{name}.{number}");
        content(field, node, &name).map(|content| entry(&name, content))
    });
    Given { entries: entries.collect(), fault }
}

fn unnumbered<'a>(node: &Node, name: &str, texts: impl Iterator<Item = &'a str>, way: &str) -> Given {
    let entries = texts.map(|text| entry(name, Content::Text(text.to_owned()))).collect();
    let is_numbered = !node.numbered().is_empty();
    Given { entries, fault: is_numbered.then(|| format!("must be sent as {name}, {way}")) }
}

fn entry(name: &str, content: Content) -> Entry {
    Entry { name: name.to_owned(), content }
}

/// What stands directly at a node, if anything does.
fn content(field: &Field, node: &Node, name: &str) -> Option<Content> {
    match &field.kind {
        FieldKind::Value(_) => node.values.last().map(|text| Content::Text(text.clone())),
        FieldKind::Struct(_, inner) => {
            let fields = tree(inner, node, &format!("{name}."));
            (!fields.0.is_empty()).then_some(Content::Fields(fields))
        }
    }
}

#[cfg(test)]
mod tests {
    use tablature_codegen::model::Action;
    use tablature_codegen::source::SourceFile;

    use super::*;
    use crate::world::{World, embedded_specs};

    /// No documented action repeats a name for its lists; this one does.
    const REPEATED: &str = "acme/lists/Repeated";

    /// The tree of a request, for an action that is documented or `REPEATED`.
    fn read(action: &str, query: &str) -> Tree {
        let mut files = embedded_specs();
        let provider =
            "provider: acme\nmethod: GET\nsigning: { scheme: ucloud }\naction_parameter: Action\nlist_base: 1\n";
        files.push(SourceFile::new("acme/provider.yaml", format!("{provider}services: {{ lists: {{}} }}\n")));
        let rows = "  Name: { type: string }\n  BoxId: { type: [string], list: repeated }\n";
        files.push(SourceFile::new(format!("{REPEATED}.yaml"), format!("action: Repeated\nrequest:\n{rows}")));
        let world = World::read(&files).expect("the specs are sound");
        let found: Vec<&Action> = world.within(action).expect("it exists").into_iter().map(|(.., one)| one).collect();
        tree(&found[0].fields, &Node::of(&super::super::pairs(query.as_bytes())), "")
    }

    #[test]
    fn every_encoding_is_read() {
        for (action, query, name, expected) in [
            ("tencent/cvm/DescribeImages", "imageIds.1=b&imageIds.0=a", "imageIds", &["a", "b"][..]),
            ("qingcloud/iaas/DescribeImages", "status.1=x&status.2=y+z", "status", &["x", "y z"]),
            ("aliyun/ecs/DescribeImages", "ImageId=m-1%2Cm-2", "ImageId", &["m-1", "m-2"]),
            ("aliyun/ecs/DescribeImages", "ImageId=", "ImageId", &[]),
            (REPEATED, "BoxId=b&Name=n&BoxId=a%2Cc&BoxId=", "BoxId", &["b", "a,c", ""]),
        ] {
            let tree = read(action, query);
            assert_eq!(tree.texts(name).collect::<Vec<_>>(), expected, "{query}");
            assert!(tree.get(name).is_none_or(|given| given.fault.is_none()), "{query}");
        }
        let single = read("ucloud/uhost/DescribeImage", "FuncType=a&FuncType=b");
        assert_eq!(single.text("FuncType"), Some("b"), "of a single value, the last counts");
    }

    #[test]
    fn entries_of_a_list_of_structs_stay_together() {
        let tree = read("aliyun/ecs/DescribeImages", "Tag.2.Key=b&Tag.1.Value=1&Tag.1.Key=a");
        let tags = tree.get("Tag").expect("it was given");
        let keys = tags.entries.iter().filter_map(|tag| match &tag.content {
            Content::Fields(fields) => Some((tag.name.as_str(), fields.text("Key"), fields.text("Value"))),
            Content::Text(_) => None,
        });
        let keys: Vec<_> = keys.collect();
        assert_eq!(keys, [("Tag.1", Some("a"), Some("1")), ("Tag.2", Some("b"), None)]);
        assert_eq!(tags.fault, None);
    }

    #[test]
    fn what_travels_in_another_way_is_seen() {
        let cases = [
            ("tencent/cvm/DescribeImages", "imageIds.1=a", "imageIds"),
            ("tencent/cvm/DescribeImages", "imageIds.0=a&imageIds.2=b", "imageIds"),
            ("tencent/cvm/DescribeImages", "imageIds=a", "imageIds"),
            ("tencent/cvm/DescribeImages", "imageIds=a&imageIds.0=b", "imageIds"),
            ("tencent/cvm/DescribeImages", "limit.0=1", "limit"),
            ("tencent/cvm/DescribeImages", "limit=1&limit.0=1", "limit"),
            ("aliyun/ecs/DescribeImages", "Tag.99999999999999999999.Key=a", "Tag"),
            ("aliyun/ecs/DescribeImages", "ImageId.1=a", "ImageId"),
            (REPEATED, "BoxId.1=a&BoxId.2=b", "BoxId"),
        ];
        for (action, query, name) in cases {
            assert!(read(action, query).get(name).is_some_and(|given| given.fault.is_some()), "{query}");
        }
    }

    #[test]
    fn a_very_long_name_is_nobodys() {
        let query = format!("Tag{}=1", ".1".repeat(100_000));
        assert!(read("aliyun/ecs/DescribeImages", &query).get("Tag").is_none());
    }
}
