"""What a Word file would fetch or run when it is opened is told, and no build writes such a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from altering import RELATIONS, problems_in
from filling import fill_in
from word_files import pack, paragraph, parts_of, template

from esa_docs.diagnostics import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
_PART = "word/document.xml"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
_ACTIVE_CODES = {"E727", "E728", "E729"}


def _problems(data: bytes) -> list[tuple[str, Severity, str]]:
    return [problem for problem in problems_in(data) if problem[0] in _ACTIVE_CODES]


def _field(*pieces: str) -> str:
    """Return a paragraph with a field, its instruction split into runs."""
    runs = ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>']
    runs += [f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces]
    runs.append('<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    runs.append("<w:r><w:t>x</w:t></w:r>")
    runs.append('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return paragraph("".join(runs))


def _related(kind: str, target: str, mode: str = ' TargetMode="External"', types: str = _TYPES) -> bytes:
    """Return a Word file with one more relationship of its document."""
    parts = parts_of(fill_in(template("ข้อความ")))
    line = f'<Relationship Id="rIdX" Type="{types}/{kind}" Target="{target}"{mode}/></Relationships>'
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", line.encode())
    return pack(parts)


@pytest.mark.parametrize(
    "pieces",
    [
        ('DDE Excel "C:\\\\a.xls" R1C1',),
        (" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",),
        ("DD", "EAU", "TO cmd"),
        ("ddeauto cmd",),
        ('INCLUDETEXT "https://example.org/a.docx"',),
        ('INCLUDEPICTURE "https://example.org/a.png" \\d',),
        ("LINK Excel.Sheet.8 a.xls",),
        ("MACROBUTTON Run x",),
        ('IMPORT "a.png"',),
        ('DATABASE \\d "a.mdb"',),
        ('RD "a.docx"',),
    ],
)
def test_a_field_that_runs_or_fetches_something_is_an_error(pieces: tuple[str, ...]) -> None:
    assert _problems(fill_in(template(_field(*pieces)))) == [("E727", ERROR, _PART)]


def test_a_simple_field_and_a_field_in_a_field_are_seen_too() -> None:
    simple = paragraph('<w:fldSimple w:instr=" DDEAUTO cmd "><w:r><w:t>x</w:t></w:r></w:fldSimple>')
    inner = _field("DDEAUTO cmd").removeprefix("<w:p>").removesuffix("</w:p>")
    outer = paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1 = 1 </w:instrText></w:r>'
        f'{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert _problems(fill_in(template(simple))) == [("E727", ERROR, _PART)]
    assert _problems(fill_in(template(outer))) == [("E727", ERROR, _PART)]


@pytest.mark.parametrize(
    "instruction", ["PAGE", 'DATE \\@ "d MMMM yyyy"', "PAGEREF _Toc1 \\h", "ADDEXT", "LINKED", "SEQ DDE"]
)
def test_other_fields_are_let_through(instruction: str) -> None:
    assert _problems(fill_in(template(_field(instruction)))) == []


UNSAFE = [
    "javascript:alert(1)",
    "file:///C:/a.exe",
    "C:\\a.exe",
    "ms-word:ofe|u|x",
    "search-ms:query",
    "a.exe",
]
SAFE = ["https://example.go.th/a", "HTTP://example.go.th", "mailto:a@example.go.th"]


@pytest.mark.parametrize("target", [*UNSAFE, " JavaScript:x", "data:text/html,x", "//host/share/a"])
def test_a_link_to_anything_else_is_an_error(target: str) -> None:
    escaped = target.replace("\\", "\\\\")
    assert _problems(_related("hyperlink", target)) == [("E728", ERROR, RELATIONS)]
    assert _problems(fill_in(template(_field(f'HYPERLINK "{escaped}"')))) == [("E728", ERROR, _PART)]


@pytest.mark.parametrize("target", SAFE)
def test_a_link_to_a_page_or_an_address_is_let_through(target: str) -> None:
    assert _problems(_related("hyperlink", target)) == []
    assert _problems(fill_in(template(_field(f'HYPERLINK "{target}" \\o "x"')))) == []
    assert _problems(fill_in(template(_field(f"HYPERLINK {target}")))) == []


def test_a_link_within_the_file_is_let_through() -> None:
    assert _problems(fill_in(template(_field('HYPERLINK \\l "_Toc1"')))) == []
    assert _problems(_related("hyperlink", "#_Toc1")) == []


def test_the_content_cannot_bring_another_link_into_a_field() -> None:
    data = template(_field('HYPERLINK "{{ link }}"'))
    assert _problems(fill_in(data, {"link": "https://example.go.th"})) == []
    assert _problems(fill_in(data, {"link": "javascript:x"})) == [("E728", ERROR, _PART)]


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "aFChunk", "subDocument", "video", "font"])
@pytest.mark.parametrize("target", ["https://example.org/x", "file:///C:/x", "x"])
def test_what_is_fetched_from_outside_is_an_error(kind: str, target: str) -> None:
    assert _problems(_related(kind, target)) == [("E729", ERROR, RELATIONS)]


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("file:///C:/Users/a/Normal.dotm", WARNING),
        ("C:\\Templates\\a.dotx", WARNING),
        ("https://example.org/a.dotm", ERROR),
        ("\\\\host\\share\\a.dotm", ERROR),
        ("file:///\\\\host\\share\\a.dotm", ERROR),
        ("file://host/share/a.dotm", ERROR),
        ("//host/share/a.dotm", ERROR),
    ],
)
def test_a_document_template_is_an_error_from_another_machine(target: str, severity: Severity) -> None:
    assert _problems(_related("attachedTemplate", target)) == [("E729", severity, RELATIONS)]


@pytest.mark.parametrize(
    ("kind", "types"), [("vbaProject", _MICROSOFT), ("control", _TYPES), ("aFChunk", _TYPES)]
)
def test_macros_controls_and_files_inside_are_errors(kind: str, types: str) -> None:
    # The settings are a part that is there: a relationship to a missing one would be E702 alone.
    assert _problems(_related(kind, "settings.xml", "", types)) == [("E729", ERROR, RELATIONS)]


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "templates_docx").glob("*.docx")), ids=lambda path: path.name
)
def test_the_shipped_templates_bring_nothing(path: Path) -> None:
    assert _problems(path.read_bytes()) == []
