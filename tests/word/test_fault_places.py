"""A fault of a template names the paragraph in which it stands, and the cell of its table."""

from __future__ import annotations

import pytest
from filling import fill_in
from word_files import HEADER, pack, paragraph, parts_of, run, template

from esa_docs.diagnostics import ContentError, Diagnostic


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def reference(number: int) -> str:
    """Return the XML of a reference to a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def cell(*paragraphs: str) -> str:
    """Return the XML of a cell."""
    return f"<w:tc><w:tcPr/>{''.join(map(paragraph, paragraphs))}</w:tc>"


def table(*rows: str) -> str:
    """Return the XML of a table of rows, each of which is the XML of its cells."""
    rows_xml = "".join(f"<w:tr>{cells}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows_xml}</w:tbl>"


def fault_of(*pieces: str, header: str = "") -> Diagnostic:
    """Return the only fault for which a template is refused."""
    with pytest.raises(ContentError) as error_info:
        fill_in(template(*pieces, header=header))
    (diagnostic,) = error_info.value.diagnostics
    return diagnostic


TURNS = ("{%p for x in items %}", "{{ x }}", "{%p endfor %}")
LOOP = table(
    cell("{%tr for row in rows %}") + cell(""),
    cell("{{ row.a }}") + cell("ค่า {{ row.nothing }} นี้"),
    cell("{%tr endfor %}") + cell(""),
)


@pytest.mark.parametrize(
    ("pieces", "place"),
    [
        ((LOOP,), "table 1, row 2, cell 2"),
        (("ก", LOOP, table(cell("{{ nothing }}"))), "table 1, row 2, cell 2"),
        ((table(cell("ก")), table(cell("ก"), cell("ก") + cell("{{ nothing }}"))), "table 2, row 2, cell 2"),
        ((table(cell("ก")), "{{ nothing }}"), "paragraph 2"),
        (("{{ one }}", "{{ one }}", "ข {{ nothing }}"), "paragraph 3"),
        (("{{ one }}", "{%p for x in nothing %}", "{{ x }}", "{%p endfor %}"), "paragraph 2"),
        (("{% if one %}{{ name }}{% endif %}{{ nothing }}", "{{ one }}"), "paragraph 1"),
        (("{%p if yes %}", "{{ one }}", "{{ nothing }}", "{%p endif %}"), "paragraph 3"),
        (
            (*TURNS, "{%p for x in items %}", "{{ x.y }}", "{%p endfor %}"),
            "paragraph 5",
        ),
        (("{{ rows[0].a }}", "{{ rows[0]['nothing'] }}"), "paragraph 2"),
        (("{{ rows[0].a }}", "{{ rows[0][“nothing”] }}"), "paragraph 2"),
        ((paragraph(run("{{ noth", "<w:b/><w:bCs/>"), run("ing }}")),), "paragraph 1"),
    ],
)
def test_what_is_missing_names_its_paragraph(pieces: tuple[str, ...], place: str) -> None:
    diagnostic = fault_of(*pieces)
    assert (diagnostic.code, diagnostic.field) == ("E304", place)
    assert f"({place})" in diagnostic.message


def test_the_text_around_a_tag_is_quoted() -> None:
    message = fault_of(LOOP).message
    assert "near the tag '{{ row.nothing }}', in 'ค่า {{ row.nothing }} นี้' (table 1, row 2, cell 2)" in message


def test_a_long_paragraph_is_cut_around_its_tag() -> None:
    message = fault_of("ต้น" + "ก" * 80 + " {{ nothing }} " + "ข" * 80).message
    assert "ก {{ nothing }} ข" in message
    assert "ต้น" not in message


def test_the_second_of_two_equal_tags_names_its_own_paragraph() -> None:
    diagnostic = fault_of(*TURNS, "{%p for x in rows %}", "{{ x }}", "{%p endfor %}")
    assert (diagnostic.code, diagnostic.field) == ("E307", "paragraph 5")


def test_a_fault_in_a_header_names_the_header() -> None:
    diagnostic = fault_of("ก", header="{{ nothing }}")
    assert (diagnostic.code, diagnostic.field) == ("E304", "header 1, paragraph 1")


@pytest.mark.parametrize(
    ("pieces", "code", "place"),
    [
        ((table(cell("ก") + cell("ข {{ one two }}")),), "E303", "table 1, row 1, cell 2"),
        (("{%p for x in items %}", "{{ x }}", "{%p endif %}"), "E303", "paragraph 3"),
        (("ก", "{{ one|nofilter }}"), "E303", "paragraph 2"),
        (("ก", table(cell("{{r one }}"))), "E305", "table 1, row 1, cell 1"),
        (("ก", "{{ ''.__class__ }}"), "E306", "paragraph 2"),
        (("ก", "{{ 'x' * 100000000 }}"), "E309", "paragraph 2"),
    ],
)
def test_other_faults_name_their_place_too(pieces: tuple[str, ...], code: str, place: str) -> None:
    diagnostic = fault_of(*pieces)
    assert (diagnostic.code, diagnostic.field) == (code, place)


def test_a_nested_table_is_named_from_the_outside() -> None:
    inner = table(cell("ก"), cell("{{ nothing }}"))
    outer = (
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('ก')}<w:tc><w:tcPr/>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    assert fault_of(outer).field == "table 1, row 1, cell 2, table 1, row 2, cell 1"


@pytest.mark.parametrize(
    ("pieces", "code", "place"),
    [
        (("ก", "{%p if one %}", "ข", "ค {%p endif %}"), "E315", "paragraph 4"),
        (("ก", table(cell("ข") + cell("ค {{ one"))), "E303", "table 1, row 1, cell 2"),
        (("{%p if one %}", "ก", "{%p endif %}", "{%tr if one %}"), "E316", "paragraph 4"),
        (
            ("{%p if one %}", "ก", "{%p endif %}", "{%p if one %}", table(cell("{%p endif %}"))),
            "E312",
            "table 1, row 1, cell 1",
        ),
        (("{{ one }}", "ก {{r one }}"), "E305", "paragraph 2"),
    ],
)
def test_a_tag_that_cannot_stand_there_has_its_place(pieces: tuple[str, ...], code: str, place: str) -> None:
    diagnostic = fault_of(*pieces)
    assert (diagnostic.code, diagnostic.field) == (code, place)


def test_a_fault_of_a_note_names_the_paragraph_of_the_note() -> None:
    parts = parts_of(
        template("ก", paragraph(run("ข"), reference(2)), paragraph(run("ค"), reference(1)), header="x")
    )
    start = parts[HEADER].decode().partition(">")[0].replace("w:hdr", "w:footnotes")
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in ((1, "{{ one }} {{ nothing }}"), (2, "{{ one }}"))
    )
    parts["word/footnotes.xml"] = f"{start}>{notes}</w:footnotes>".encode()
    with pytest.raises(ContentError) as error_info:
        fill_in(pack(parts))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.field) == ("E304", "footnotes, paragraph 1")
