"""What a release says of itself: its SBOM, its notices, its checksums, and nothing of the machine that made it."""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "dist"


def packed(folder):
    """The archive of the build, as bytes, and what is in it."""
    subprocess.run(["node", ROOT / "tests/release/pack.mjs", DIST, folder], check=True, stdout=subprocess.DEVNULL)
    (archive,) = Path(folder).glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        files = {member.name.split("/", 1)[1]: tar.extractfile(member).read() for member in tar if member.isfile()}
    return archive.read_bytes(), archive.with_suffix(".gz.sha256").read_text(), files


def the_same_files_make_the_same_archive(first, second):
    assert first[0] == second[0]
    assert first[1].split()[0] == hashlib.sha256(first[0]).hexdigest()


def the_archive_has_all_and_its_checksums_are_right(files):
    sums = dict(reversed(line.split("  ", 1)) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    built = {f"app/{file.relative_to(DIST).as_posix()}" for file in DIST.rglob("*") if file.is_file()}
    assert built <= set(files)
    assert {"deploy/nginx.conf", "deploy/Caddyfile", "openapi.json", "LICENSE", "ADOPTING.md", "VERSION"} <= set(files)


def the_sbom_is_cyclonedx(files):
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(files["sbom.cdx.json"].decode())
    assert error is None, error


def what_the_module_tells_of_itself_is_in_sbom_and_notices(files):
    """Messages of panics name the crates that they are in."""
    (module,) = (content for name, content in files.items() if name.endswith(".wasm"))
    told = set(re.findall(rb"registry/src/[^/]*/([\w-]+?)-(\d[\w.+-]*)/", module))
    assert len(told) > 10, told
    listed = {(one["name"], one["version"]) for one in json.loads(files["sbom.cdx.json"])["components"]}
    notices = files["app/third-party-notices.txt"].decode()
    for name, version in ((name.decode(), version.decode()) for name, version in told):
        assert (name, version) in listed, f"{name} {version} is not in the SBOM"
    for name, version in listed - {("std", one[1]) for one in listed}:
        known = "DKFDS" if name == "dkfds" else f"{name} {version} ("
        assert known in notices, f"{name} {version} is not in the notices"


def every_component_has_a_licence_and_a_checksum(files):
    for one in json.loads(files["sbom.cdx.json"])["components"]:
        assert one["licenses"][0]["expression"], one
        assert one["name"] == "std" or one["hashes"][0]["content"], one


def nothing_tells_where_it_was_built(files):
    """But for the folder of the registry, which tests/release/make takes out."""
    for name, content in files.items():
        assert str(ROOT).encode() not in content, name


def main():
    if not (DIST / "index.html.br").exists():
        print("There is no release build: `trunk build --release` makes it.\n0 passed, 1 failed")
        return 1
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        first, second = packed(one), packed(other)
    checks = [
        (the_same_files_make_the_same_archive, (first, second)),
        (the_archive_has_all_and_its_checksums_are_right, (dict(first[2]),)),
        (the_sbom_is_cyclonedx, (first[2],)),
        (what_the_module_tells_of_itself_is_in_sbom_and_notices, (first[2],)),
        (every_component_has_a_licence_and_a_checksum, (first[2],)),
        (nothing_tells_where_it_was_built, (first[2],)),
    ]
    failed = 0
    for check, given in checks:
        try:
            check(*given)
            print(f"ok     {check.__name__}")
        except AssertionError as error:
            failed += 1
            print(f"FAILED {check.__name__}: {error}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
