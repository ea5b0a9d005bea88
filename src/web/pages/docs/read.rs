//! From the OpenAPI document to the lines of the page. References are followed to a depth of
//! [`DEPTH`], which also ends schemas that hold themselves.

use actix_web::http::StatusCode;
use serde_json::Value;

use super::{DocField, DocOperation, DocResponse, DocTag, Docs};

/// How deep the members of a body are told.
const DEPTH: u8 = 3;
/// The methods in the order in which they are told.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The whole reference.
pub(super) fn docs(document: &Value) -> Docs {
    let mut tags: Vec<DocTag> = Vec::new();
    for (path, item) in members(&document["paths"]) {
        for method in METHODS.iter().filter(|method| item.get(**method).is_some()) {
            let operation = &item[*method];
            let tag = text(&operation["tags"][0]);
            let told = operation_of(document, method, path, operation);
            match tags.iter_mut().find(|known| known.name == tag) {
                Some(known) => known.operations.push(told),
                None => tags.push(DocTag {
                    slug: format!("tag-{}", slug(&tag)),
                    description: String::new(),
                    operations: vec![told],
                    name: tag,
                }),
            }
        }
    }
    let info = &document["info"];
    Docs {
        version: text(&info["version"]),
        description: paragraphs(&info["description"]),
        tags,
    }
}

fn operation_of(document: &Value, method: &str, path: &str, operation: &Value) -> DocOperation {
    let parameters = items(&operation["parameters"]).iter().map(|parameter| {
        let parameter = resolve(document, parameter);
        let kind = kind(document, &parameter["schema"]);
        DocField {
            depth: 0,
            name: text(&parameter["name"]),
            kind: format!("{} · {kind}", text(&parameter["in"])),
            required: parameter["required"] == true,
            description: text(&parameter["description"]),
        }
    });
    let responses = members(&operation["responses"]).map(|(status, response)| {
        let response = resolve(document, response);
        DocResponse {
            status: status.clone(),
            description: said_of(status, &text(&response["description"])),
            fields: body(document, response),
        }
    });
    // The first sentence is the heading, what else the line says stands below it.
    let summary = text(&operation["summary"]);
    let rest = summary
        .split_once(". ")
        .map(|(_, rest)| rest.to_owned())
        .into_iter();
    DocOperation {
        id: format!("{method}-{}", slug(path)),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: match summary.split_once(". ") {
            None => summary.trim_end_matches('.').to_owned(),
            Some((first, _)) => first.to_owned(),
        },
        description: rest.chain(paragraphs(&operation["description"])).collect(),
        parameters: parameters.collect(),
        request: body(document, &operation["requestBody"]),
        responses: responses.collect(),
    }
}

/// What an answer means, or, where nothing is said, its status in words.
fn said_of(status: &str, description: &str) -> String {
    let reason = || status.parse::<StatusCode>().ok()?.canonical_reason();
    match description {
        "" => reason().unwrap_or_default().to_owned(),
        said => said.to_owned(),
    }
}

/// The members of a body of whichever media type comes first.
fn body(document: &Value, of: &Value) -> Vec<DocField> {
    let mut fields = Vec::new();
    if let Some((_, media)) = members(&of["content"]).next() {
        let schema = named(document, &media["schema"]);
        add_members(document, schema, 0, &mut fields);
    }
    fields
}

fn add_members(document: &Value, schema: &Value, depth: u8, fields: &mut Vec<DocField>) {
    if depth > DEPTH {
        return;
    }
    // A list as the whole body, and parts put together.
    if schema.get("items").is_some() {
        return add_members(document, named(document, &schema["items"]), depth, fields);
    }
    for part in items(&schema["allOf"]) {
        add_members(document, named(document, part), depth, fields);
    }
    let required = items(&schema["required"]);
    for (name, member) in members(&schema["properties"]) {
        let inner = named(document, member);
        let description = match text(&member["description"]) {
            none if none.is_empty() => text(&inner["description"]),
            said => said,
        };
        fields.push(DocField {
            depth,
            name: name.clone(),
            kind: kind(document, member),
            required: required.iter().any(|required| required == name),
            description,
        });
        add_members(document, inner, depth + 1, fields);
    }
}

/// What a schema is, in a few words: `string (uuid)`, `array of Slot`, `integer or null`.
fn kind(document: &Value, schema: &Value) -> String {
    if let Some(name) = reference(schema) {
        let inner = resolve(document, schema);
        return if inner["type"] == "object" {
            name
        } else {
            kind(document, inner)
        };
    }
    let alternatives = items(&schema["oneOf"])
        .iter()
        .chain(items(&schema["anyOf"]));
    let alternatives: Vec<String> = alternatives.map(|one| kind(document, one)).collect();
    if !alternatives.is_empty() {
        return last_is_null(alternatives);
    }
    let words = items(&schema["enum"]);
    if !words.is_empty() {
        return words.iter().map(text).collect::<Vec<_>>().join(" | ");
    }
    let types = match &schema["type"] {
        Value::Array(types) => types.iter().map(text).collect(),
        Value::String(one) => vec![one.clone()],
        _ => vec!["any".to_owned()],
    };
    let format = text(&schema["format"]);
    let detailed = types.into_iter().map(|one| match one.as_str() {
        "array" => format!("array of {}", kind(document, &schema["items"])),
        "string" if !format.is_empty() => format!("string ({format})"),
        _ => one,
    });
    last_is_null(detailed.collect())
}

fn last_is_null(mut kinds: Vec<String>) -> String {
    kinds.sort_by_key(|kind| kind == "null");
    kinds.join(" or ")
}

/// The schema that a member has members of its own by: the one it refers to, maybe as one of two
/// with null.
fn named<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let mut alternatives = items(&schema["oneOf"])
        .iter()
        .chain(items(&schema["anyOf"]));
    let other = alternatives.rfind(|one| one["type"] != "null");
    resolve(document, other.unwrap_or(schema))
}

/// What a reference within the document refers to; anything else as it is.
fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let pointer = value["$ref"].as_str().and_then(|to| to.strip_prefix('#'));
    pointer
        .and_then(|pointer| document.pointer(pointer))
        .unwrap_or(value)
}

/// The name of a schema that is referred to.
fn reference(schema: &Value) -> Option<String> {
    schema["$ref"]
        .as_str()?
        .rsplit('/')
        .next()
        .map(str::to_owned)
}

fn members(of: &Value) -> impl Iterator<Item = (&String, &Value)> {
    of.as_object().into_iter().flatten()
}

fn items(of: &Value) -> &[Value] {
    of.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(of: &Value) -> String {
    of.as_str().unwrap_or_default().trim().to_owned()
}

fn paragraphs(of: &Value) -> Vec<String> {
    let text = text(of);
    let paragraphs = text
        .split("\n\n")
        .map(|one| one.replace('\n', " ").trim().to_owned());
    paragraphs.filter(|one| !one.is_empty()).collect()
}

/// A word for an address: letters, digits and single hyphens.
fn slug(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}
