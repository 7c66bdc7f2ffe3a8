"""``esa-docs doctor --bundle``: what the maintainer needs, and nothing that names a person or a document."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import platform
import shutil
import socket
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from written_project import put, put_office

from esa_docs.cli import app
from esa_docs.model.kind import Kinds
from esa_docs.support import bundle as bundle_module
from esa_docs.word.templates.reading.template_file import shipped_template

HIDDEN = ("ลับสุดยอด", "topsecret")
"""Words that stand in every personal text of this project, in Thai and in Latin letters."""
OFFICE = """\
name: สำนักงานลับสุดยอด
short_name: สพป.ลับสุดยอด
parent: ต้นสังกัดลับสุดยอด
director: topsecret-id
groups:
  - {id: ลับสุดยอด, name: กลุ่มลับสุดยอด, contact: {phone: 0 9topsecret, email: topsecret@topsecret.go.th}}
powers:
  - {id: topsecret, text: มาตราลับสุดยอด}
letter_code: ศธ ลับสุดยอด
address: [ถนนลับสุดยอด]
contact: {phone: 0 topsecret, fax: 0 topsecret, email: topsecret@topsecret.go.th}
salutations: [{to: ท่านลับสุดยอด, salutation: เรียนลับสุดยอด, respects: ด้วยลับสุดยอด}]
font: TH Sarabun New
agenda_form: six
numerals: {order: arabic}
sizes: {memo_title: 31}
"""
PERSON = "{id: topsecret-id, prefix: นาย, first_name: ลับสุดยอด, last_name: ลับสุดยอด, position: ครูลับสุดยอด}"
ORDER = """\
kind: order
subject: เรื่องลับสุดยอด
cause: [ด้วยลับสุดยอด]
power: [topsecret]
committees:
  - name: คณะทำงานลับสุดยอด
    kind: คณะทำงาน
    members:
      - {person: topsecret-id, role: หัวหน้าคณะทำงาน}
    duties: [ทำงานลับสุดยอด]
"""
MEMBERS = [
    *("README.txt", "machine.json", "doctor.json", "fonts.json", "templates.json"),
    *("project.json", "settings.json", "diagnostics.json"),
]


@pytest.fixture(autouse=True)
def somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the hidden words into the names of user and machine; return the user's folder, where tests run."""
    home = tmp_path / "topsecret ลับสุดยอด"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("USER", "LOGNAME", "USERNAME", "COMPUTERNAME", "HOSTNAME", "ESA_DOCS_FONTS"):
        monkeypatch.setenv(name, str(home / "topsecret"))
    monkeypatch.setattr(socket, "gethostname", lambda: "topsecret")
    monkeypatch.setattr(platform, "node", lambda: "topsecret")
    monkeypatch.chdir(home)
    assert Path.home() == home
    assert "topsecret" in getpass.getuser()
    return home


@pytest.fixture
def project(somebody: Path) -> Path:
    """Write a project with the hidden words wherever a person may be named, and with faulty documents."""
    root = somebody / "โครงการลับสุดยอด"
    put(root, "office.yaml", OFFICE)
    put(root, "people.yaml", f"people:\n  - {PERSON}\n")
    put(root, "2569/orders/topsecret.yaml", ORDER)
    put(root, "2569/orders/ลับสุดยอด.yaml", ORDER)
    put(root, "๒๕๖๘/topsecret.yaml", ORDER)
    put(root, "2569/topsecret-keys.yaml", ORDER + "topsecret: ลับสุดยอด\nnumber: ลับสุดยอด\n")
    put(root, "2569/topsecret-syntax.yaml", "kind: order\nsubject: 'ลับสุดยอด\n")
    put(root, "2569/topsecret-person.yaml", ORDER.replace("topsecret-id", "topsecret-other"))
    put(root, "2569/evidence/ลับสุดยอด.PDF", "topsecret")
    put(root, "2569/evidence/รายงาน.topsecret", "topsecret")
    put(root, "2569/.topsecret/x.yaml", "topsecret")
    put(root, "templates_docx/topsecret.docx", "topsecret")
    shutil.copy(shipped_template("order.docx"), root / "templates_docx/order.docx")
    return root


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["doctor", *map(str, arguments)])


def _members(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def _facts(path: Path, name: str) -> Any:
    return json.loads(_members(path)[f"{name}.json"])


@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_personal_is_in_it(project: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", language)
    assert _run("-C", project, "--out", project / "topsecret", "--bundle").exit_code == 0
    members = _members(Path("esa-docs-doctor.zip"))
    assert list(members) == MEMBERS
    all_text = "\n".join([*members, *members.values()]).casefold()
    assert len(all_text) > 3000
    assert [text for text in (*HIDDEN, "ครู", "@", "ถนน", "2569/", "/", "\\") if text in all_text] == []


def test_what_the_maintainer_learns_of_the_project(project: Path) -> None:
    _run("-C", project, "--bundle", "b.zip")
    facts = _facts(Path("b.zip"), "project")
    assert (facts["people"], facts["groups"]) == (1, 1)
    assert facts["years"] == {
        "2568": {"kinds": {"order": 1}, "faulty": 0},
        "2569": {"kinds": {"order": 2}, "faulty": 3},
    }
    assert facts["files"].keys() == {"2568", "2569"}
    assert _counts(facts["files"]["2568"]) == {".yaml": 1}
    assert _counts(facts["files"]["2569"]) == {".pdf": 1, ".yaml": 5, "other": 1}
    assert facts["files"]["2569"][".pdf"]["bytes"] == len("topsecret")
    assert _counts(facts["other_files"]) == {".docx": 2, ".yaml": 2}


def _counts(files: dict[str, Any]) -> dict[str, int]:
    """Return how many files there are of each ending."""
    return {ending: row["count"] for ending, row in files.items()}


def test_of_what_the_check_finds_code_ending_and_line_are_told(project: Path) -> None:
    _run("-C", project, "--bundle", "b.zip")
    rows = _facts(Path("b.zip"), "diagnostics")
    assert {"E1", "E2"} <= {row["code"][:2] for row in rows}
    assert {row["ending"] for row in rows} <= {".yaml", ""}
    (unknown_key,) = [row for row in rows if row["code"] == "E201"]
    assert unknown_key == {
        "code": "E201",
        "severity": "error",
        "ending": ".yaml",
        "line": len(ORDER.splitlines()) + 1,
        "column": 1,
        "times": 1,
    }


def test_choices_of_the_office_are_told_and_which_other_keys_it_has(project: Path) -> None:
    _run("-C", project, "--bundle", "b.zip")
    facts = _facts(Path("b.zip"), "settings")
    assert (facts["font"], facts["agenda_form"]) == ("TH Sarabun New", "six")
    assert facts["sizes"]["memo_title"] == 31
    assert (facts["numerals"]["order"], facts["numerals"]["memo"]) == ("arabic", "thai")
    assert facts.keys() == {"font", "agenda_form", "sizes", "numerals", "given"}
    assert {"contact", "director", "letter_code"} <= set(facts["given"])
    assert "emblem" not in facts["given"]


def test_templates_are_told_by_their_checksums(project: Path) -> None:
    _run("-C", project, "--bundle", "b.zip")
    facts = _facts(Path("b.zip"), "templates")
    order, memo = facts["forms"]["order"], facts["forms"]["memo"]
    assert order["own"] == order["shipped"] != memo["shipped"]
    assert (memo["own"], len(memo["shipped"])) == (None, 64)
    assert facts["others"] == 1


def test_the_machine_and_what_the_doctor_found_are_told(project: Path) -> None:
    _run("-C", project, "--bundle", "b.zip")
    machine = _facts(Path("b.zip"), "machine")
    # the cache of pictures of this machine is hidden from all tests (`machine_apart.py`)
    variables = ["ESA_DOCS_FONTS", "ESA_DOCS_PICTURES"]
    assert (machine["python"], machine["variables"]) == (platform.python_version(), variables)
    assert machine["encodings"]["files"] == "utf-8"
    messages = {row["message"] for row in _facts(Path("b.zip"), "doctor")}
    assert {message.split()[0] for message in messages} >= {"esa-docs", "pydantic", "lxml"}
    families = {row["family"]: row["has_numbers"] for row in _facts(Path("b.zip"), "fonts")}
    assert families == {"TH SarabunPSK": True, "TH Sarabun New": True, "TH SarabunIT๙": False}


def test_equal_facts_give_equal_bytes(project: Path) -> None:
    _run("-C", project, "--bundle", "a.zip")
    Path("a.zip").rename("old")
    _run("-C", project, "--bundle", "a.zip")
    assert Path("a.zip").read_bytes() == Path("old").read_bytes()


def test_another_file_is_not_overwritten_without_force(project: Path) -> None:
    bundle = put(Path(), "esa-docs-doctor.zip", "mine")
    result = _run("-C", project, "--bundle", "--format", "json")
    assert (result.exit_code, [row["code"] for row in json.loads(result.stdout)]) == (1, ["E418"])
    assert bundle.read_bytes() == b"mine"
    assert _run("-C", project, "--bundle", "--force").exit_code == 0
    assert list(_members(bundle)) == MEMBERS


def test_a_bundle_that_cannot_be_written_exits_3(project: Path) -> None:
    place = put(Path(), "file", "x") / "b.zip"
    result = _run("-C", project, "--bundle", place, "--format", "json")
    assert (result.exit_code, [row["code"] for row in json.loads(result.stdout)]) == (3, ["E405"])


def test_it_is_a_zip_file(project: Path) -> None:
    assert _run("-C", project, "--bundle", "b.docx").exit_code == 2
    assert not Path("b.docx").exists()


def test_the_clerk_is_told_in_thai_what_is_in_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    result = _run("-C", project, "--bundle", "--format", "json")
    assert {row["code"] for row in json.loads(result.stdout)} == {"E501", "E900"}
    assert "esa-docs-doctor.zip" in result.stderr
    assert [name for name in MEMBERS[1:] if f"{name}: " not in result.stderr] == []
    assert "ไม่มีชื่อบุคคล" in result.stderr
    assert _members(Path("esa-docs-doctor.zip"))["README.txt"].strip() in result.stderr


def test_a_folder_that_is_no_project_is_packed_too(somebody: Path) -> None:
    assert _run("-C", somebody, "--bundle").exit_code == 0
    path = Path("esa-docs-doctor.zip")
    assert (_facts(path, "project"), _facts(path, "settings")) == (None, None)
    assert [row["code"] for row in _facts(path, "diagnostics")] == ["E902"]


def test_an_office_with_errors_has_no_settings(project: Path) -> None:
    put(project, "office.yaml", OFFICE + "topsecret: x\n")
    # The bundle is written; the exit code is that of the faults that doctor tells.
    assert _run("-C", project, "--bundle").exit_code == 1
    assert _facts(Path("esa-docs-doctor.zip"), "settings") is None


def test_a_fault_of_the_program_is_told_by_its_lines(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words may quote content."""

    def fail(_root: Path, _kinds: Kinds, *, today: dt.date) -> None:
        raise KeyError("ลับสุดยอด")

    monkeypatch.setattr(bundle_module, "load_project", fail)
    assert _run("-C", project, "--bundle").exit_code == 0
    fault = _facts(Path("esa-docs-doctor.zip"), "project")["fault"]
    assert fault["type"] == "KeyError"
    assert [place.rpartition(":")[0] for place in fault["at"]] == ["esa_docs.support.bundle", __name__]
    assert "ลับสุดยอด" not in "".join(_members(Path("esa-docs-doctor.zip")).values())


def test_a_missing_template_is_told(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("esa_docs.word.templates.reading.template_file._FOLDERS", (tmp_path / "none",))
    assert _run("-C", project, "--bundle").exit_code == 3
    path = Path("esa-docs-doctor.zip")
    assert _facts(path, "templates")["forms"]["memo"]["shipped"] is None
    assert "E301" in {row["code"] for row in _facts(path, "doctor")}


def test_the_plain_report_writes_nothing(somebody: Path) -> None:
    put_office(somebody / "content")
    assert _run().exit_code == 0
    assert [path.name for path in somebody.iterdir()] == ["content"]
