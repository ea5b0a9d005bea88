//! Which methods a path takes, for the answer to one that it does not (RFC 9110, section 15.5.6).

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::HttpRequest;
use actix_web::http::Method;

use super::api::openapi;

/// The methods of each pattern of the API, as its document tells them.
static API: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let document = serde_json::to_value(openapi::document()).unwrap_or_default();
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let methods = |path: &serde_json::Value| {
        let names = path.as_object().into_iter().flatten().map(|(name, _)| name);
        let mut names: Vec<String> = names
            .filter(|name| *name != "parameters")
            .map(|name| name.to_uppercase())
            .collect();
        if names.iter().any(|name| name == "GET") {
            names.push("HEAD".to_owned());
        }
        names.join(", ")
    };
    paths
        .iter()
        .map(|(pattern, path)| (pattern.clone(), methods(path)))
        .collect()
});

/// The methods that the path of `request` takes; `None` where there is no such path.
pub fn of(request: &HttpRequest) -> Option<String> {
    // The map of routes does not find its own root.
    let pattern = match request.path() {
        "/" => "/".to_owned(),
        path => request.resource_map().match_pattern(path)?,
    };
    if let Some(methods) = API.get(&pattern) {
        return Some(methods.clone());
    }
    // Pages are got, and forms on them sent; what was asked for here it does not take.
    let methods = if *request.method() == Method::GET {
        "POST"
    } else {
        "GET, HEAD"
    };
    Some(methods.to_owned())
}
