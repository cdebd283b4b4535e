//! Specs that are put together by a program.

use std::collections::BTreeMap;
use std::fmt::Write;

use tablature_codegen::source::SourceFile;

/// A text in quotes, as YAML reads it.
pub fn quoted(text: &str) -> String {
    // JSON leaves characters as they are that YAML wants escaped.
    let json = serde_json::Value::from(text).to_string();
    let mut quoted = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(character)))
            }
            _ => quoted.push(character),
        }
    }
    quoted
}

/// A provider's file, with services. The parameter `Do` names the action.
pub fn provider(name: &str, services: &[&str]) -> SourceFile {
    let services: Vec<String> = services.iter().map(|service| format!("{}: {{}}", quoted(service))).collect();
    let text = format!(
        "provider: {}\nmethod: GET\nsigning: {{ scheme: ucloud }}\naction_parameter: Do\nlist_base: 1\n\
         common: {{ Do: {{ type: string, required: true }} }}\nservices: {{ {} }}\n",
        quoted(name),
        services.join(", ")
    );
    SourceFile::new(format!("{name}/provider.yaml"), text)
}

/// An action's file in the making.
#[derive(Clone, Debug)]
pub struct Spec {
    name: String,
    sections: BTreeMap<&'static str, String>,
    rest: String,
}

impl Spec {
    /// An action without anything.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), sections: BTreeMap::new(), rest: String::new() }
    }

    /// Adds an entry to a section: a row, a type, an enum or a table, with its body as YAML in one line.
    pub fn add(&mut self, section: &'static str, name: &str, body: &str) -> &mut Self {
        let _ = writeln!(self.sections.entry(section).or_default(), "  ? {}\n  : {body}", quoted(name));
        self
    }

    /// Adds lines of YAML at the end of the file.
    pub fn line(&mut self, line: &str) -> &mut Self {
        self.rest.push_str(line);
        self.rest.push('\n');
        self
    }

    /// Adds an example: the pairs behind the action's own, and the answer as YAML in one line.
    pub fn example(&mut self, pairs: &[String], answer: &str) -> &mut Self {
        let mut request = vec![quoted(&format!("Do={}", self.name))];
        request.extend(pairs.iter().map(|pair| quoted(pair)));
        self.line(&format!("examples:\n  - request: [{}]\n    response: {answer}", request.join(", ")))
    }

    /// The file, in a folder `provider/service`.
    pub fn file(&self, folder: &str) -> SourceFile {
        let mut text = format!("action: {}\n", quoted(&self.name));
        for (section, entries) in &self.sections {
            let _ = writeln!(text, "{section}:\n{entries}");
        }
        text.push_str(&self.rest);
        SourceFile::new(format!("{folder}/{}.yaml", self.name), text)
    }
}
