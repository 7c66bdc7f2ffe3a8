"""``check_template``: every fault of a template at once, each with its code, its place and its cure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from checked_templates import FORMS, LABEL, cell, check, codes_and_places, shape_of, table
from looped_parts import text_box
from lxml import etree
from word_files import DOCUMENT, ROOT, STYLES, Parts, W, pack, paragraph, parts_of, run, template

from esa_docs.diagnostics import ContentError, Severity
from esa_docs.word.templates.checking.check import check_template

FONT_TABLE = "word/fontTable.xml"


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_shipped_template_has_no_fault(name: str) -> None:
    data = (ROOT / "templates_docx" / f"{name}.docx").read_bytes()
    assert check_template(data, name, shape_of(name)) == ()


def test_signs_of_white_space_are_no_fault() -> None:
    text = "{%+ if order.number -%} x {%- endif +%}{%+ raw +%}{{ y }}{%+ endraw +%}"
    assert codes_and_places(template(text)) == []


LOOP = "{%p for c in order.committees %}"
END = "{%p endfor %}"


@pytest.mark.parametrize(
    ("pieces", "code", "place", "words"),
    [
        # Names that nobody declares.
        (("{{ order.efect }}",), "E327", "paragraph 1", "Did you mean 'effect'?"),
        (("{{ odrer.effect }}",), "E327", "paragraph 1", "Did you mean 'order'?"),
        ((LOOP, "{{ c.headin }}", END), "E327", "paragraph 2", "Did you mean 'heading'?"),
        ((LOOP, "{{ c.heading }}", END, "{{ c.heading }}"), "E327", "paragraph 4", "inside of its loop"),
        (("{{ order['efect'] }}",), "E327", "paragraph 1", "Did you mean 'effect'?"),
        (("{{ order.subject.text }}",), "E327", "paragraph 1", "{{ order.subject }}"),
        (("{{ order.committees.heading }}",), "E327", "paragraph 1", "for committee in order.committees"),
        (("{{ order.committees[0].headin }}",), "E327", "paragraph 1", "Did you mean 'heading'?"),
        (("{{ order.efect|upper }}",), "E327", "paragraph 1", "Did you mean 'effect'?"),
        (("{% if order.efect %}ก{% endif %}",), "E327", "paragraph 1", "Did you mean 'effect'?"),
        (
            ("{% set o = order %}{{ o.efect }}",),
            "E327",
            "paragraph 1",
            "Did you mean 'effect'?",
        ),
        (
            (table(cell("ก"), cell("ข") + cell("{{ order.efect }}")),),
            "E327",
            "table 1, row 2, cell 2",
            "effect",
        ),
        # What is used as something else.
        (("{{ order.committees }}",), "E335", "paragraph 1", "{%p for committee in order.committees %}"),
        (("{{ order.subject|join(', ') }}",), "E335", "paragraph 1", "{{ order.subject }}"),
        (("{{ order }}",), "E335", "paragraph 1", "order.draft"),
        (("{%p for x in order.subject %}", "{{ x }}", END), "E335", "paragraph 1", "{{ … }}"),
        # Crossed, unclosed, closing nothing.
        (("{%p for x in order.cause %}", "{{ x }}"), "E328", "paragraph 1", "{%p endfor %}"),
        (("{%p for x in order.cause %}", "{{ x }}", "{%p endif %}"), "E328", "paragraph 3", "{%p endfor %}"),
        (("ก", END), "E328", "paragraph 2", "Take it away"),
        (("{%p else %}",), "E328", "paragraph 1", "put an if"),
        (
            ("{%p for x in order.cause %}", "{%p if x %}", "{{ x }}", END, "{%p endif %}"),
            "E328",
            "paragraph 2",
            "{%p endif %}",
        ),
        # Places in which a tag does not work.
        (("{%tr for x in order.cause %}",), "E329", "paragraph 1", "{%p"),
        (("{% cellbg order.subject %}",), "E329", "paragraph 1", "{%p"),
        (
            ("{%p if order.effect %}", table(cell("ก", "{%p endif %}"))),
            "E329",
            "table 1, row 1, cell 1",
            "same cell",
        ),
        (
            (table(cell("{%tr for x in order.cause %}"), cell("{{ x }}")), table(cell("{%tr endfor %}"))),
            "E329",
            "table 2, row 1, cell 1",
            "same table",
        ),
        (
            (table(cell("{%tr for x in order.cause %}") + cell("{{ x }}") + cell("{%tr endfor %}")),),
            "E329",
            "table 1, row 1, cell 3",
            "row of its own",
        ),
        (
            (table(cell("{% for x in order.cause %}"), cell("{{ x }}"), cell("{%tr endfor %}")),),
            "E329",
            "table 1, row 3, cell 1",
            "same letters",
        ),
        (
            (table(cell("{%tc for x in order.cause %}"), cell("{{ x }}"), cell("{%tc endfor %}")),),
            "E329",
            "table 1, row 3, cell 1",
            "same row",
        ),
        (("{%p if order.effect %}ก{%p endif %}",), "E329", "paragraph 1", "paragraph of its own"),
        # Badly written.
        (("{{ order.subject",), "E303", "paragraph 1", "both pairs"),
        (("{{ order.subject", "}}"), "E303", "paragraph 1", "one paragraph"),
        (("{% tr for x in order.cause %}",), "E303", "paragraph 1", "{%tr"),
        (("{{ order subject }}",), "E303", "paragraph 1", "brackets"),
        (("{%p fro x in order.cause %}", "{{ x }}", END), "E303", "paragraph 1", "{%p for x in"),
        (("{{ order.subject|uper }}",), "E303", "paragraph 1", "'upper'"),
        (("{% if order.subject is strin %}ก{% endif %}",), "E303", "paragraph 1", "'string'"),
        (("{{r order.subject }}",), "E305", "paragraph 1", "two braces"),
        # Printed as it is, or parting a syllable.
        (("{ { order.subject } }",), "E336", "paragraph 1", "Write {{ order.subject }}."),
        (("{{ order.subject }} }}",), "E336", "paragraph 1", "without blanks"),
        (("สำ{{ order.subject }}นักงาน",), "E333", "paragraph 1", "whole word"),
        (("น{{ order.subject }}\u0e49ำ",), "E333", "paragraph 1", "whole word"),
        (
            (paragraph(run("เ"), run("{{ order.subject }}", "<w:b/><w:bCs/>")),),
            "E333",
            "paragraph 1",
            "whole word",
        ),
    ],
)
def test_a_fault_is_told_with_place_and_cure(
    pieces: tuple[str, ...], code: str, place: str, words: str
) -> None:
    diagnostics = [diagnostic for diagnostic in check(template(*pieces)) if diagnostic.code == code]
    assert [diagnostic.field for diagnostic in diagnostics] == [place]
    assert words in diagnostics[0].hint
    assert f"({place})" in diagnostics[0].message
    assert diagnostics[0].location.path == LABEL


@pytest.mark.parametrize(
    "pieces",
    [
        ("{{ order.subject }}นี้",),
        ("นี้{{ order.subject }}นี้",),
        ("{% if order.nothing is defined %}{{ order.nothing }}{% endif %}",),
        ("{{ order.nothing|default('ก') }}",),
        ("{%p for x in order.cause %}", "{{ loop.index }} {{ x }}", END),
        ("{% macro row(m) %}{{ m.name }}{% endmacro %}{{ row(order.committees[0].members[0]) }}",),
        ("{# {{ nothing }} #}ก",),
        ("{% raw %}{{ nothing }}{% endraw %}",),
        ("{{ order.cause|join(', ') }}",),
        ("{{ order.subject.upper() }}",),
        ("{{ order[“subject”] }}",),
        ("{% set a = 'ก' %}{{ a }}",),
        ("{% with a = order.subject %}{{ a }}{% endwith %}",),
        ("{% filter upper %}{{ order.subject }}{% endfilter %}",),
        ("{%p if order.effect %}", "ก", "{%p else %}", "ข", "{%p endif %}"),
        ("{%p for x in order.cause %}", "{{ x }}", "{%p else %}", "ก", END),
        (table(cell("{%tr for x in order.cause %}"), cell("{{ x }}"), cell("{%tr endfor %}")),),
        (table(cell("{%tc for x in order.cause %}") + cell("{{ x }}") + cell("{%tc endfor %}")),),
        ("{% for x in order.cause %}{{ x }}", "{% endfor %}"),
        ("{{ order.number ~ order.subject }}{{ range(3)|join }}",),
    ],
)
def test_what_is_right_is_let_pass(pieces: tuple[str, ...]) -> None:
    assert check(template(*pieces)) == ()


def test_all_faults_are_told_at_once() -> None:
    rows = table(cell("{{ order.efect }}"), cell("{%tr endfor %}"))
    data = template("{{ odrer.subject }}", "{%p if order.effect %}", rows, "{{ order.subjct }}")
    assert sorted(codes_and_places(data)) == [
        ("E327", "paragraph 1"),
        ("E327", "paragraph 5"),
        ("E327", "table 1, row 1, cell 1"),
        ("E328", "table 1, row 2, cell 1"),
    ]


def test_a_fault_in_a_header_names_the_header() -> None:
    data = template("ก", header="{{ order.drft }}")
    assert codes_and_places(data) == [("E327", "header 1, paragraph 1")]


def test_a_fault_in_a_text_box_is_found() -> None:
    box = paragraph(text_box(paragraph("{{ order.efect }}")))
    data = template(box, "{{ order.efec }}")
    assert codes_and_places(data) == [("E327", "text box 1, paragraph 2"), ("E327", "paragraph 3")]


def test_a_table_in_a_text_box_is_no_table_of_the_page() -> None:
    box = paragraph(text_box(table(cell("{{ order.efect }}")) + paragraph("ก")))
    outer = table(cell("ก") + f"<w:tc><w:tcPr/>{box}</w:tc>")
    assert codes_and_places(template(table(cell("ก")), outer))[0] == (
        "E327",
        "table 2, row 1, cell 2, text box 1, table 1, row 1, cell 1",
    )


def test_findings_come_in_the_order_of_the_page() -> None:
    pieces = ["{{ order.z }}", table(cell("{{ order.y }}")), "{{ order.x }}", "{{ order.a }}"]
    places = ["paragraph 1", "table 1, row 1, cell 1", "paragraph 3", "paragraph 4"]
    data = template(*pieces, header="{{ order.b }}")
    error_places = [place for code, place in codes_and_places(data) if code == "E327"]
    assert error_places == [*places, "header 1, paragraph 1"]


def test_what_is_not_printed_is_told_once_for_a_whole_list() -> None:
    pieces = ["{{ order.draft }}{{ order.number }}{{ order.subject }}{{ order.power }}{{ order.date }}"]
    pieces += ["{{ order.cause|join }}{{ order.earlier|join }}{{ order.clauses|join }}"]
    pieces += ["{%p for c in order.committees %}", "{{ c.heading }}{{ c.duties_heading }}", END]
    pieces += ["{{ signature.name }}{{ signature.lines|join }}"]
    diagnostics = check_template(template(*pieces), LABEL, shape_of("order"))
    assert {diagnostic.code for diagnostic in diagnostics} == {"E334"}
    assert {diagnostic.severity for diagnostic in diagnostics} == {Severity.WARNING}
    names = [diagnostic.message.split("'")[1] for diagnostic in diagnostics]
    assert sorted(names) == [
        "annexes",
        "emblem",
        "order.committees: duties",
        "order.committees: members",
        "order.effect",
    ]


@pytest.mark.parametrize(("font", "codes"), [("Calibri", ["E332"]), ("TH Sarabun New", []), ("ของเรา", [])])
def test_a_font_of_windows_without_thai_is_told_without_a_font_table(font: str, codes: list[str]) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    parts = parts_of(template(paragraph(run("ภาษาไทย", fonts)), paragraph(run("Latin", fonts))))
    parts.pop(FONT_TABLE, None)
    diagnostics = check(pack(parts))
    assert [diagnostic.code for diagnostic in diagnostics if diagnostic.code == "E332"] == codes


def test_text_beside_a_row_tag_is_told() -> None:
    rows = table(
        cell("{%tr for x in order.cause %}") + cell("หัวข้อที่หาย"), cell("{{ x }}"), cell("{%tr endfor %}")
    )
    diagnostics = check(template(rows))
    assert [(d.code, d.field) for d in diagnostics] == [("E315", "table 1, row 1, cell 1")]
    assert "หัวข้อที่หาย" in diagnostics[0].message


def altered(data: bytes, alter: Callable[[Parts], None]) -> bytes:
    parts = parts_of(data)
    alter(parts)
    return pack(parts)


def test_a_style_that_is_missing_is_told_with_its_paragraph() -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr><w:r><w:t>ข้อความ</w:t></w:r></w:p>'
    (diagnostic,) = check(template("ก", styled))
    assert (diagnostic.code, diagnostic.severity, diagnostic.field) == ("E331", "warning", "paragraph 2")
    assert "'Nowhere'" in diagnostic.message


def test_a_font_without_thai_is_told_with_its_style() -> None:
    """The signature is that which Word writes for a font of Latin letters: bit 24, Thai, is not set."""
    font = (
        f'<w:font xmlns:w="{W}" w:name="Latin Only"><w:sig w:usb0="E0002AFF" w:usb1="C000247B" '
        'w:usb2="00000009" w:usb3="00000000" w:csb0="000001FF" w:csb1="00000000"/></w:font>'
    )

    def use_font(parts: Parts) -> None:
        fonts = etree.fromstring(parts[FONT_TABLE])
        fonts.append(etree.fromstring(font))
        parts[FONT_TABLE] = etree.tostring(fonts)
        styles = parts[STYLES].decode()
        parts[STYLES] = styles.replace('w:cs="TH SarabunPSK"', 'w:cs="Latin Only"', 1).encode()

    (diagnostic,) = check(altered(template("ก"), use_font))
    assert (diagnostic.code, diagnostic.severity) == ("E332", "warning")
    assert "'Latin Only'" in diagnostic.message


def test_what_is_no_word_file_is_told() -> None:
    with pytest.raises(ContentError) as error_info:
        check(b"no zip")
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.code == "E302"


def test_a_document_without_styles_is_no_word_file() -> None:
    with pytest.raises(ContentError) as error_info:
        check(altered(template("ก"), lambda parts: parts.update({STYLES: b""})))
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E302"]


def test_places_are_thai_for_a_reader_of_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "th")
    (diagnostic,) = check(template(table(cell("ก"), cell("ข") + cell("{{ order.efect }}"))))
    assert diagnostic.field == "ตารางที่ 1 แถวที่ 2 ช่องที่ 2"
    assert DOCUMENT in parts_of(template("ก"))


@pytest.mark.parametrize(
    "pieces",
    [
        ("{% if order.subject ",),
        ("{# comment",),
        ("{% if order.subject %}ก",),
        ("{{ order. }}",),
        ("{% break %}",),
        ("{% for x order.cause %}{% endfor %}",),
        ("{{ order.subject|money }}",),
        ("{% if order.subject is vat %}ก{% endif %}",),
        ("{% for x in order.cause %}{% set t = x %}{% endfor %}{{ t }}",),
        ("{%tc if order.subject %}", "{%tc endif %}"),
        ("{% vm %}",),
        ("ก {%p if order.subject %}", "ข", "{%p endif %}"),
    ],
)
def test_what_docxtpl_lint_finds_is_found_here_too(pieces: tuple[str, ...]) -> None:
    """Its rules, each with a fault of its kind; docxtpl-lint 2.0.1 has an error for every one of these."""
    diagnostics = check(template(*pieces))
    assert [diagnostic.severity for diagnostic in diagnostics if diagnostic.is_error] != []
    assert all(diagnostic.field for diagnostic in diagnostics)


@pytest.mark.parametrize("condition", ["10 % 2", "{'a': 1}.a"])
def test_what_docxtpl_alone_does_not_read_is_no_fault(condition: str) -> None:
    """docxtpl-lint refuses these, since docxtpl reads a sign or a brace in them as the end of the tag."""
    assert check(template(f"{{%p if {condition} %}}", "ก", "{%p endif %}")) == ()


def test_the_letter_of_runs_is_no_other_letter() -> None:
    assert check(template("{%r if order.subject %}ก{% endif %}")) == ()


def test_all_that_stands_beside_tags_is_told_at_once() -> None:
    pieces = ("ก {%p if order.subject %}", "ข", "ค {%p endif %}")
    assert sorted(codes_and_places(template(*pieces))) == [("E315", "paragraph 1"), ("E315", "paragraph 3")]


def test_a_block_of_two_cells_is_told_once() -> None:
    rows = table(cell("{% if order.subject %}ก") + cell("ข{% endif %}"))
    assert codes_and_places(template(rows)) == [("E329", "table 1, row 1, cell 2")]
