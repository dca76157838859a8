"""Lets schemathesis loose on a running sandbox, without a session and with one, and counts the operations that hold."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from sandbox import Caseworker, Sandbox

HERE = Path(__file__).parent
DOCUMENT = HERE.parent / "sandbox" / "openapi.json"
SEED = "20230918"
EXAMPLES = "25"
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "ignored_auth",
    "nothing_is_cached",
    "problem_tells_its_status",
]
# That what the document allows is accepted nobody could say: it does not know who exists. What it does not allow is refused, unless
# something that there is has taken its place.
REFUSES = "negative_data_rejection"
LOGOUT = "/api/logout"
# A login that nobody has begun cannot be completed; everything else can be answered to whoever knows what there is.
NEVER_ANSWERED = {"POST /api/login/complete"}


def run(name, program, who=None, choice=()):
    """One run over the chosen operations, at a sandbox of its own. Answers how many held, and how many did not."""
    with tempfile.TemporaryDirectory() as folder, Sandbox(program, Path(folder)) as sandbox:
        session, known = who(Caseworker(sandbox)) if who else (None, None)
        return explore(name, sandbox, Path(folder), session, known, choice)


def explore(name, sandbox, folder, session, known, choice):
    answers, report = folder / f"{name}.txt", folder / f"{name}.xml"
    checks = CHECKS if known and "form" in known else [*CHECKS, REFUSES]
    (folder / "openapi.json").write_text(document(), encoding="utf-8")
    (folder / "schemathesis.toml").write_text(configuration(session, known), encoding="utf-8")
    command = [
        Path(sys.executable).with_name("schemathesis"),
        f"--config-file={folder / 'schemathesis.toml'}",
        "run",
        folder / "openapi.json",
        f"--url={sandbox.url}",
        f"--seed={SEED}",
        f"--max-examples={EXAMPLES}",
        f"--checks={','.join(checks)}",
        "--continue-on-failure",
        "--no-color",
        "--warnings=off",
        "--generation-database=none",
        f"--header=Origin:{sandbox.url}",
        "--report=junit",
        f"--report-junit-path={report}",
        *choice,
    ]
    environment = os.environ | {
        "ANSWERS": str(answers),
        "KNOWN": json.dumps(known or {}),
        "PYTHONPATH": str(HERE),
        "SCHEMATHESIS_HOOKS": "checks",
    }
    said = subprocess.run(command, env=environment, cwd=folder, text=True, capture_output=True, check=False)
    cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []
    wrong = {case.get("name") for case in cases if case.find("failure") is not None or case.find("error") is not None}
    if said.returncode or wrong:
        print(said.stdout, said.stderr)
    given = [line.split(" ", 1) for line in answers.read_text(encoding="utf-8").splitlines()]
    if checks is CHECKS:
        # A run that never gets past the door would find nothing wrong behind it.
        wrong |= {case.get("name") for case in cases} - {label for status, label in given if status == "200"} - NEVER_ANSWERED
    statuses = ", ".join(f"{count} x {status}" for status, count in sorted(Counter(status for status, _ in given).items()))
    print(f"{name}: {len(cases)} operations, {len(given)} calls ({statuses}); wrong: {', '.join(sorted(wrong)) or 'none'}", flush=True)
    return len(cases) - len(wrong), len(wrong) or int(said.returncode != 0 or not cases)


def configuration(session, known):
    lines = []
    if session:
        lines += ["[auth.openapi.session]", f'api_key = "{session}"']
    if known:
        lines += ["[parameters]", f'"header.Acting-As" = "{known["acting_as"]}"']
    return "\n".join(lines)


def document():
    """The contract, with the name that the session's cookie has without TLS."""
    text = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    text["components"]["securitySchemes"]["session"]["name"] = "session"
    return json.dumps(text)


def named(caseworker):
    return caseworker.cookie, {"acting_as": caseworker.session["acting_as"]}


def knowing(caseworker):
    return caseworker.cookie, caseworker.change()


def main():
    stays = [f"--exclude-path={LOGOUT}"]
    results = [
        run("nobody is logged in", sys.argv[1]),
        run("a caseworker", sys.argv[1], named, stays),
        run("a caseworker, and what there is", sys.argv[1], knowing, stays),
        run("a caseworker leaves", sys.argv[1], named, [f"--include-path={LOGOUT}"]),
    ]
    passed, failed = (sum(column) for column in zip(*results))
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
