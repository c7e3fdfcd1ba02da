//! The shapes of documents and their closed words, read from the source text of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The test to mend when the source text is written in another way.
pub(crate) const HERE: &str = "tests/format.rs";

/// A file of the project.
pub(crate) fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display())).replace("\r\n", "\n")
}

/// One key of a shape.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) key: String,
    pub(crate) required: bool,
    /// The types that it is made of.
    types: Vec<String>,
}

/// What the program reads: the text of `raw.rs`, and that of the model beside it.
pub(crate) struct Program {
    pub(crate) raw: String,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self { raw: without_comments(&file("src/content/raw.rs")) }
    }

    /// The same program with something more in it.
    pub(crate) fn planted(old: &str, new: &str) -> Self {
        let Self { raw } = Self::new();
        assert!(raw.contains(old), "nothing to plant at: `{old}`");
        Self { raw: raw.replacen(old, new, 1) }
    }

    /// Every shape with its fields.
    pub(crate) fn shapes(&self) -> BTreeMap<String, Vec<Field>> {
        const MACRO: &str = "\nshapes! {";
        let start = self.raw.find(MACRO).unwrap_or_else(|| {
            panic!("src/content/raw.rs has no `shapes!` any more: mend how {HERE} reads the shapes")
        });
        let inside = body(self.raw.get(start..).unwrap());
        let mut shapes = BTreeMap::new();
        let mut rest = inside;
        while let Some(open) = rest.find('{') {
            let name = rest.get(..open).unwrap().split_whitespace().last().unwrap_or_default();
            let fields = body(rest.get(open..).unwrap());
            shapes.insert(name.to_owned(), fields_of(fields, false));
            rest = rest.get(open + fields.len() + 2..).unwrap();
        }
        for (at, _) in self.raw.match_indices("pub struct ") {
            let after = self.raw.get(at + "pub struct ".len()..).unwrap();
            let name: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
            if !name.is_empty() {
                let all_default = attributes_before(&self.raw, at).contains("default");
                shapes.insert(name, fields_of(body(after), all_default));
            }
        }
        shapes
    }

    /// Every closed list of words that a shape uses, with its words.
    pub(crate) fn closed(&self, shapes: &BTreeMap<String, Vec<Field>>) -> BTreeMap<String, BTreeSet<String>> {
        const KNOWN: [&str; 6] = ["Option", "Vec", "BTreeMap", "Spanned", "String", "Datetime"];
        let alias = |name: &str| self.raw.contains(&format!("pub type {name} "));
        let mut closed = BTreeMap::new();
        let mut look: Vec<String> = shapes.values().flatten().flat_map(|field| field.types.clone()).collect();
        while let Some(name) = look.pop() {
            let plain = KNOWN.contains(&name.as_str()) || shapes.contains_key(&name) || alias(&name);
            if plain || closed.contains_key(&name) {
                continue;
            }
            let (words, types) = self.words(&name);
            closed.insert(name, words);
            look.extend(types);
        }
        closed
    }

    /// The words of one closed list, and the types that they carry.
    fn words(&self, name: &str) -> (BTreeSet<String>, Vec<String>) {
        let text = self.home(name);
        let opening = format!("pub enum {name} {{");
        let at = text.find(&opening).unwrap_or_else(|| {
            panic!("`{name}` in src/content/raw.rs is neither a shape nor a closed list that {HERE} can find")
        });
        let kebab = attributes_before(&text, at).contains("rename_all = \"kebab-case\"");
        assert!(kebab, "`{name}` is not written in kebab-case: tell {HERE} how its words are written");
        let (mut words, mut types) = (BTreeSet::new(), Vec::new());
        for (_, variant) in parts(body(text.get(at..).unwrap())) {
            let (word, carried) = variant.split_once('(').unwrap_or((variant.as_str(), ""));
            words.insert(kebab_case(word));
            types.extend(type_names(carried));
        }
        (words, types)
    }

    /// The text that a name of `raw.rs` comes from: itself, or the module that it is taken from.
    fn home(&self, name: &str) -> String {
        for line in self.raw.lines().filter_map(|line| line.strip_prefix("use crate::model::")) {
            let (module, names) = line.split_once("::").unwrap_or((line, ""));
            if type_names(names).iter().any(|one| one == name) {
                return without_comments(&file(&format!("src/model/{module}.rs")));
            }
        }
        self.raw.clone()
    }
}

fn without_comments(text: &str) -> String {
    let code = |line: &str| line.split("//").next().unwrap_or_default().trim_end().to_owned() + "\n";
    text.lines().map(code).collect()
}

/// What stands between the first brace of a text and the one that closes it.
fn body(text: &str) -> &str {
    let start = text.find('{').unwrap() + 1;
    let mut depth = 1;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < start) {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth == 0 {
            return text.get(start..at).unwrap();
        }
    }
    panic!("a brace that does not close: {}", text.lines().next().unwrap_or_default())
}

/// The attributes on the lines just before a place.
fn attributes_before(text: &str, at: usize) -> String {
    let before: Vec<&str> = text.get(..at).unwrap().trim_end().lines().collect();
    before.into_iter().rev().take_while(|line| line.trim_start().starts_with("#[")).collect()
}

/// The parts of a body between its commas, each with its attributes apart.
fn parts(body: &str) -> Vec<(String, String)> {
    let (mut depth, mut part) = (0, String::new());
    let mut parts = Vec::new();
    for c in body.chars().chain([',']) {
        depth += i32::from("<([{".contains(c)) - i32::from(">)]}".contains(c));
        if c != ',' || depth > 0 {
            part.push(c);
            continue;
        }
        let mut attributes = String::new();
        let mut rest = part.trim();
        while let Some(after) = rest.strip_prefix("#[") {
            let (attribute, tail) = after.split_once(']').unwrap();
            attributes.push_str(attribute);
            rest = tail.trim_start();
        }
        if !rest.is_empty() {
            parts.push((attributes, rest.to_owned()));
        }
        part.clear();
    }
    parts
}

fn fields_of(body: &str, all_default: bool) -> Vec<Field> {
    let field = |(attributes, text): (String, String)| {
        let renamed = attributes.strip_prefix("serde(rename = \"").and_then(|rest| rest.strip_suffix("\")"));
        let plain = attributes.is_empty() || attributes.starts_with("serde(default") || renamed.is_some();
        assert!(plain, "`{attributes}` on `{text}`: tell {HERE} what that means for an author");
        let (name, sort) = text.trim_start_matches("pub ").split_once(':').unwrap();
        let (key, sort) = (renamed.unwrap_or(name.trim()).to_owned(), sort.trim());
        let left_out = renamed.is_none() && attributes.contains("default");
        let required = !(all_default || left_out || sort.starts_with("Option<"));
        Field { key, required, types: type_names(sort) }
    };
    parts(body).into_iter().map(field).collect()
}

/// The names of types in a text: they begin with a capital.
fn type_names(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.filter(|word| word.starts_with(char::is_uppercase)).map(str::to_owned).collect()
}

fn kebab_case(name: &str) -> String {
    let mut word = String::new();
    for c in name.trim().chars() {
        if c.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.extend(c.to_lowercase());
    }
    word
}
