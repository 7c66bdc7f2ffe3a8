"""Every file of tests/corpus gives exactly the diagnostics that it announces in its own comments."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.diagnostics import Severity
from esa_docs.kinds import KINDS

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
PLACES = {"manual": "2569/manual.yaml", "people": "people.yaml", "office": "office.yaml"}
"""Where a case of each folder stands in its project; a good one of each is there anyway."""
BESIDE = {
    "minutes": {
        "order/good": "2569/orders/one",
        "order/good_two_committees": "2569/orders/two",
        "order/good_no_committee": "2569/orders/none",
    },
    "memo": {
        "order/good": "2569/orders/one",
        "order/good_two_committees": "2569/orders/two",
        "minutes/good": "2569/minutes/good",
    },
}
"""Further good neighbours of the cases of a folder, which they refer to."""
LISTS = ("names.yaml", "roles.yaml", "signatures.yaml")
"""Lists of cases, not content files; each has a test of its own."""
CASES = sorted(CORPUS.glob("*/*.yaml"))
CODES_OF_CONTENT_FILES = {
    *("E104", "E105", "E106", "E107", "E108", "E109", "E125"),
    *("E201", "E202", "E203", "E204", "E205", "E206", "E207"),
    *("E208", "E209", "E210", "E211", "E212", "E213", "E214", "E215", "E216", "E217"),
    "E440",
    *("E601", "E603", "E604", "E611", "E612", "E613", "E614", "E615", "E616"),
    *("E630", "E631", "E632", "E633", "E634", "E635", "E636", "E637", "E640"),
    *("E642", "E643", "E644", "E645", "E646", "E647", "E648", "E657"),
    *("E660", "E661", "E662", "E663", "E664", "E665", "E666", "E667", "E668", "E670"),
    *("E650", "E651", "E652", "E653", "E654", "E655", "E656"),
}
"""Codes of the faults that a content file by itself can have; a new kind may add codes of its own."""


def documented_severities() -> dict[str, str]:
    """Return the severity of each code, as the documentation names it."""
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([EW]\d+) \| ([a-z, ]+) \|", page, re.MULTILINE))


SEVERITIES = documented_severities()
WARNINGS = {
    code for code, severity in SEVERITIES.items() if "warning" in severity and "error" not in severity
}
INFOS = {code for code, severity in SEVERITIES.items() if severity == "info"}

Finding = tuple[int, int, str, str]
"""Line, column, code and key path."""
_EXPECT = re.compile(r"^# expect: (?:(\d+):(\d+) ([EW]\d+)(?: (\S.*))?|(nothing))$", re.MULTILINE)


def expected_findings(case: Path) -> list[Finding]:
    """Return what a case expects. A case must say so, even where it expects nothing."""
    text = case.read_text(encoding="utf-8")
    lines = [match.groups("") for match in _EXPECT.finditer(text)]
    assert lines, f"{case.name} has no '# expect:' line"
    assert text.count("# expect:") == len(lines), f"{case.name} has an '# expect:' line that cannot be read"
    findings: list[Finding] = []
    for line, column, code, field, nothing in lines:
        if nothing:
            assert len(lines) == 1, f"{case.name} expects nothing and something"
        else:
            findings.append((int(line), int(column), code, field))
    return findings


def place_of(folder: str) -> str:
    """Return where the cases of a folder stand in their project."""
    return PLACES.get(folder, f"2569/{folder}/a.yaml")


def make_project(case: Path, root: Path) -> Path:
    """Put a case into a project of good files, and return its place."""
    for folder, place in PLACES.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CORPUS / folder / "good.yaml", root / place)
    for source, place in BESIDE.get(case.parent.name, {}).items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CORPUS / f"{source}.yaml", root / f"{place}.yaml")
    target = root / place_of(case.parent.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(case, target)
    return target


def test_the_corpus_holds_cases_of_every_code() -> None:
    codes: set[str] = set()
    for case in CASES:
        codes.update(code for _line, _column, code, _field in expected_findings(case))
    assert sorted(CODES_OF_CONTENT_FILES - codes) == []
    assert sorted(codes - SEVERITIES.keys()) == []
    assert len(CASES) >= 90


def test_the_corpus_holds_a_folder_of_every_kind() -> None:
    expected = {"office", "people", *KINDS.names}
    assert {case.parent.name for case in CASES} == expected


def test_no_file_of_the_corpus_is_passed_over() -> None:
    files = {path for path in CORPUS.rglob("*") if path.is_file()}
    assert files - set(CASES) == {CORPUS / name for name in ("README.md", *LISTS)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_case_gives_exactly_what_it_announces(case: Path, tmp_path: Path) -> None:
    expected = expected_findings(case)
    place = make_project(case, tmp_path)

    project = api.load(tmp_path)
    # Of no paper of the corpus a version is kept: that is told of each with number and date (E455).
    diagnostics = [diagnostic for diagnostic in api.check(project) if diagnostic.code != "E455"]

    assert [(d.location.line, d.location.column, d.code, d.field) for d in diagnostics] == expected
    assert {Path(d.location.path).resolve() for d in diagnostics} <= {place.resolve()}
    assert [d for d in diagnostics if not d.hint or not d.message] == []
    codes = {d.code for d in diagnostics}
    assert {d.code for d in diagnostics if d.severity is Severity.WARNING} == codes & WARNINGS


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_document_is_made_only_of_files_without_faults(case: Path, tmp_path: Path) -> None:
    codes = {code for _line, _column, code, _field in expected_findings(case)}
    error_codes = codes - WARNINGS - INFOS
    place = make_project(case, tmp_path).relative_to(tmp_path).with_suffix("").as_posix()
    neighbours = set(BESIDE.get(case.parent.name, {}).values())
    if case.parent.name not in PLACES:
        neighbours.add("2569/manual")
    key = place if place.startswith("2569/") else "2569/manual"

    project = api.load(tmp_path)

    keys = {document.key for document in project.documents}
    if not error_codes:
        assert keys == {*neighbours, key}
        assert project.faulty == ()
    elif "E603" in error_codes:
        # A part without its document makes no document faulty.
        assert keys == neighbours
        assert project.faulty == ()
    else:
        assert keys == neighbours
        assert project.faulty == (key,)
