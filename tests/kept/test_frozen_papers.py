"""A sent paper stays as it was sent, whatever changes, and what would print differently is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from kept_office import (
    MARCH_16,
    files_in,
    issue,
    replace_text,
    send,
    version_path,
    with_code,
    write_papers,
)

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.jobs.building.report import BuildReport
from esa_docs.jobs.kept.changed_words import find_changes
from esa_docs.pages.pdf_reading import text_of

TEMPLATES = Path(__file__).parents[2] / "templates_docx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "office")


def build(root: Path, out: Path, name: str = "orders/x", *, force: bool = False) -> BuildReport:
    choice = api.Choice(names=(name,))
    return api.build(api.load(root), out=out, choice=choice, today=MARCH_16, force=force)


def outcomes(report: BuildReport) -> list[str]:
    return [str(result.outcome) for result in report.results]


def change_roster(root: Path) -> tuple[str, str]:
    replace_text(root / "people.yaml", "last_name: นามตัวอย่าง", "last_name: นามใหม่")
    return "นามตัวอย่าง", "นามใหม่"


def change_office(root: Path) -> tuple[str, str]:
    replace_text(root / "office.yaml", "ประถมศึกษาตัวอย่าง เขต 1", "ประถมศึกษาตัวอย่าง เขต 2")
    return "๑", "๒"


def change_content(root: Path) -> tuple[str, str]:
    replace_text(root / "2569/orders/x.yaml", "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    return "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้"


def change_template(root: Path) -> tuple[str, str]:
    """Write a template of the office's own, which prints other words."""
    template = docx.Document(str(TEMPLATES / "order.docx"))
    for paragraph in template.paragraphs:
        if paragraph.text.startswith("เรื่อง"):
            paragraph.runs[0].text = paragraph.runs[0].text.replace("เรื่อง", "หัวเรื่อง", 1)
    folder = root / "templates_docx"
    folder.mkdir()
    template.save(str(folder / "order.docx"))
    return "เรื่อง", "หัวเรื่อง"


CHANGES = [change_roster, change_office, change_content, change_template]


@pytest.mark.parametrize("change", CHANGES)
def test_a_sent_paper_stays_and_check_says_old_and_new_words(
    root: Path, tmp_path: Path, change: object
) -> None:
    assert callable(change)
    issue(root)
    send(root)
    kept_word = files_in(version_path(root))["x.docx"]
    build(root, tmp_path / "out")
    old_words, new_words = change(root)

    findings = with_code(api.check(api.load(root)), "E456")
    # What office, roster or template alone would change asks nobody to do anything.
    expected = (Severity.WARNING, "x.yaml") if change is change_content else (Severity.INFO, root.name)
    assert {(d.severity, Path(d.location.path).name) for d in findings} == {expected}
    assert has_both(findings, old_words, new_words)
    assert outcomes(build(root, tmp_path / "out")) == ["unchanged"]
    assert outcomes(build(root, tmp_path / "other")) == ["written"]
    for folder in ("out", "other"):
        assert (tmp_path / folder / "2569/orders/x.docx").read_bytes() == kept_word


def has_both(findings: list[Diagnostic], old_words: str, new_words: str) -> bool:
    """Return whether one finding says both the old and the new words."""
    messages = [finding.message for finding in findings if old_words in finding.message]
    return [message for message in messages if new_words in message] != []


@pytest.mark.parametrize("change", CHANGES)
def test_an_issued_paper_is_made_anew_and_told(root: Path, tmp_path: Path, change: object) -> None:
    assert callable(change)
    issue(root)
    kept_word = files_in(version_path(root))["x.docx"]
    change(root)
    build(root, tmp_path / "out")
    assert (tmp_path / "out/2569/orders/x.docx").read_bytes() != kept_word
    assert {d.severity for d in with_code(api.check(api.load(root)), "E456")} == {Severity.WARNING}


def test_a_template_that_changes_the_look_alone_is_only_noted(root: Path) -> None:
    issue(root)
    folder = root / "templates_docx"
    folder.mkdir()
    template = docx.Document(str(TEMPLATES / "order.docx"))
    template.sections[0].left_margin = template.sections[0].left_margin + 36000  # type: ignore[operator]
    template.save(str(folder / "order.docx"))
    (finding,) = with_code(api.check(api.load(root)), "E456")
    assert finding.severity is Severity.INFO


def test_a_sent_paper_is_placed_though_its_content_has_become_faulty(root: Path, tmp_path: Path) -> None:
    issue(root)
    send(root)
    kept_word = files_in(version_path(root))["x.docx"]
    with (root / "2569/orders/x.yaml").open("a", encoding="utf-8") as file:
        file.write("signature: {by: ไม่อยู่แล้ว}\n")
    report = build(root, tmp_path / "out")
    assert outcomes(report) == ["written"]
    assert "E601" in [d.code for d in report.diagnostics]
    # It was placed: one line says so and that its content has errors, and none that it was not written.
    assert report.faulty == ()
    (note,) = with_code(report.diagnostics, "E456")
    assert (note.severity, Path(note.location.path).name) == (Severity.INFO, "x.yaml")
    assert "orders/x" in note.message
    assert (tmp_path / "out/2569/orders/x.docx").read_bytes() == kept_word


def test_a_sent_paper_is_placed_though_the_office_is_faulty(root: Path, tmp_path: Path) -> None:
    issue(root)
    send(root)
    replace_text(root / "office.yaml", "short_name:", "shrt_name:")
    assert outcomes(build(root, tmp_path / "out")) == ["written"]


def test_what_somebody_edited_is_kept_beside_the_sent_paper(root: Path, tmp_path: Path) -> None:
    issue(root)
    build(root, tmp_path / "out")
    send(root)
    path = tmp_path / "out/2569/orders/x.docx"
    document = docx.Document(str(path))
    document.add_paragraph("เพิ่มด้วยมือ")
    document.save(str(path))
    edited_word = path.read_bytes()
    report = build(root, tmp_path / "out")
    assert "E402" in [d.code for d in report.diagnostics]
    assert path.read_bytes() == edited_word
    build(root, tmp_path / "out", force=True)
    assert path.read_bytes() == files_in(version_path(root))["x.docx"]


def test_a_build_tells_what_was_placed_as_it_was_sent_only_where_it_differs(
    root: Path, tmp_path: Path
) -> None:
    for name, number in (("orders/x", "12"), ("notice", None)):
        issue(root, name, number)
        send(root, name)
    choice = api.Choice(names=("orders/x", "notice"))
    report = api.build(api.load(root), out=tmp_path / "out", choice=choice, today=MARCH_16)
    assert with_code(report.diagnostics, "E456") == []

    replace_text(root / "2569/notice.yaml", "ข้อความประกาศ", "ข้อความใหม่")
    report = api.build(api.load(root), out=tmp_path / "out", choice=choice, today=MARCH_16)
    (notice,) = with_code(report.diagnostics, "E456")
    assert (notice.severity, notice.location.path.endswith("2569/notice.yaml")) == (Severity.INFO, True)
    assert with_code(build(root, tmp_path / "out").diagnostics, "E456") == []


def test_the_cure_of_a_sent_paper_is_a_later_paper(root: Path) -> None:
    for name, number in (("orders/x", "12"), ("notice", None)):
        issue(root, name, number)
        send(root, name)
    replace_text(root / "2569/notice.yaml", "ข้อความประกาศ", "ข้อความใหม่")
    change_content(root)
    notice_finding, order_finding = with_code(api.check(api.load(root)), "E456")
    hints = (order_finding.hint, notice_finding.hint)
    assert ["แก้ไขเพิ่มเติม" in hint for hint in hints] == [True, False]
    assert ["--again" in hint for hint in hints] == [False, False]


def test_a_sent_circular_is_placed_copy_by_copy(root: Path, tmp_path: Path) -> None:
    issue(root, "circular", "5")
    send(root, "circular")
    files = files_in(version_path(root, "circular"))
    replace_text(root / "2569/circular.yaml", "ด้วยสำนักงานจะจัดประชุม", "ด้วยสำนักงานเลื่อนการประชุม")
    report = build(root, tmp_path / "out", "circular")
    placed_files = {
        path.relative_to(tmp_path / "out/2569").as_posix(): path.read_bytes()
        for path in (tmp_path / "out/2569").rglob("*.docx")
    }
    assert outcomes(report) == ["written", "written"]
    assert placed_files == files
    assert [d.code for d in report.diagnostics if d.code == "E406"] == []
    (finding,) = with_code(api.check(api.load(root)), "E456")
    assert [name for name in files if name not in finding.message] == []


def test_the_page_numbers_of_a_sent_manual_stay_with_a_pdf_too(root: Path, tmp_path: Path) -> None:
    send(root, "manual")
    kept_word = files_in(version_path(root, "manual"))["manual.docx"]
    choice = api.Choice(names=("manual",))
    report = api.build(api.load(root), out=tmp_path / "out", choice=choice, today=MARCH_16, pdf=True)
    # The engine of unit tests draws no PDF.
    assert outcomes(report) == ["written", "failed"]
    assert (tmp_path / "out/2569/manual.docx").read_bytes() == kept_word


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_the_pdf_of_a_sent_paper_shows_the_kept_words(root: Path, tmp_path: Path) -> None:
    issue(root)
    send(root)
    change_roster(root)
    choice = api.Choice(names=("orders/x",))
    api.build(api.load(root), out=tmp_path / "out", choice=choice, today=MARCH_16, pdf=True)
    (text,) = text_of((tmp_path / "out/2569/orders/x.pdf").read_bytes())
    assert ("นามตัวอย่าง" in text, "นามใหม่" in text) == (True, False)


def test_check_renders_nothing_while_nothing_has_changed(root: Path) -> None:
    issue(root)
    send(root)
    program = (
        "import sys; from esa_docs import api; api.check(api.load(sys.argv[1]));"
        "import json; print(json.dumps(sorted(sys.modules)))"
    )
    words = [sys.executable, "-c", program, str(root)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    modules = set(json.loads(done.stdout))
    assert "esa_docs.jobs.kept.comparing" in modules
    assert modules & {"lxml", "docxtpl", "jinja2", "pypdf", "fontTools"} == set()


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (["ก", "นาย สมมติ มา", "ค"], ["ก", "นาย สมมุติ มา", "ค"], [("นาย สมมติ มา", "นาย สมมุติ มา")]),
        (["ก"], ["ก", "ข"], [("", "ข")]),
        (["ก", "ข"], ["ก"], [("ข", "")]),
        (["ก ข"], ["ก ข"], []),
        (["aa"], ["aaa"], [("aa", "aaa")]),
        (["one two"], ["one two two"], [("one two", "one two two")]),
        (["ให้ส่ง 2 ชุด"], ["ให้ส่ง 22 ชุด"], [("ให้ส่ง 2 ชุด", "ให้ส่ง 22 ชุด")]),
        (["จำนวน", "2", "ชุด"], ["จำนวน", "22", "ชุด"], [("จำนวน · 2", "จำนวน · 22")]),
        (["ก", "2", "3"], ["ข", "4", "5"], [("ก", "ข"), ("2", "4"), ("3", "5")]),
        (
            ["0123456789 123456789 abc 2 def 123456789 0123456789"],
            ["0123456789 123456789 abc 22 def 123456789 0123456789"],
            [("…123456789 abc 2 def 123456789…", "…123456789 abc 22 def 123456789…")],
        ),
        (["ก" * 90 + "ข"], ["ก" * 90 + "ค"], [("…" + "ก" * 20 + "ข", "…" + "ก" * 20 + "ค")]),
        (["ก" * 90], ["ก" * 90 + "ก่"], [("…" + "ก" * 20, "…" + "ก" * 20 + "ก่")]),
        (["ที่นี่" * 30 + "ก"], ["ที่นี่" * 30 + "น้ำ"], [("…" + "ที่นี่" * 10 + "ก", "…" + "ที่นี่" * 10 + "น้ำ")]),
        (["a" * 70], ["b" * 70], [("a" * 60 + "…", "b" * 60 + "…")]),
    ],
)
def test_changes_are_told_in_words(old: list[str], new: list[str], changes: list[tuple[str, str]]) -> None:
    found_changes = list(find_changes(old, new))
    assert [(change.old, change.new) for change in found_changes] == changes


@pytest.mark.parametrize("place", [0, 1, 19, 20, 21, 84, 100, 206, 207])
@pytest.mark.parametrize("words", ["ข", "ก่", "กำ", "ก" * 100, " ", "กิ" * 60 + "ก", ""])
def test_what_is_told_of_a_change_differs_and_tears_no_mark_off(place: int, words: str) -> None:
    text = "ผู้ที่กำลังดื่มน้ำอยู่นั้น" * 8
    new_text = f"{text[:place]}{words}{text[place + 1 :]}"
    (change,) = find_changes(["เหมือนกัน", text], ["เหมือนกัน", new_text])
    assert change.old != change.new
    for shown_words, whole_text in ((change.old, text), (change.new, new_text)):
        piece = shown_words.strip("…")
        start = whole_text.index(piece)
        assert not is_mark(whole_text[start : start + 1]) or start == 0
        assert not is_mark(whole_text[start + len(piece) : start + len(piece) + 1])


def is_mark(char: str) -> bool:
    """Return whether a character stands above, below or close behind the letter before it."""
    return char != "" and char in "ัำิีึืฺุู็่้๊๋์ํ๎"
