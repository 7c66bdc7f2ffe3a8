"""References to people in a project: what is told of them, where, and that none changes its person unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from growth import is_linear
from written_project import other_findings, put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.model.people import people_in

OFFICE = """\
name: สำนักงานเขตพื้นที่การศึกษาทดสอบ
short_name: สพป.ทดสอบ
parent: สพฐ.
director: {director}
"""
ROSTER = """\
ชื่อ - สกุล,ตำแหน่ง
นายสมศักดิ์ ใจกระบี่,ผู้อำนวยการ
{wanna}
"""
WANNA = "นางวรรณา ใหม่มา,พนักงานราชการ"
ANOTHER_WANNA = "นางสาววรรณา ดีใจ,ครู"
ORDER = """\
kind: order
subject: แต่งตั้งคณะกรรมการ
number: 1
date: 5 ม.ค. 2569
cause: [ด้วย]
committees:
  - name: คณะกรรมการ
    duties: [ก]
    members:
      - {{person: {reference}, role: ประธานกรรมการ}}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into an empty folder, with messages in English; return it."""
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put_project(root: Path, reference: str, *rows: str, director: str = "สมศักดิ์ ใจกระบี่") -> None:
    """Write a project whose order names a person, with a roster without ids."""
    put(root, "office.yaml", OFFICE.format(director=director))
    put(root, "people.csv", ROSTER.format(wanna="\n".join(rows)))
    put(root, "2569/orders/a.yaml", ORDER.format(reference=reference))


def findings_of(root: Path) -> list[tuple[str, str]]:
    """Return place and code of each diagnostic."""
    return [(str(diagnostic.location), diagnostic.code) for diagnostic in other_findings(api.load(root))]


def only_diagnostic(root: Path) -> Diagnostic:
    (diagnostic,) = other_findings(api.load(root))
    return diagnostic


def names_printed(root: Path) -> list[str]:
    """Return the names of the people whom the order names."""
    content = api.find(api.load(root), "orders/a").content
    return [person.full_name.replace("\u00a0", " ") for _path, person in people_in(content)]


MEMBER = "2569/orders/a.yaml:10:18"


def test_another_of_the_same_first_name_in_the_roster_is_never_silent(root: Path) -> None:
    """A row is replaced by another วรรณา: the order of the first named the second, and nothing was told."""
    put_project(root, "วรรณา", WANNA)
    assert findings_of(root) == [(MEMBER, "E602")]

    put_project(root, "วรรณา", ANOTHER_WANNA)
    assert findings_of(root) == [(MEMBER, "E602")]

    put_project(root, "วรรณา ใหม่มา", WANNA)
    assert (findings_of(root), names_printed(root)) == ([], ["นางวรรณา ใหม่มา"])

    put_project(root, "วรรณา ใหม่มา", ANOTHER_WANNA)
    assert findings_of(root) == [(MEMBER, "E601")]
    assert "วรรณา ดีใจ" in only_diagnostic(root).hint


def test_a_first_name_that_fits_is_told_with_the_id_to_write(root: Path) -> None:
    put_project(root, "วรรณา", WANNA)

    diagnostic = only_diagnostic(root)

    assert (diagnostic.severity, diagnostic.field) == (Severity.WARNING, "committees[0].members[0].person")
    assert "นางวรรณา ใหม่มา (พนักงานราชการ)" in diagnostic.message
    assert "'วรรณา ใหม่มา'" in diagnostic.hint
    assert names_printed(root) == ["นางวรรณา ใหม่มา"]


def test_a_first_name_that_fits_several_is_an_error_with_all_and_their_posts(root: Path) -> None:
    put_project(root, "วรรณา", WANNA, ANOTHER_WANNA)

    diagnostic = only_diagnostic(root)

    assert (str(diagnostic.location), diagnostic.code, diagnostic.is_error) == (MEMBER, "E600", True)
    assert "นางวรรณา ใหม่มา (พนักงานราชการ), นางสาววรรณา ดีใจ (ครู)" in diagnostic.message
    assert "'วรรณา ใหม่มา', 'วรรณา ดีใจ'" in diagnostic.hint
    assert api.load(root).faulty == ("2569/orders/a",)


@pytest.mark.parametrize("reference", ["วรรณา ใหม่มา", "นางวรรณา ใหม่มา", "นาง  วรรณา  ใหม่มา"])
def test_a_full_name_typed_as_it_stands_in_the_roster_is_good(root: Path, reference: str) -> None:
    put_project(root, reference, WANNA, ANOTHER_WANNA, director="นายสมศักดิ์ ใจกระบี่")

    assert (findings_of(root), names_printed(root)) == ([], ["นางวรรณา ใหม่มา"])


def test_a_misspelt_full_name_is_told_with_the_one_that_is_meant(root: Path) -> None:
    put(root, "people.csv", "รหัส,ชื่อ - สกุล,ตำแหน่ง\nผอ,นายสมศักดิ์ ใจกระบี่,ผอ.\nวม,นางวรรณา ใหม่มา,ครู\n")
    put(root, "office.yaml", OFFICE.format(director="ผอ"))
    put(root, "2569/orders/a.yaml", ORDER.format(reference="วรรณา ใหม่มาก"))

    assert findings_of(root) == [(MEMBER, "E601")]
    assert "'วรรณา ใหม่มา'" in only_diagnostic(root).hint


def test_two_people_who_are_equally_near_are_both_named(root: Path) -> None:
    put_project(root, "วรรณ", WANNA, "นางสาววรรณี ใจงาม,ครู")

    assert findings_of(root) == [(MEMBER, "E601")]
    assert "'วรรณา ใหม่มา', 'วรรณี ใจงาม'" in only_diagnostic(root).hint


def test_the_full_name_that_is_recommended_stays_good_when_ids_are_written(root: Path) -> None:
    put_project(root, "วรรณา", WANNA)
    assert "the full name 'วรรณา ใหม่มา'" in only_diagnostic(root).hint

    put_project(root, "วรรณา ใหม่มา", WANNA)
    written_ids = api.write_ids(root)
    assert [person_id for person_id, _person in written_ids.people] == ["สมศักดิ์", "วรรณา"]
    assert (findings_of(root), names_printed(root)) == ([], ["นางวรรณา ใหม่มา"])


def test_the_director_is_told_in_office_yaml(root: Path) -> None:
    put_project(root, "วรรณา ใหม่มา", WANNA, director="สมศักดิ์")
    assert findings_of(root) == [("office.yaml:4:11", "E602")]

    put_project(root, "วรรณา ใหม่มา", WANNA, "นางสมศักดิ์ ใจดี,ครู", director="สมศักดิ์")
    assert findings_of(root) == [("office.yaml:4:11", "E600")]


def test_signer_recorder_and_those_absent_are_told_at_their_keys(root: Path) -> None:
    put_project(root, "วรรณา ใหม่มา", WANNA)
    put(
        root,
        "2569/minutes/m.yaml",
        "kind: minutes\nbody: คณะทำงาน\nnumber: 1\ndate: 6 ม.ค. 2569\nbegins: 09.00\nplace: ห้องประชุม\n"
        "recorder: วรรณา\nchecker: สมศักดิ์\n"
        "members:\n  - {person: นางวรรณา, role: ประธานกรรมการ}\n"
        "absent:\n  - {person: วรรณา, reason: ลา, substitute: สมศักดิ์}\n",
    )

    assert findings_of(root) == [
        ("2569/minutes/m.yaml:7:11", "E602"),
        ("2569/minutes/m.yaml:8:10", "E602"),
        ("2569/minutes/m.yaml:10:14", "E602"),
        ("2569/minutes/m.yaml:12:14", "E602"),
        ("2569/minutes/m.yaml:12:45", "E602"),
    ]


def test_an_id_that_is_a_first_name_is_explicit(root: Path) -> None:
    put_project(root, "วรรณา", WANNA)
    put(
        root,
        "people.csv",
        "รหัส,ชื่อ - สกุล,ตำแหน่ง\nผอ,นายสมศักดิ์ ใจกระบี่,ผอ.\nวรรณา,นางวรรณา ใหม่มา,ครู\n2,นางสาววรรณา ดีใจ,ครู\n",
    )

    assert (findings_of(root), names_printed(root)) == ([], ["นางวรรณา ใหม่มา"])


# Ids in people.yaml

PERSON = "  - {{{keys}prefix: {prefix}, first_name: {first}, last_name: {last}, position: ครู}}\n"


def put_people(root: Path, *people: tuple[str, str, str, str]) -> None:
    """Write people.yaml; each of the people has further keys, a title, a first and a last name."""
    rows = [
        PERSON.format(keys=keys, prefix=prefix, first=first, last=last)
        for keys, prefix, first, last in people
    ]
    put(root, "people.yaml", "people:\n" + "".join(rows))


@pytest.mark.parametrize("keys", ["", "id: , ", "id: '', "])
def test_people_yaml_needs_no_ids(root: Path, keys: str) -> None:
    put(root, "office.yaml", OFFICE.format(director="สมศักดิ์ ใจกระบี่"))
    put_people(root, (keys, "นาย", "สมศักดิ์", "ใจกระบี่"), (keys, "นาง", "วรรณา", "ใหม่มา"))

    project = api.load(root)

    assert [person.id for person in project.people] == ["สมศักดิ์ ใจกระบี่", "วรรณา ใหม่มา"]
    assert other_findings(project) == ()


def test_a_person_without_an_id_beside_those_with_one_is_told(root: Path) -> None:
    put(root, "office.yaml", OFFICE.format(director="ผอ"))
    put_people(root, ("id: ผอ, ", "นาย", "สมศักดิ์", "ใจกระบี่"), ("", "นาง", "วรรณา", "ใหม่มา"))

    assert findings_of(root) == [("people.yaml:3:5", "E609")]
    assert "'วรรณา ใหม่มา'" in only_diagnostic(root).hint


def test_two_people_of_one_name_without_ids_are_told(root: Path) -> None:
    put(root, "office.yaml", OFFICE.format(director="สมศักดิ์ ใจกระบี่"))
    namesake = ("", "นาย", "สมศักดิ์", "ใจกระบี่")
    put_people(root, namesake, ("", "นาง", "วรรณา", "ใหม่มา"), namesake)

    assert findings_of(root) == [("people.yaml:4:5", "E604")]
    assert "id:" in only_diagnostic(root).hint


def test_a_large_roster_and_many_references_are_read_in_linear_time(root: Path) -> None:
    def read(size: int) -> None:
        people = [f"นายสมชาย{number % 50} ดี{number},ครู" for number in range(2 * size)]
        put_project(root, "วรรณา ใหม่มา", WANNA, *people)
        names = [f"สมชาย{number % 50} ดี{number}" for number in range(size)]
        members = "".join(f"      - {{person: {name}, role: กรรมการ}}\n" for name in names)
        put(root, "2569/orders/a.yaml", ORDER.format(reference="วรรณา ใหม่มา") + members)
        assert findings_of(root) == []

    assert is_linear(read, 25, times=16)
