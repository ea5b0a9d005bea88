#!/usr/bin/env python3
"""Holds messages to an AsyncAPI document: lines of {"way": "hear"|"say", "message": {...}} on the input.

"say" is what the service says, "hear" what it hears, as the document's operations are called. Fails where a
message fits no message of its operation, and where an operation's message was never seen. The document lets
messages have members that it does not name, so that clients do not stumble over those to come; here none may.
"""

import json
import sys

from jsonschema import Draft202012Validator


def look_up(document, reference):
    node = document
    for step in reference.removeprefix("#/").split("/"):
        node = node[step]
    return look_up(document, node["$ref"]) if "$ref" in node else node


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    assert document["asyncapi"].startswith("3."), "AsyncAPI 3"
    validators = {}
    for way, operation in document["operations"].items():
        look_up(document, operation["channel"]["$ref"])
        for message in operation["messages"]:
            name = message["$ref"].rsplit("/", 1)[1]
            payload = look_up(document, message["$ref"])["payload"]
            schema = {**payload, "components": document["components"], "unevaluatedProperties": False}
            Draft202012Validator.check_schema(schema)
            validators[way, name] = Draft202012Validator(schema)
    seen = set()
    for line in sys.stdin:
        record = json.loads(line)
        way, message = record["way"], record["message"]
        fits = {name for (of, name), schema in validators.items() if of == way and schema.is_valid(message)}
        assert fits == {message["op"]}, f"{way} {json.dumps(message)} fits {fits or 'nothing'}"
        seen.add((way, message["op"]))
    missing = set(validators) - seen
    assert not missing, f"never seen: {sorted(missing)}"


if __name__ == "__main__":
    main()
