"""What schemathesis puts into requests beside what it makes up, and what every answer must be beside its schema."""

import json
import os

import schemathesis

# Names that the API knows, for the calls that are to get past the question whether there is such a thing.
KNOWN = json.loads(os.environ.get("KNOWN", "{}"))
BODIES = {
    "/api/account-holders/lookup": "lookup",
    "/api/changes/prepare": "form",
    "/api/changes/reopen": "proof",
    "/api/changes/{change_id}/confirm": "proof",
    "/api/session/unit": "switch",
}


@schemathesis.hook
def map_path_parameters(_context, parameters):
    return {name: KNOWN.get(name, value) for name, value in (parameters or {}).items()} or parameters


@schemathesis.hook
def map_body(context, body):
    """Every member that is known takes the place of the one that was made up; the others stay as hostile as they are."""
    known = KNOWN.get(BODIES.get(context.operation.path))
    if not known or not isinstance(body, dict):
        return body
    return {name: known.get(name, value) for name, value in body.items()}


@schemathesis.hook
def after_call(_context, case, response):
    with open(os.environ["ANSWERS"], "a", encoding="utf-8") as answers:
        answers.write(f"{response.status_code} {case.operation.label}\n")


@schemathesis.check
def nothing_is_cached(_context, response, _case):
    assert response.headers.get("cache-control") == ["no-store"], "the answer may be cached"


@schemathesis.check
def problem_tells_its_status(_context, response, _case):
    if response.status_code >= 400:
        problem = response.json()
        assert problem["status"] == response.status_code, "`status` is another one than that of the answer"
        assert problem["instance"], "nobody can ask what became of this"
        waits = response.headers.get("retry-after")
        assert (waits and int(waits[0])) == problem.get("retry_after"), "`Retry-After` and `retry_after` differ"
