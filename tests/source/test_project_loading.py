"""How a project folder becomes documents: years, names, parts, shared files, text as given."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from written_project import put_office

from esa_docs import api
from esa_docs.diagnostics import MachineError
from esa_docs.hints import nearest_hint
from esa_docs.model.document import Document
from esa_docs.model.project import Project
from esa_docs.source.folders.files import name_fault

CORPUS = Path(__file__).parents[1] / "corpus"
MANUAL = (CORPUS / "manual" / "good.yaml").read_text(encoding="utf-8").replace("\ndate:", "\n# date:")
"""A manual of no day: it stands in the folders of several years."""
WORK = """name: {name}
objectives: [ก]
scope: [{{text: ข}}]
steps: [{{text: ค}}]
table: [{{step: ง, detail: จ, owner: ฉ}}]
"""
"""A work as it stands in a part file, without the line ``part_of``."""

Finding = tuple[str, int, int, str, str]
"""File, line, column, code and key path."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a project with an office and a roster, and no document yet."""
    folder = tmp_path / "office"
    folder.mkdir()
    for name in ("office", "people"):
        shutil.copyfile(CORPUS / name / "good.yaml", folder / f"{name}.yaml")
    return folder


def put(root: Path, name: str, text: str = MANUAL) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def put_part(root: Path, name: str, owner: str, title: str) -> Path:
    return put(root, name, f"part_of: {owner}\n" + WORK.format(name=title))


def found_in(project: Project) -> list[Finding]:
    root = project.root.absolute()
    findings: list[Finding] = []
    for diagnostic in api.check(project):
        place = diagnostic.location
        file = Path(place.path).absolute().relative_to(root).as_posix()
        findings.append((file, place.line, place.column, diagnostic.code, diagnostic.field))
    return findings


def keys(project: Project) -> list[str]:
    return [document.key for document in project.documents]


def only_document(project: Project) -> Document[Any]:
    (document,) = project.documents
    return document


# Documents and their names


def test_documents_are_named_by_their_path_below_the_year(root: Path) -> None:
    for name in ("2569/manual.yaml", "2569/orders/pmqa-steering.yml", "2569/ก/ข/คู่มือ.v2.YAML"):
        put(root, name)
    project = api.load(root)
    assert found_in(project) == []
    assert keys(project) == ["2569/manual", "2569/orders/pmqa-steering", "2569/ก/ข/คู่มือ.v2"]
    assert {document.kind for document in project.documents} == {"manual"}


def test_a_document_knows_its_sources_and_office(root: Path) -> None:
    path = put(root, "2569/manual.yaml")
    document = only_document(api.load(root))
    assert document.sources == (path,)
    assert document.office.short_name == "สพป.ทดสอบ"
    assert document.content.author.position == "ผู้อำนวยการ"
    assert document.template is None


def test_the_offices_own_template_goes_before_the_shipped_one(root: Path) -> None:
    put(root, "2569/manual.yaml")
    template = put(root, "templates_docx/manual.docx", "")
    assert only_document(api.load(root)).template == template


def test_one_faulty_document_does_not_keep_others_from_loading(root: Path) -> None:
    put(root, "2569/a.yaml")
    put(root, "2569/b.yaml", MANUAL.replace("author: สมชาย", "author: ไม่มี"))
    put(root, "2569/c.yaml", "kind: 'manual\n")
    put(root, "2569/d.yaml")
    project = api.load(root)
    assert keys(project) == ["2569/a", "2569/d"]
    assert project.faulty == ("2569/b", "2569/c")
    assert found_in(project) == [("2569/b.yaml", 5, 9, "E601", "author"), ("2569/c.yaml", 1, 7, "E106", "")]


def test_findings_are_sorted_by_file_and_place(root: Path) -> None:
    put(root, "2569/b.yaml", MANUAL.replace("title:", "tilte:"))
    put(root, "2569/a.yaml", MANUAL.replace("author: สมชาย", "author: ไม่มี\nคีย์: 1"))
    assert found_in(api.load(root)) == [
        ("2569/a.yaml", 5, 9, "E601", "author"),
        ("2569/a.yaml", 6, 1, "E201", "คีย์"),
        ("2569/b.yaml", 4, 1, "E201", "tilte"),
    ]


def test_files_that_are_no_content_are_passed_over(root: Path) -> None:
    put(root, "2569/manual.yaml")
    for name in (
        "2569/.hidden.yaml",
        "2569/.folder/x.yaml",
        "2569/~$manual.yaml",
        "2569/~$folder/x.yaml",
        "2569/notes.txt",
        "2569/manual.docx",
        "drafts/x.yaml",
        "x.yaml",
        "25690/x.yaml",
    ):
        put(root, name, "not: [content")
    project = api.load(root)
    assert keys(project) == ["2569/manual"]
    assert found_in(project) == []
    assert project.faulty == ()


def test_a_folder_without_office_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as error_info:
        api.load(tmp_path)
    assert [d.code for d in error_info.value.diagnostics] == ["E902"]


# Years


def test_years_are_folders_in_either_digit_set(root: Path) -> None:
    put(root, "๒๕๗๐/manual.yaml")
    put(root, "๒๕๖๘/manual.yaml")
    put(root, "2569/manual.yaml")
    project = api.load(root)
    assert project.years == (2568, 2569, 2570)
    assert keys(project) == ["2568/manual", "2569/manual", "2570/manual"]
    assert found_in(project) == []


@pytest.mark.parametrize("name", ["2026", "๒๐๒๖", "2399", "3000"])
def test_a_year_of_another_era_is_told(name: str, root: Path) -> None:
    put(root, f"{name}/manual.yaml")
    put(root, "2569/manual.yaml")
    project = api.load(root)
    assert found_in(project) == [(name, 0, 0, "E205", "")]
    assert project.years == (2569,)
    assert keys(project) == ["2569/manual"]


def test_one_year_in_two_folders_is_told(root: Path) -> None:
    put(root, "2569/a.yaml")
    put(root, "๒๕๖๙/b.yaml")
    project = api.load(root)
    assert found_in(project) == [("๒๕๖๙", 0, 0, "E404", "")]
    assert keys(project) == ["2569/a"]


# Names of output files


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "NUL",
        "com1",
        "lpt9.v2",
        "aux/manual",
        "a:b",
        "a?b",
        'a"b',
        "a|b",
        "a<b",
        "a*b",
        "a ",
        "a.",
        " a",
    ],
)
def test_names_that_windows_refuses_are_told(name: str, root: Path) -> None:
    put(root, f"2569/{name}.yaml")
    put(root, "2569/manual.yaml")
    project = api.load(root)
    assert found_in(project) == [(f"2569/{name}.yaml", 0, 0, "E403", "")]
    assert keys(project) == ["2569/manual"]
    assert project.faulty == (f"2569/{name}",)


@pytest.mark.parametrize("name", ["console", "com", "lpt10", "คำสั่ง ที่ 1", "a.b", "ก(ข)", "R&D"])
def test_names_that_windows_takes_are_taken(name: str, root: Path) -> None:
    put(root, f"2569/{name}.yaml")
    project = api.load(root)
    assert found_in(project) == []
    assert keys(project) == [f"2569/{name}"]


def test_what_is_wrong_with_a_file_and_its_name_is_told_at_once(root: Path) -> None:
    put(root, "2569/con.yaml", MANUAL.replace("author: สมชาย", "author: ไม่มี"))
    assert found_in(api.load(root)) == [
        ("2569/con.yaml", 0, 0, "E403", ""),
        ("2569/con.yaml", 5, 9, "E601", "author"),
    ]


@pytest.mark.parametrize(
    "pair", [("a.yaml", "a.yml"), ("A.yaml", "a.yaml"), ("a.YAML", "a.yaml"), ("ß.yaml", "SS.yml")]
)
def test_of_two_files_for_one_output_neither_is_made(pair: tuple[str, str], root: Path) -> None:
    put(root, "2569/manual.yaml")
    for name in pair:
        put(root, f"2569/{name}")
    if len(list((root / "2569").iterdir())) < 3:
        pytest.fail("this disk takes the two names for one: run the tests on one that does not")
    project = api.load(root)
    assert found_in(project) == [(f"2569/{name}", 0, 0, "E404", "") for name in sorted(pair)]
    assert keys(project) == ["2569/manual"]
    assert project.faulty == tuple(sorted({f"2569/{Path(name).stem}" for name in pair}))


def test_the_same_name_in_two_folders_or_years_is_no_collision(root: Path) -> None:
    for name in ("2568/a.yaml", "2569/a.yaml", "2569/b/a.yaml"):
        put(root, name)
    project = api.load(root)
    assert found_in(project) == []
    assert len(project.documents) == 3


def test_a_link_that_leaves_the_project_is_not_read(root: Path, tmp_path: Path) -> None:
    outside = put(tmp_path, "secret.yaml", "not: [content")
    put(root, "2569/manual.yaml")
    (root / "2569" / "link.yaml").symlink_to(outside)
    project = api.load(root)
    assert found_in(project) == [("2569/link.yaml", 0, 0, "E403", "")]
    assert keys(project) == ["2569/manual"]
    assert project.faulty == ("2569/link",)


def test_a_year_that_is_a_link_out_of_the_project_is_not_read(root: Path, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/manual.yaml")
    (root / "2569").symlink_to(tmp_path / "elsewhere")
    project = api.load(root)
    assert found_in(project) == [("2569", 0, 0, "E436", "")]
    assert keys(project) == []


def test_a_link_inside_the_project_is_followed(root: Path) -> None:
    target = put(root, "shared/text.yaml")
    (root / "2569").mkdir()
    (root / "2569" / "manual.yaml").symlink_to(target)
    project = api.load(root)
    assert found_in(project) == []
    assert keys(project) == ["2569/manual"]


# Parts


def test_parts_are_joined_in_the_order_of_their_names(root: Path) -> None:
    put_part(root, "2569/works/b.yaml", "manual", "งานสาม")
    put_part(root, "2569/works/a.yaml", "manual", "งานสอง")
    put_part(root, "2569/zz.yaml", "manual", "งานสี่")
    put(root, "2569/manual.yaml")
    project = api.load(root)
    assert found_in(project) == []
    assert keys(project) == ["2569/manual"]
    document = only_document(project)
    assert [work.name for work in document.content.works] == ["งานหนึ่ง", "งานสอง", "งานสาม", "งานสี่"]
    assert [path.name for path in document.sources] == ["manual.yaml", "a.yaml", "b.yaml", "zz.yaml"]


@pytest.mark.parametrize("works", ["", "works:\n", "works: []\n"])
def test_all_works_may_stand_in_parts(works: str, root: Path) -> None:
    put(root, "2569/manual.yaml", MANUAL[: MANUAL.index("works:")] + works)
    put_part(root, "2569/work-1.yaml", "manual", "งานเดียว")
    project = api.load(root)
    assert found_in(project) == []
    assert [work.name for work in only_document(project).content.works] == ["งานเดียว"]


def test_parts_belong_to_a_document_of_their_own_year(root: Path) -> None:
    put(root, "2568/manual.yaml")
    put(root, "2569/other.yaml")
    put_part(root, "2569/work.yaml", "manual", "งานสอง")
    project = api.load(root)
    assert found_in(project) == [("2569/work.yaml", 1, 10, "E603", "part_of")]
    assert keys(project) == ["2568/manual", "2569/other"]
    assert project.faulty == ()


def test_a_part_joins_the_document_of_its_own_year_only(root: Path) -> None:
    put(root, "2568/manual.yaml")
    put(root, "2569/manual.yaml")
    put_part(root, "2568/work.yaml", "manual", "งานสอง")
    project = api.load(root)
    assert found_in(project) == []
    assert len(api.find(project, "manual", 2568).content.works) == 2
    assert len(api.find(project, "manual", 2569).content.works) == 1
    assert keys(project) == ["2568/manual", "2569/manual"]


def test_every_lost_part_is_told_also_when_it_has_other_faults(root: Path) -> None:
    put(root, "2569/manual.yaml")
    put(root, "2569/a.yaml", "part_of: x\nname: ก\nname: ข\n")
    put(root, "2569/b.yaml", "part_of: x\n")
    put(root, "2569/c.yaml", "part_of: a\n")
    assert found_in(api.load(root)) == [
        ("2569/a.yaml", 1, 10, "E603", "part_of"),
        ("2569/a.yaml", 3, 1, "E107", "name"),
        ("2569/b.yaml", 1, 10, "E603", "part_of"),
        ("2569/c.yaml", 1, 10, "E603", "part_of"),
    ]


@pytest.mark.parametrize(
    ("fault", "line", "column", "code", "field"),
    [
        ("nmae: ก", 3, 1, "E201", "nmae"),
        ("steps: [{text: '{{ x'}]", 3, 17, "E208", "steps[0].text"),
        ("steps: [{text: ก}, {text: }]", 3, 21, "E211", "steps[1].text"),
        ("forms: ก", 3, 8, "E203", "forms"),
        ("name: ข", 3, 1, "E107", "name"),
        ("title_lines: [ก, ข]", 3, 14, "E216", "title_lines"),
        ("kind: manual", 3, 1, "E201", "kind"),
    ],
)
def test_a_fault_in_a_part_is_placed_in_the_part(
    fault: str, line: int, column: int, code: str, field: str, root: Path
) -> None:
    put(root, "2569/manual.yaml")
    put(root, "2569/other.yaml")
    put_part(root, "2569/a-good.yaml", "manual", "งานสอง")
    key, _colon, _value = fault.partition(":")
    name_line, *lines = WORK.format(name="งานสาม").splitlines()
    lines_without_key = [line for line in lines if not line.startswith(f"{key}:")]
    put(root, "2569/work.yaml", "\n".join(["part_of: manual", name_line, fault, *lines_without_key, ""]))
    project = api.load(root)
    assert found_in(project) == [("2569/work.yaml", line, column, code, field)]
    assert keys(project) == ["2569/other"]
    assert project.faulty == ("2569/manual",)


def test_what_a_part_lacks_is_told_at_its_beginning(root: Path) -> None:
    put(root, "2569/manual.yaml")
    put(
        root,
        "2569/work.yaml",
        "# งาน\npart_of: manual\nobjectives: [ก]\nscope: [{text: ก}]\nsteps: [{}]\n",
    )
    assert found_in(api.load(root)) == [
        ("2569/work.yaml", 2, 1, "E202", "name"),
        ("2569/work.yaml", 5, 9, "E202", "steps[0].text"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("part_of: manual\nname: 'ก\n".encode(), "E106"),
        ("name: 'ก\n\npart_of: manual # ของคู่มือ\n".encode(), "E106"),
        ('part_of: "manual"\r\nname: [ก\r\n'.encode(), "E106"),
        ("part_of: manual\nname: งานบริการ\n".encode("tis-620"), "E103"),
        ("part_of: manual\nname: งานบริการ\n".encode("utf-16"), "E102"),
        ("part_of: manual\nname: งานบริการ\n".encode("utf-16-be"), "E102"),
        (b"part_of: manual\nname: \xff\n", "E101"),
        (b"part_of: manual\nname: \x00\n", "E105"),
    ],
)
def test_a_document_is_not_made_without_a_part_that_cannot_be_parsed(
    data: bytes, code: str, root: Path
) -> None:
    put(root, "2569/manual.yaml")
    put(root, "2569/other.yaml")
    (root / "2569" / "work.yaml").write_bytes(data)
    project = api.load(root)
    ((file, _line, _column, found_code, _field),) = found_in(project)
    assert (file, found_code) == ("2569/work.yaml", code)
    assert keys(project) == ["2569/other"]
    assert project.faulty == ("2569/manual",)


def test_a_document_is_not_made_without_a_part_whose_name_is_refused(root: Path) -> None:
    put(root, "2569/manual.yaml")
    put_part(root, "2569/con.yaml", "manual", "งานสอง")
    project = api.load(root)
    assert found_in(project) == [("2569/con.yaml", 0, 0, "E403", "")]
    assert keys(project) == []
    assert project.faulty == ("2569/manual",)


# Shared files


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("people: [", (1, 10), "E106"),
        ("people: [\n\n", (1, 10), "E106"),
        ("people:\n- id: สมชาย\n", (2, 3), "E202"),
        ("", (1, 1), "E104"),
    ],
)
def test_a_fault_in_the_roster_is_told_once_and_nothing_is_made(
    text: str, place: tuple[int, int], code: str, root: Path
) -> None:
    put(root, "2569/a.yaml")
    put(root, "2569/b.yaml", MANUAL.replace("author: สมชาย", "author: ใครก็ได้"))
    put(root, "people.yaml", text)
    project = api.load(root)
    line, column = place
    findings = {finding[:4] for finding in found_in(project)}
    assert findings == {("people.yaml", line, column, code)}
    assert keys(project) == []
    assert project.faulty == ("2569/a", "2569/b")


def test_faults_of_documents_are_told_beside_those_of_the_roster(root: Path) -> None:
    put(root, "2569/a.yaml", MANUAL.replace("title:", "tilte:").replace("author: สมชาย", "author: ''"))
    put(root, "people.yaml", "people: ก\n")
    assert found_in(api.load(root)) == [
        ("2569/a.yaml", 4, 1, "E201", "tilte"),
        ("2569/a.yaml", 5, 9, "E211", "author"),
        ("people.yaml", 1, 9, "E203", "people"),
    ]


def test_a_missing_roster_is_told(root: Path) -> None:
    put(root, "2569/a.yaml")
    (root / "people.yaml").unlink()
    project = api.load(root)
    assert found_in(project) == [("people.yaml", 1, 1, "E110", "")]
    assert [d.hint for d in project.diagnostics if not d.hint] == []
    assert keys(project) == []
    assert project.faulty == ("2569/a",)


def test_a_fault_in_the_office_is_told_once_and_nothing_is_made(root: Path) -> None:
    put(root, "2569/a.yaml")
    put(root, "2569/b.yaml")
    put(root, "office.yaml", "name: ก\nshort_name: ข\nparent: ค\nfonts: TH SarabunPSK\n")
    project = api.load(root)
    assert found_in(project) == [("office.yaml", 4, 1, "E201", "fonts")]
    assert project.office is None
    assert keys(project) == []
    assert project.faulty == ("2569/a", "2569/b")


def test_a_person_is_found_however_the_marks_above_a_letter_were_typed(root: Path) -> None:
    """Tone mark and vowel below may stand in either order: NFC makes them one."""
    people = (root / "people.yaml").read_text(encoding="utf-8")
    put(root, "people.yaml", people.replace("id: สมชาย", "id: ก\u0e49\u0e38ง"))
    put(root, "2569/a.yaml", MANUAL.replace("author: สมชาย", "author: ' ก\u0e38\u0e49ง '"))
    office = (root / "office.yaml").read_text(encoding="utf-8")
    put(root, "office.yaml", office.replace("director: สมชาย", "director: ก\u0e49\u0e38ง"))
    project = api.load(root)
    # The other order is mended in two files, which is told.
    assert [diagnostic.code for diagnostic in project.diagnostics] == ["W502", "W502"]
    assert keys(project) == ["2569/a"]


# Text as given


@pytest.mark.parametrize(
    "text",
    [
        "R&D <ก> \"อ้าง\" 'เดี่ยว'",
        "&amp; &lt;w:t&gt; ]]> <!-- -->",
        "😀👨‍👩‍👧‍👦 🇹🇭 𠮷",
        "ก" * 5000,
        "พ.ศ. ๒๕๖๙ – “คำ” … ฯลฯ ๆ ฿",
        "C:\\temp\\new %s {0} ${x} {ก} }}",
        "e\u0301 กำ ก่ำ น้ำ",
        "a\u00a0bc",
        "2569-10-01",
        "yes",
        "0123",
        "1:30",
        "# ไม่ใช่หมายเหตุ",
    ],
)
def test_text_is_loaded_exactly_as_given(text: str, root: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    put(root, "2569/a.yaml", MANUAL.replace("title: งานทดสอบ", f"title: {quoted}"))
    project = api.load(root)
    assert found_in(project) == []
    assert only_document(project).content.title == text.replace("e\u0301", "é")


def test_lines_of_a_block_stay_lines(root: Path) -> None:
    block = "detail: |\n          หนึ่ง\n\n          สอง  \n            สาม\n"
    put(root, "2569/a.yaml", MANUAL.replace("detail: รายละเอียด\n", block))
    assert only_document(api.load(root)).content.works[0].table[0].detail == "หนึ่ง\n\nสอง  \n  สาม"


@pytest.mark.parametrize(
    ("typed_number", "number"),
    [
        ("5", 5),
        ("๕", 5),
        ("'1,200'", 1200),
        ("'๑,๒๐๐'", 1200),
        ("9999", 9999),
        ("' 7 '", 7),
        ("0012", 12),
        ("๑๐", 10),
    ],
)
def test_numbers_are_read_in_both_digit_sets(typed_number: str, number: int, root: Path) -> None:
    put(root, "2569/a.yaml", manual_with_working_days(typed_number))
    project = api.load(root)
    assert found_in(project) == []
    schedule = only_document(project).content.works[0].table[0].schedule
    assert schedule is not None
    assert schedule.working_days == number


def manual_with_working_days(typed_number: str) -> str:
    owner = "        owner: เจ้าหน้าที่\n"
    return MANUAL.replace(owner, f"{owner}        schedule: {{working_days: {typed_number}}}\n")


@pytest.mark.parametrize(
    "typed_number", ["'1,20'", "'12,00'", "',5'", "'1,2345'", "'1 200'", "1.5", "'5 วัน'", "½"]
)
def test_what_only_looks_like_a_number_is_refused(typed_number: str, root: Path) -> None:
    put(root, "2569/a.yaml", manual_with_working_days(typed_number))
    project = api.load(root)
    assert found_in(project) == [("2569/a.yaml", 21, 34, "E203", "works[0].table[0].schedule.working_days")]


# Hints


@pytest.mark.parametrize(
    ("case", "code", "near", "other"),
    [
        ("manual/misspelt_key", "E201", "title", "foreword"),
        ("manual/unknown_key", "E201", "date", "foreword"),
        ("manual/unknown_person", "E601", "สมชาย", "คนที่สอง"),
        ("manual/misspelt_kind", "E214", "manual", "order"),
        ("manual/christian_year", "E205", "2569", "2026"),
        ("people/missing_and_unknown", "E201", "prefix", "position"),
        ("office/unknown_director", "E601", "สมชาย", "คนที่สอง"),
        ("office/missing_and_unknown", "E201", "parent", "director"),
    ],
)
def test_the_hint_names_what_was_probably_meant(
    case: str, code: str, near: str, other: str, root: Path
) -> None:
    folder, name = case.split("/")
    put(root, "2569/manual.yaml")
    place = "2569/manual.yaml" if folder == "manual" else f"{folder}.yaml"
    shutil.copyfile(CORPUS / folder / f"{name}.yaml", root / place)
    (hint,) = [d.hint for d in api.check(api.load(root)) if d.code == code]
    assert near in hint
    assert other not in hint


def test_each_usual_slip_of_syntax_has_a_hint_of_its_own(root: Path) -> None:
    hints = []
    cases = ("tab_indentation", "unclosed_quote", "colon_in_plain_text", "wrong_indentation")
    for case in cases:
        put(root, "2569/manual.yaml", (CORPUS / "manual" / f"{case}.yaml").read_text(encoding="utf-8"))
        (diagnostic,) = api.check(api.load(root))
        assert diagnostic.code == "E106"
        hints.append(diagnostic.hint)
    assert len(set(hints)) == len(cases)


def test_a_hint_names_a_dozen_known_words_and_no_more() -> None:
    words = [f"ก{number:02}" for number in range(200)]

    hint = nearest_hint("xyz", words)

    assert [word for word in words if word in hint] == words[:12]
    assert "…" in hint


@pytest.mark.parametrize("name", ["2569/orders/standards.yaml", "2569/plan.YML"])
def test_a_folder_that_is_named_like_a_file_is_told(tmp_path: Path, name: str) -> None:
    folder = put_office(tmp_path) / name
    folder.mkdir(parents=True)
    assert [(fault.code, fault.location.path.endswith(name)) for fault in api.check(api.load(tmp_path))] == [
        ("E437", True)
    ]


def test_a_name_that_is_not_utf8_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    fault = name_fault("งาน\udcff", "2569/งาน\udcff.yaml")
    assert fault is not None
    assert (fault.code, fault.location.path) == ("E403", "2569/งาน\udcff.yaml")
    assert fault.message == "the name 'งาน\\xff' is not written in UTF-8"
