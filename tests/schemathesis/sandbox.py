"""A running sandbox, and a caseworker who logs in there and changes an account as a browser would."""

import json
import re
import subprocess
import threading
from base64 import urlsafe_b64decode
from urllib.parse import parse_qsl, urlsplit

import requests

COMPANY = {"scheme": "cvr", "number": "99000120"}
PAGE = "<!DOCTYPE html><title>Nothing of the app is needed here</title>"


class Sandbox:
    """The API and the stand-in for MitID, on free ports, with data of their own."""

    def __init__(self, program, folder):
        (folder / "index.html").write_text(PAGE, encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "--port", "0", "--dist", folder, "--data", folder / "data.sqlite"],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = next(found[1] for line in self.process.stdout if (found := re.search(r"Open (http://\S+)", line)))
        # A pipe that nobody reads stops who writes into it.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Caseworker:
    """Somebody who is logged in, with the browser that the session is in."""

    def __init__(self, sandbox):
        self.url = sandbox.url
        self.browser = requests.Session()
        started = self.post("/api/login")
        self.session = self.post("/api/login/complete", approve(started["authorization_url"]))

    @property
    def cookie(self):
        return self.browser.cookies["session"]

    def post(self, path, body=None):
        answer = self.browser.post(self.url + path, json=body or {}, headers={"Origin": self.url})
        assert answer.ok, f"{path}: {answer.text}"
        return answer.json()

    def change(self):
        """Gives a company an account, and tells by which names the API then knows all that has to do with it."""
        overview = self.post("/api/account-holders/lookup", COMPANY)
        form = {"holder": overview["handle"], "version": overview["version"], "draft": draft("123456")}
        prepared = self.post("/api/changes/prepare", form)["next"]["login"]
        proof = {"sealed": prepared["sealed"], "callback": approve(prepared["authorization_url"])}
        confirmed = self.post(f"/api/changes/{prepared['change_id']}/confirm", proof)
        receipt = decoded(confirmed["receipt"]["document"].split(".")[1])
        return {
            "acting_as": confirmed["session"]["acting_as"],
            "handle": overview["handle"],
            "number": receipt["number"],
            "change_id": prepared["change_id"],
            "lookup": COMPANY,
            "form": form | {"version": overview["version"] + 1, "draft": draft("654321")},
            "proof": proof,
            "switch": {"unit": confirmed["session"]["caseworker"]["unit"]["id"]},
        }


def draft(account_number):
    """The form of a NemKonto as it is typed."""
    values = {"account-type": "domestic", "registration-number": "9999", "account-number": account_number}
    return {"kind": "assign-nem-konto", "values": values}


def approve(authorization_url):
    """Logs in as `anna` at the stand-in, approves in its app, and answers what the provider sends back."""
    provider = requests.Session()
    login = provider.get(authorization_url).url
    app = login.replace("/login/", "/app/")
    provider.post(f"{login}/user-id", data={"user_id": "anna"})
    provider.post(f"{app}/approve")
    back = provider.get(f"{login}/continue", allow_redirects=False).headers["Location"]
    return dict(parse_qsl(urlsplit(back).query))


def decoded(part):
    """A part of a signed document, as it was signed."""
    return json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
