"""What no schema says: what TOML looks like, which types and variables there are; and that nobody is asked but loopback."""

import json
import os
import re

import schemathesis

TYPES = ["ollama", "vllm", "openai", "lmstudio", "exo", "llamacpp", "generic"]
THERE = "http://127.0.0.1:" + os.environ["FUZZ_BACKEND"]


@schemathesis.serializer("application/toml")
def toml(context, value):
    if isinstance(value, bytes):
        return {"data": value}
    return {"data": (value if isinstance(value, str) else json.dumps(value)).encode("utf-8", "surrogatepass")}


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.operation.label == "POST /v1/backends" and isinstance(case.body, dict):
        case.body = entry(case.body)
    if case.operation.label in ("GET /v1/backends", "GET /v1/history") and "limit" not in (case.query or {}):
        # By then most of its names are gone, and nothing else would be looked at.
        (case.query or {}).pop("after", None)


def entry(body):
    changed = {key: value for key, value in body.items() if key not in ("api_key_env", "tls")}
    if isinstance(changed.get("url"), str):
        changed["url"] = re.sub(r"^(https?://)([A-Za-z0-9._-]+|\[[^]/]*\])", r"\g<1>127.0.0.1", changed["url"])
        if "type" not in changed:
            changed["url"] = THERE  # else its type can't be found out
    if isinstance(changed.get("headers"), dict):
        changed["headers"] = {
            name: "env:FUZZ_TOKEN" if str(value).startswith("env:") else value for name, value in changed["headers"].items()
        }
    if isinstance(changed.get("type"), str):
        changed["type"] = TYPES[len(changed["type"]) % len(TYPES)]
    return changed
