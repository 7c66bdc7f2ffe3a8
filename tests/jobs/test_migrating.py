"""Content of version 1 means the same in version 2, or is told: on made content and on the frozen copy."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from click.testing import CliRunner, Result
from written_project import OFFICE, other_findings, put, put_office

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.changes.migration_steps import find_first_names, look_through
from esa_docs.model.kind import Kinds
from esa_docs.model.project import Project
from esa_docs.source.loading.project import load_project
from esa_docs.source.yaml_files.yaml_changing import replace_texts

FROZEN = Path(__file__).parents[1] / "frozen"
ORDER = "kind: order\nsubject: ก\nnumber: 1\ndate: 16 มีนาคม 2569\ncause: [ข]\nclauses: [ค]\n"
Row = dict[str, Any]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(put_office(tmp_path), "2569/order.yaml", ORDER)
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def plan(root: Path) -> Row:
    """Return what the dry run says, which writes nothing."""
    before = bytes_in(root)
    result = run("migrate", "--dry-run", "--format", "json", "-C", root)
    assert bytes_in(root) == before
    return dict(json.loads(result.stdout))


def findings(root: Path) -> list[tuple[str, str, int, str]]:
    """Return code, file, line and key path of each finding of the dry run."""
    rows: list[tuple[str, str, int, str]] = []
    for row in plan(root)["diagnostics"]:
        file = Path(row["path"]).absolute().relative_to(root).as_posix()
        rows.append((row["code"], file, row["line"], row["field"]))
    return rows


def bytes_in(root: Path) -> dict[str, bytes]:
    files = [path for path in root.rglob("*") if path.is_file() and ".esa-docs" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


# The version


def test_the_version_is_written_and_nothing_else(root: Path) -> None:
    before = bytes_in(root)
    result = run("migrate", "-C", root)
    assert result.exit_code == 0
    assert (root / "office.yaml").as_posix() in result.stderr
    line = "parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน\n"
    office = OFFICE.replace(line, f"{line}content: 2\n").encode()
    assert bytes_in(root) == {**before, "office.yaml": office}
    assert (plan(root)["from"], plan(root)["to"]) == (2, 2)


def test_a_second_run_changes_nothing(root: Path) -> None:
    run("migrate", "-C", root)
    before = bytes_in(root)
    result = run("migrate", "-C", root)
    assert (result.exit_code, result.stdout, bytes_in(root)) == (0, "", before)


@pytest.mark.parametrize("line", ["content: 1 # รุ่น\n", "content: '1' # รุ่น\n", "content: ๑ # รุ่น\n"])
def test_a_version_that_stands_there_is_replaced(line: str, root: Path) -> None:
    put(root, "office.yaml", line + OFFICE)
    assert run("migrate", "-C", root).exit_code == 0
    assert (root / "office.yaml").read_text(encoding="utf-8") == "content: 2 # รุ่น\n" + OFFICE


@pytest.mark.parametrize("text", ["1", "2", "๒", "'2'"])
def test_versions_are_read_in_either_digit_set(text: str, root: Path) -> None:
    put(root, "office.yaml", f"{OFFICE}content: {text}\n")
    project = api.load(root)
    assert other_findings(project) == ()
    assert project.office is not None
    assert project.office.content in {1, 2}


@pytest.mark.parametrize("text", ["3", "0", "two", "[2]", "2.0", "-1"])
def test_a_version_that_nobody_knows_is_an_error(text: str, root: Path) -> None:
    put(root, "office.yaml", f"{OFFICE}content: {text}\n")
    (diagnostic,) = other_findings(api.load(root))
    line = OFFICE.count("\n") + 1
    assert (diagnostic.code, diagnostic.location.line, diagnostic.field) == ("E219", line, "content")
    before = bytes_in(root)
    assert (run("migrate", "-C", root).exit_code, bytes_in(root)) == (1, before)


@pytest.mark.parametrize("text", ["", "~", "''", "# รุ่น"])
def test_a_version_left_empty_is_told_in_plain_words(text: str, root: Path) -> None:
    put(root, "office.yaml", f"{OFFICE}content: {text}\n")
    (diagnostic,) = other_findings(api.load(root))
    line = OFFICE.count("\n") + 1
    assert (diagnostic.code, diagnostic.location.line, diagnostic.field) == ("E219", line, "content")
    assert "None" not in diagnostic.message
    assert "'content:'" in diagnostic.message
    assert "1, 2" in diagnostic.hint


def test_a_project_with_errors_is_not_migrated(root: Path) -> None:
    put(root, "2569/faulty.yaml", "kind: order\n")
    before = bytes_in(root)
    result = run("migrate", "-C", root)
    assert (result.exit_code, bytes_in(root)) == (1, before)
    assert "[E202]" in result.output
    assert ("E202", "2569/faulty.yaml", 1, "subject") in findings(root)


def test_an_office_that_cannot_be_changed_alone_is_told(root: Path) -> None:
    put(root, "office.yaml", "{name: ก, short_name: ข, parent: ค, director: ก} # ง\n")
    before = bytes_in(root)
    with pytest.raises(ContentError) as error_info:
        api.migrate(root)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E414"]
    assert "content: 2" in error_info.value.diagnostics[0].hint
    assert bytes_in(root) == before


# What has another meaning


@pytest.mark.parametrize(
    "text",
    [
        "**ก**",
        "ข **ก ค** ง",
        "*ก*",
        "__ก__",
        "[ก](https://example.go.th)",
        "^[ก]",
        "10^2^",
        "H~2~O",
        "{ref:ตาราง}",
        "{field:ชื่อ}",
        r"\*ก",
    ],
)
def test_a_text_with_a_mark_is_changed_so_that_it_prints_as_before(text: str, root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", f"['{text}']"))
    before = printed(root)
    (change,) = plan(root)["changes"]
    assert (change["line"], change["column"], change["field"], change["old"]) == (6, 11, "clauses[0]", text)
    assert findings(root) == []
    api.migrate(root)
    assert printed(root) == before


def printed(root: Path) -> bytes:
    """Return the Word file of the order."""
    return api.render(api.find(api.load(root), "order"), today=dt.date(2026, 3, 16))


@pytest.mark.parametrize(
    "typed",
    [
        "ก *ข* และ **ค**",
        "'ให้ ''*ทุกคน*'' ลงนาม'",
        r'"\u002aก* \"ข\" x^2^ H~2~O"',
        r"'\*ก* และ \\__ข__'",
        "'[ก](https://a.th) ^[ข] {ref:ค} {field:ง}'",
        "'[ก](javascript:x) และ ^[ก ^[ข]]'",
        "'**ก **ข** ค** [ก](file:///C:/x)'",
        "'_ก_ ____ 5*3*2 (^o^) *.docx'",
        "|\n    ก *ข* ค",
        ">-\n    ก *ข*\n    ค __ง__",
        "ก\n    *ข* ค",
        "'*ก*: ข'",
    ],
)
def test_a_migrated_text_prints_equal_bytes_however_it_is_written(typed: str, root: Path) -> None:
    clauses = f"\n  - {typed}\n  - 'อื่น'"
    put(root, "2569/order.yaml", ORDER.replace("clauses: [ค]", f"clauses:{clauses}"))
    before = printed(root)
    api.migrate(root)
    errors = [fault.code for fault in api.load(root).diagnostics if fault.is_error]
    assert (errors, printed(root)) == ([], before)


def test_what_version_2_would_refuse_is_told_before_anything_is_written(root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", "['ตาม {ref:ก}', '*ก* {field:ข}', '[ก](ftp://a.th)']"))
    before = bytes_in(root)
    result = run("migrate", "--as-marks", "-C", root)
    assert (result.exit_code, bytes_in(root)) == (1, before)
    places = re.findall(r":(\d+):(\d+): error: .*\[(E\d+)\]", result.output)
    assert places == [("6", "16", "E121"), ("6", "31", "E120"), ("6", "48", "E119")]


def test_blocks_in_content_of_version_1_are_cured_by_migrating(root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", "['*ค*', {quote: 'ง **จ**'}]"))
    (fault,) = [each for each in api.load(root).diagnostics if each.is_error]
    assert (fault.code, "esa-docs migrate" in fault.hint) == ("E238", True)
    result = run("migrate", "-C", root)
    assert (result.exit_code, run("check", "-C", root).exit_code) == (0, 0)
    text = (root / "2569/order.yaml").read_text(encoding="utf-8")
    assert r"clauses: [\*ค\*, {quote: ง \*\*จ\*\*}]" in text


def test_another_fault_beside_a_block_is_told(root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", "[{quote: ''}, {quote: ก, id: ข}]"))
    before = bytes_in(root)
    result = run("migrate", "-C", root)
    assert (result.exit_code, bytes_in(root)) == (1, before)
    assert re.findall(r"\[(E\d+)\]", result.output) == ["E211", "E123"]


@pytest.mark.parametrize(
    "text", ["ก * ข", "2 * 3 = 6", "ก_ข", "** ก **", "[ก] (ข)", "~ 5", "x^2", "{ref}", r"ก\ข", "5 ~ 6 ~ 7"]
)
def test_a_text_without_a_mark_is_not_told(text: str, root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", f"['{text}']"))
    assert findings(root) == []


def test_marks_of_parts_are_changed_those_of_tables_told_and_those_of_names_neither(root: Path) -> None:
    put(root, "office.yaml", OFFICE.replace("กลุ่มอำนวยการ", "กลุ่ม **อำนวยการ**"))
    put(root, "2569/sar.yaml", "kind: sar\nscheme: sar-2560\nindicators: []\n")
    issue = "{number: 1, name: ก, tables: [{title: ข, file: t.csv}]}"
    part = f"part_of: sar\nindicator: '1.1'\nissues:\n  - {issue}\nstrengths: ['__ค__']\n"
    put(root, "2569/sar/1.yaml", part)
    put(root, "t.csv", "ก,ข\n1,*ค*\n")
    assert findings(root) == [("E220", "t.csv", 2, "[0][1]")]
    (change,) = plan(root)["changes"]
    assert (Path(change["path"]).name, change["line"], change["new"]) == ("1.yaml", 5, r"\_\_ค\_\_")


def test_version_2_is_not_set_over_a_mark_of_a_table_that_nobody_meant(root: Path) -> None:
    put(root, "2569/sar.yaml", "kind: sar\nscheme: sar-2560\nindicators: []\n")
    issue = "{number: 1, name: ก, tables: [{title: ข, file: t.csv}]}"
    put(root, "2569/sar/1.yaml", f"part_of: sar\nindicator: '1.1'\nissues:\n  - {issue}\n")
    put(root, "t.csv", "ก,ข\n1,**สำคัญ**\n")
    before = bytes_in(root)
    dry_run = run("migrate", "--dry-run", "-C", root)
    result = run("migrate", "-C", root)
    place = f"{(root / 't.csv').as_posix()}:2:3: error: "
    for output in (dry_run.output, result.output):
        (line,) = [line for line in output.splitlines() if "[E220]" in line]
        assert line.startswith(place)
        assert "'**สำคัญ**'" in line
        assert "--as-marks" in output
    assert (dry_run.exit_code, result.exit_code, bytes_in(root)) == (1, 1, before)


def test_marks_that_are_meant_are_told_and_version_2_is_set(root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", "['**สำคัญ**', '10^2^']"))
    before = bytes_in(root)
    migration = api.migrate(root, as_marks=True)
    severities = [(fault.code, str(fault.severity)) for fault in migration.diagnostics]
    assert severities == [("E220", "warning"), ("E220", "warning")]
    after = bytes_in(root)
    assert b"content: 2" in after.pop("office.yaml")
    before.pop("office.yaml")
    assert after == before


def test_the_option_for_marks_sets_version_2(root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("[ค]", "['**สำคัญ**']"))
    result = run("migrate", "--as-marks", "-C", root)
    assert (result.exit_code, "[E220]" in result.output) == (0, True)
    assert (plan(root)["from"], plan(root)["to"]) == (2, 2)


def test_names_and_paths_are_no_texts(root: Path) -> None:
    put(root, "2569/letter.yaml", LETTER)
    put(root, "lists/__x__.csv", "เรียน,ชื่อย่อ\nผู้อำนวยการ ก,ก\nผู้อำนวยการ ข,ข\n")
    assert [code for code, *_place in findings(root)] == ["E221", "E221"]


LETTER = """kind: letter
subject: ก
text: [ข]
owner: อำนวยการ
recipients_from: lists/__x__.csv
separate_files: true
"""


@pytest.mark.parametrize(
    ("number_and_date", "is_named"),
    [
        ("number: 1\ndate: 16 มีนาคม 2569\n", False),
        ("number: 1\n", True),
        ("date: 16 มีนาคม 2569\n", True),
        ("", True),
    ],
)
def test_papers_that_bore_the_mark_of_a_draft_are_named(
    number_and_date: str, is_named: bool, root: Path
) -> None:
    put(root, "2569/order.yaml", ORDER.replace("number: 1\ndate: 16 มีนาคม 2569\n", number_and_date))
    assert [(code, file) for code, file, *_place in findings(root)] == [
        ("E221", "2569/order.yaml")
    ] * is_named


def test_words_of_acting_that_come_from_the_roster_are_named(root: Path) -> None:
    acting = "{how: รักษาราชการแทน, position: ผู้อำนวยการ}"
    deputy = "{id: ข, prefix: นาง, first_name: ข, last_name: ค, position: รองผู้อำนวยการ, acting: [%s]}"
    people = (root / "people.yaml").read_text(encoding="utf-8")
    put(root, "people.yaml", people + f"  - {deputy % acting}\n")
    words = ", acting: รักษาราชการแทน"
    put(root, "2569/order.yaml", f"{ORDER}signature: {{by: ข{words}}}\n")
    assert findings(root) == []
    put(root, "2569/order.yaml", f"{ORDER}signature: {{by: ข}}\n")
    assert findings(root) == [("E221", "2569/order.yaml", 7, "")]


def test_a_dated_report_that_lacks_something_is_named(root: Path) -> None:
    put(root, "2569/x.yaml", "kind: pmqa\nscheme: pmqa-4.0\ndate: 30 กันยายน 2569\n")
    assert findings(root) == [("E221", "2569/x.yaml", 3, "")]


@pytest.mark.parametrize(
    ("number", "is_named"),
    [
        ("12/2569", True),
        ("๑๒/๒๕๖๙", True),
        ("45/1", False),
        ("12", False),
    ],
)
def test_numbers_with_year_or_code_are_named(number: str, is_named: bool, root: Path) -> None:
    put(root, "2569/order.yaml", ORDER.replace("number: 1", f"number: {number}"))
    numbers = [row for row in findings(root) if row[0] == "E221"]
    assert numbers == [("E221", "2569/order.yaml", 3, "")] * is_named


@pytest.mark.parametrize(("number", "circular"), [("ศธ 04007/12", "false"), ("ว 5", "true")])
def test_numbers_with_code_or_mark_are_named(number: str, circular: str, root: Path) -> None:
    put(root, "office.yaml", f"{OFFICE}letter_code: ศธ ๐๔๐๐๗\n")
    lines = f"number: {number}\ncircular: {circular}\nsubject: ก\nto: ข\ntext: [ค]\n"
    put(root, "2569/letter.yaml", f"kind: letter\n{lines}")
    named_files = {file for code, file, line, _field in findings(root) if (code, line) == ("E221", 2)}
    assert named_files == {"2569/letter.yaml"}


def test_a_letter_with_a_file_for_each_recipient_is_named(root: Path) -> None:
    put(
        root,
        "2569/letter.yaml",
        LETTER.replace("subject: ก\n", "subject: ก\nnumber: 1\ndate: 16 มีนาคม 2569\n"),
    )
    put(root, "lists/__x__.csv", "เรียน,ชื่อย่อ\nผู้อำนวยการ ก,ก\nผู้อำนวยการ ข,ข\n")
    assert findings(root) == [("E221", "2569/letter.yaml", 0, "")]


# Names of people


def with_other_ids(project: Project) -> Project:
    """Return a project whose references are first names, and whose ids are full names."""
    documents = []
    for document in project.documents:
        signature = document.content.signature  # type: ignore[attr-defined]
        person = signature.by.model_copy(update={"id": "สมมติ นามตัวอย่าง", "first_name": "ก"})
        content = document.content.model_copy(
            update={"signature": signature.model_copy(update={"by": person})}
        )
        documents.append(replace(document, content=content))
    return replace(project, documents=tuple(documents))


def test_a_first_name_is_replaced_by_the_id(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(root, "2569/order.yaml", f"{ORDER}signature: {{by: ก, acting: รักษาราชการแทน}} # ใคร\n")

    def load_with_other_ids(
        folder: Path, kinds: Kinds, drafts: Mapping[Path, bytes] = MappingProxyType({}), *, today: dt.date
    ) -> Project:
        return with_other_ids(load_project(folder, kinds, drafts, today=today))

    monkeypatch.setattr("esa_docs.jobs.changes.migrating.load_project", load_with_other_ids)
    (change,) = plan(root)["changes"]
    assert (change["line"], change["column"], change["field"]) == (7, 17, "signature.by")
    assert (change["old"], change["new"]) == ("ก", "สมมติ นามตัวอย่าง")
    migration = api.migrate(root)
    assert set(migration.paths) == {path, root / "office.yaml"}
    expected = f"{ORDER}signature: {{by: สมมติ นามตัวอย่าง, acting: รักษาราชการแทน}} # ใคร\n"
    assert path.read_text(encoding="utf-8") == expected


def test_ids_and_full_names_stay(root: Path) -> None:
    put(root, "2569/order.yaml", f"{ORDER}signature: {{by: ก}}\n")
    assert list(find_first_names(look_through(api.load(root)))) == []


def test_a_text_is_replaced_alone() -> None:
    data = "a:\n  - {b: ก, c: ข} # ค\n  - d\ne: 'ก'\n".encode()
    changed = replace_texts(data, {("a", 0, "b"): "ง", ("e",): "จ"})
    assert changed is not None
    assert changed.decode() == "a:\n  - {b: ง, c: ข} # ค\n  - d\ne: จ\n"
    assert replace_texts(data, {("a", 5, "b"): "ง"}) is None
    assert replace_texts(data, {("x", "y"): "ง"}) is None


# The frozen copy


@pytest.mark.parametrize("name", ["content", "secondary-office"])
def test_frozen_content_means_the_same_in_version_2(name: str, tmp_path: Path) -> None:
    root = shutil.copytree(FROZEN / name, tmp_path / name)
    before = api.load(root)
    files_before = bytes_in(root)
    api.migrate(root)
    after = api.load(root)

    assert before.office is not None
    assert after.office is not None
    assert (before.office.content, after.office.content) == (1, 2)
    errors = [diagnostic for diagnostic in after.diagnostics if diagnostic.is_error]
    assert errors == []
    # A document prints from nothing but its own values.
    documents = [replace(document, office=before.office) for document in after.documents]
    assert documents == list(before.documents)
    files_after = bytes_in(root)
    assert (
        files_after.pop("office.yaml").decode().replace("content: 2\n", "")
        == files_before.pop("office.yaml").decode()
    )
    assert files_after == files_before


@pytest.mark.parametrize(("key", "is_told"), [("", True), ("qr_codes: false\n", False)])
def test_links_of_evidence_that_become_codes_are_told(key: str, is_told: bool, root: Path) -> None:
    put(root, "2569/sar.yaml", f"kind: sar\nscheme: sar-2560\n{key}indicators: []\n")
    evidence = "\n".join(
        [
            "      - {code: ก, name: ก, link: ห้องสมุด}",
            "      - {code: ข, name: ข, link: 'https://a.th'}",
            "      - {code: ค, name: ค, link: 'https://b.th'}",
        ]
    )
    issue = f"  - number: 1\n    name: ก\n    evidence:\n{evidence}\n"
    put(root, "2569/sar/1.yaml", f"part_of: sar\nindicator: '1.1'\nissues:\n{issue}")
    rows = [row for row in plan(root)["diagnostics"] if "qr_codes" in row["hint"]]
    assert [(row["code"], row["line"], row["message"].count("2")) for row in rows] == [
        ("E221", 8, 1)
    ] * is_told


@pytest.mark.parametrize(("name", "has_circular"), [("content", False), ("secondary-office", True)])
def test_the_dry_run_names_every_changed_meaning_of_frozen_content(
    name: str, has_circular: bool, tmp_path: Path
) -> None:
    root = shutil.copytree(FROZEN / name, tmp_path / name)
    expected: set[tuple[str, str]] = set()
    for path in sorted(root.rglob("25*/**/*.yaml")):
        text = path.read_text(encoding="utf-8")
        keys = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
        kind = re.search(r"^kind: (\w+)", text, re.MULTILINE)
        needed_keys = {"order": {"number", "date"}, "memo": {"number", "date"}, "letter": {"number", "date"}}
        needed_keys["announcement"] = {"date"}
        file = path.relative_to(root).as_posix()
        if kind and not needed_keys.get(kind[1], set()) <= keys:
            expected.add(("E221", file))
        if "separate_files: true" in text:
            expected.add(("E221", file))
    for folder in ("sar", "pmqa"):
        parts = sorted(root.glob(f"2569/{folder}/*.yaml"))
        with_links = [part for part in parts if "link: http" in part.read_text(encoding="utf-8")]
        # The first link of a report is told, with the count of all.
        expected |= {("E221", part.relative_to(root).as_posix()) for part in with_links[:1]}
    assert {(code, file) for code, file, *_place in findings(root)} == expected
    assert ("E221", "2569/letters/circular.yaml") in expected or not has_circular
    assert len(expected) > 0


def test_a_migrated_document_is_printed_in_equal_bytes(root: Path) -> None:
    today = dt.date(2026, 3, 16)
    before = api.render(api.find(api.load(root), "order"), today=today)
    api.migrate(root)
    assert api.render(api.find(api.load(root), "order"), today=today) == before
