"""Numbered lists begin anew in each turn where the list of the template begins in the loop.

The labels are counted here, by the rules of Word: all lists of one abstract list count on together, and one
with a number to start from begins there when it is used for the first time.
"""

from __future__ import annotations

import pytest
from filling import fill_in
from looped_parts import (
    END,
    LOOP,
    NUMBERING,
    errors_of_rules,
    faults_in,
    in_place,
    note,
    note_reference,
    part_root,
    root_xml,
    text_box,
    with_footer,
    with_notes,
    with_part,
)
from word_files import (
    DOCUMENT,
    STYLES,
    Element,
    pack,
    paragraph,
    parts_of,
    run,
    template,
    text_of,
    xml_of,
    xpath,
)

INNER, ITEM_END = paragraph("{%p for j in items %}"), paragraph("{%p endfor %}")
HEADING = paragraph("หมวด {{ i }}")
TWO = {"items": ["ก", "ข"]}


def level(number: int, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 * (number + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


LEVELS = '<w:multiLevelType w:val="multilevel"/>' + level(0, "%1.") + level(1, "%1.%2") + level(2, "%3)", 5)
BULLETS = LEVELS.replace("decimal", "bullet")
LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{BULLETS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>'
    '<w:numStyleLink w:val="ListStyle"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
    f'<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "(%1)")}'
    "</w:lvlOverride></w:num>"
)
LIST_STYLES = (
    '<w:style w:type="numbering" w:styleId="ListStyle"><w:name w:val="ListStyle"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr><w:ind w:left="1111"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Derived"><w:name w:val="Derived"/>'
    '<w:basedOn w:val="Base"/></w:style>'
)


def with_lists(data: bytes) -> bytes:
    """Return a Word file with the lists and list styles of these tests."""
    parts = parts_of(with_part(data, NUMBERING, root_xml("numbering", LISTS), "numbering"))
    parts[STYLES] = parts[STYLES].replace(b"</w:styles>", LIST_STYLES.encode() + b"</w:styles>")
    return pack(parts)


def item(text: str, number: int = 1, level_number: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level_number}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbering}</w:pPr>{run(text)}</w:p>"


def styled(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="left"/></w:pPr>{run(text)}</w:p>'


def value(element: Element, path: str) -> str:
    """Return the first value that an XPath selects; empty for none."""
    values = xpath(element, path)
    return str(values[0]) if values else ""


class LabelCounter:
    """Counts the labels of a finished Word file as Word does."""

    def __init__(self, data: bytes) -> None:
        self._numbering = part_root(data, NUMBERING)
        self._styles = part_root(data, STYLES)
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()

    def labels(self, root: Element) -> list[str]:
        """Return label and text of each paragraph with text; a paragraph without a list has no label."""
        lines = []
        for element in xpath(root, "//w:p[.//w:t]"):
            label = self._label(element)
            lines.append(f"{label} {text_of(element)}".strip())
        return lines

    def _label(self, element: Element) -> str:
        num_id = value(element, "w:pPr/w:numPr/w:numId/@w:val")
        style = value(element, "w:pPr/w:pStyle/@w:val")
        while not num_id and style:
            holder = f"//w:style[@w:styleId='{style}']"
            num_id = value(self._styles, f"{holder}/w:pPr/w:numPr/w:numId/@w:val")
            style = value(self._styles, f"{holder}/w:basedOn/@w:val")
        if not num_id:
            return ""
        place = int(value(element, "w:pPr/w:numPr/w:ilvl/@w:val") or "0")
        abstract = value(self._numbering, f"w:num[@w:numId='{num_id}']/w:abstractNumId/@w:val")
        assert abstract, f"no list {num_id}"
        linked = value(self._numbering, f"w:abstractNum[@w:abstractNumId='{abstract}']/w:numStyleLink/@w:val")
        if linked:
            abstract = "0"
        self._count(num_id, abstract, place)
        text = value(
            self._numbering,
            f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[{place + 1}]/w:lvlText/@w:val",
        )
        own_level = f"w:num[@w:numId='{num_id}']/w:lvlOverride[@w:ilvl='{place}']/w:lvl"
        text = value(self._numbering, f"{own_level}/w:lvlText/@w:val") or text
        for number in range(place + 1):
            text = text.replace(f"%{number + 1}", str(self._counts[abstract].get(number, 1)))
        return text

    def _count(self, num_id: str, abstract: str, place: int) -> None:
        counts = self._counts.setdefault(abstract, {})
        override = value(
            self._numbering,
            f"w:num[@w:numId='{num_id}']/w:lvlOverride[@w:ilvl='{place}']/w:startOverride/@w:val",
        )
        start = value(
            self._numbering, f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[{place + 1}]/w:start/@w:val"
        )
        is_first = (num_id, place) not in self._used
        self._used.add((num_id, place))
        if override and is_first:
            counts[place] = int(override)
        elif place in counts:
            counts[place] += 1
        else:
            counts[place] = int(start)
        for deeper in [number for number in counts if number > place]:
            del counts[deeper]


def labels_of(body: str, context: dict[str, object] | None = None, part: str = DOCUMENT) -> list[str]:
    """Return the lines of a template of these paragraphs, filled in, with their labels."""
    data = with_notes(with_lists(template(body)), note(1, paragraph("n")))
    data = fill_in(data, context or TWO)
    assert errors_of_rules(data) == []
    return LabelCounter(data).labels(xml_of(data, part))


INNER_LINES = ["งาน ก", "1. ก", "2. ข", "งาน ข", "1. ก", "2. ข"]
LISTS_THAT_BEGIN_ANEW = {
    "a heading before the item": (
        LOOP + HEADING + item("{{ i }}") + END,
        ["หมวด ก", "1. ก", "หมวด ข", "1. ข"],
    ),
    "a loop of items": (
        LOOP + HEADING + INNER + item("{{ j }}") + ITEM_END + END,
        ["หมวด ก", "1. ก", "2. ข", "หมวด ข", "1. ก", "2. ข"],
    ),
    "a loop of items before other text": (
        LOOP + INNER + item("{{ j }}") + ITEM_END + HEADING + END,
        ["1. ก", "2. ข", "หมวด ก", "1. ก", "2. ข", "หมวด ข"],
    ),
    "two items and a line": (
        LOOP + item("a") + item("b") + HEADING + END,
        ["1. a", "2. b", "หมวด ก", "1. a", "2. b", "หมวด ข"],
    ),
    "a level within": (
        LOOP + HEADING + item("a") + item("b", level_number=1) + item("c", level_number=1) + END,
        ["หมวด ก", "1. a", "1.1 b", "1.2 c", "หมวด ข", "1. a", "1.1 b", "1.2 c"],
    ),
    "a third level that begins with five": (
        LOOP + HEADING + item("a", level_number=2) + item("b", level_number=2) + END,
        ["หมวด ก", "5) a", "6) b", "หมวด ข", "5) a", "6) b"],
    ),
    "two lists of one abstract list": (
        LOOP + HEADING + item("a", 1) + item("b", 2) + END,
        ["หมวด ก", "1. a", "2. b", "หมวด ข", "1. a", "2. b"],
    ),
    "the list of a style": (
        LOOP + HEADING + styled("a", "Derived") + styled("b", "Base") + END,
        ["หมวด ก", "1. a", "2. b", "หมวด ข", "1. a", "2. b"],
    ),
    "a list that says where it starts": (
        item("x") + LOOP + HEADING + item("a", 4) + item("b", 4) + END,
        ["1. x", "หมวด ก", "4. a", "5. b", "หมวด ข", "4. a", "5. b"],
    ),
    "the list of a list style": (
        LOOP + HEADING + item("a", 5) + item("b", 5) + END,
        ["หมวด ก", "1. a", "2. b", "หมวด ข", "1. a", "2. b"],
    ),
    "a list with a level of its own beside": (
        LOOP + HEADING + item("a") + END + item("z", 6),
        ["หมวด ก", "1. a", "หมวด ข", "1. a", "(2) z"],
    ),
    "a list with a level of its own among others": (
        LOOP + HEADING + item("a", 6) + item("b") + item("c", 6) + END,
        ["หมวด ก", "(1) a", "2. b", "(3) c", "หมวด ข", "(1) a", "2. b", "(3) c"],
    ),
    "a list with a level of its own behind another": (
        LOOP + HEADING + item("a") + item("b", 6) + END,
        ["หมวด ก", "1. a", "(2) b", "หมวด ข", "1. a", "(2) b"],
    ),
    "a list that goes on behind the loop": (
        LOOP + HEADING + item("a") + END + item("z"),
        ["หมวด ก", "1. a", "หมวด ข", "1. a", "2. z"],
    ),
    "nothing but a loop of items": (
        LOOP + INNER + item("{{ i }}{{ j }}") + ITEM_END + END,
        ["1. กก", "2. กข", "1. ขก", "2. ขข"],
    ),
    "nothing but loops of items": (
        LOOP + INNER + item("{{ j }}") + ITEM_END + INNER + item("{{ j }}!") + ITEM_END + END,
        ["1. ก", "2. ข", "3. ก!", "4. ข!"] * 2,
    ),
    "in an if": (
        LOOP
        + HEADING
        + paragraph("{%p if i == 'ข' %}")
        + item("a")
        + item("b")
        + paragraph("{%p endif %}")
        + END,
        ["หมวด ก", "หมวด ข", "1. a", "2. b"],
    ),
    "a loop in a loop in a loop": (
        LOOP
        + HEADING
        + INNER
        + paragraph("งาน {{ j }}")
        + paragraph("{%p for k in items %}")
        + item("{{ k }}")
        + END
        + ITEM_END
        + END,
        ["หมวด ก", *INNER_LINES, "หมวด ข", *INNER_LINES],
    ),
}
LISTS_THAT_RUN_ON = {
    "a loop of items alone": (LOOP + item("{{ i }}") + END, ["1. ก", "2. ข"]),
    "an item and what it says": (
        LOOP + item("{{ i }}") + paragraph("คือ {{ i }}") + END,
        ["1. ก", "คือ ก", "2. ข", "คือ ข"],
    ),
    "items before the loop": (
        item("x") + LOOP + HEADING + item("{{ i }}") + END,
        ["1. x", "หมวด ก", "2. ก", "หมวด ข", "3. ข"],
    ),
    "items and their parts": (
        LOOP + item("{{ i }}") + INNER + item("{{ j }}", level_number=1) + ITEM_END + END,
        ["1. ก", "1.1 ก", "1.2 ข", "2. ข", "2.1 ก", "2.2 ข"],
    ),
    "an item with a note": (
        LOOP + item("{{ i }}").replace("</w:p>", f"{note_reference(1)}</w:p>") + item("b") + END,
        ["1. ก", "2. b", "3. ข", "4. b"],
    ),
    "an item with a text box": (
        LOOP + item("{{ i }}").replace("</w:p>", f"{text_box(paragraph('x'))}</w:p>") + item("b") + END,
        ["1. กxx", "x", "x", "2. b", "3. ขxx", "x", "x", "4. b"],
    ),
    "a list with a level of its own": (
        item("x") + LOOP + HEADING + item("a", 6) + END,
        ["1. x", "หมวด ก", "(2) a", "หมวด ข", "(3) a"],
    ),
    "a loop of items and an item of the turn": (
        LOOP + INNER + item("{{ j }}!") + ITEM_END + item("{{ i }}") + END,
        ["1. ก!", "2. ข!", "3. ก", "4. ก!", "5. ข!", "6. ข"],
    ),
    "no loop": (HEADING.replace("{{ i }}", "") + item("a") + item("b"), ["หมวด", "1. a", "2. b"]),
}


@pytest.mark.parametrize(("body", "lines"), LISTS_THAT_BEGIN_ANEW.values(), ids=LISTS_THAT_BEGIN_ANEW)
def test_a_list_that_begins_in_a_loop_begins_anew(body: str, lines: list[str]) -> None:
    assert labels_of(body) == lines


@pytest.mark.parametrize(("body", "lines"), LISTS_THAT_RUN_ON.values(), ids=LISTS_THAT_RUN_ON)
def test_a_list_whose_items_a_loop_makes_runs_on(body: str, lines: list[str]) -> None:
    assert labels_of(body) == lines


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def looped_rows(*cells: str) -> str:
    start, end = paragraph("{%tr for i in items %}"), paragraph("{%tr endfor %}")
    grid = "<w:tblGrid>" + "<w:gridCol/>" * len(cells) + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{row(start)}{row(*cells)}{row(end)}</w:tbl>"


def test_rows_that_begin_with_a_number_count_on() -> None:
    assert labels_of(looped_rows(item("ลำดับ"), paragraph("{{ i }}"))) == ["1. ลำดับ", "ก", "2. ลำดับ", "ข"]


def test_a_list_in_a_row_begins_anew_in_each_row() -> None:
    duties = INNER + item("{{ j }}") + ITEM_END + "<w:p/>"
    lines = labels_of(looped_rows(paragraph("{{ i }}"), duties))
    assert lines == ["ก", "1. ก", "2. ข", "ข", "1. ก", "2. ข"]


LIST_IN_LOOP = LOOP + HEADING + item("a") + item("b") + END
LINES = ["หมวด ก", "1. a", "2. b", "หมวด ข", "1. a", "2. b"]


@pytest.mark.parametrize(
    ("place", "part"),
    [("header", "word/header1.xml"), ("footer", "word/footer9.xml"), ("content control", DOCUMENT)],
)
def test_lists_begin_anew_in_every_part(place: str, part: str) -> None:
    data = fill_in(with_lists(in_place(place, LIST_IN_LOOP)), TWO)
    assert LabelCounter(data).labels(xml_of(data, part)) == LINES
    assert faults_in(data) == []


def test_the_list_of_a_note_begins_anew_in_each_turn() -> None:
    body = LOOP + paragraph("{{ i }}", note_reference(1)) + END
    data = with_notes(template(body), note(1, paragraph("ดู {{ i }}") + item("a") + item("b")))
    filled_data = fill_in(with_lists(data), TWO)
    lines = LabelCounter(filled_data).labels(xml_of(filled_data, "word/footnotes.xml"))
    assert lines == ["ดู ก", "1. a", "2. b", "ดู ข", "1. a", "2. b"]


def test_a_style_keeps_its_indent_where_its_list_begins_anew() -> None:
    body = LOOP + HEADING + styled("a", "Derived") + END
    root = xml_of(fill_in(with_lists(template(body)), TWO))
    assert xpath(root, "//w:p[w:pPr/w:pStyle/@w:val='Derived']/w:pPr/w:ind/@w:left") == ["1111", "1111"]
    names = [child.tag.rpartition("}")[2] for child in xpath(root, "//w:p[w:pPr/w:pStyle]/w:pPr/*")]
    assert names == ["pStyle", "numPr", "ind", "jc"] * 2


def test_bullets_need_no_lists_of_their_own() -> None:
    data = fill_in(with_lists(template(LOOP + HEADING + item("a", 3) + END)), TWO)
    assert len(xpath(part_root(data, NUMBERING), "//w:num")) == 6


def test_lists_of_many_turns_are_sound() -> None:
    context: dict[str, object] = {"items": [str(number) for number in range(500)]}
    data = fill_in(with_lists(with_footer(template(LIST_IN_LOOP), LIST_IN_LOOP)), context)
    numbers = xpath(part_root(data, NUMBERING), "//w:num/@w:numId")
    assert len(numbers) == len(set(numbers)) == 6 + 499 + 500
    assert LabelCounter(data).labels(xml_of(data))[-3:] == ["หมวด 499", "1. a", "2. b"]


def test_equal_documents_have_equal_lists() -> None:
    data = with_lists(template(LIST_IN_LOOP))
    assert fill_in(data, TWO) == fill_in(data, TWO)
    first_num, *_copies = xpath(part_root(fill_in(data, TWO), NUMBERING), "//w:num[@w:numId > 6]")
    starts = xpath(first_num, "w:lvlOverride/w:startOverride/@w:val")
    assert starts == ["1", "1", "5"]


def test_a_footer_has_the_list_of_its_own_turns() -> None:
    """Body and foot use one list of the template, and neither takes copies of the other."""
    data = fill_in(with_lists(with_footer(template(LIST_IN_LOOP), LIST_IN_LOOP)), TWO)
    body = xpath(xml_of(data), "//w:numId/@w:val")
    foot = xpath(xml_of(data, "word/footer9.xml"), "//w:numId/@w:val")
    assert body[:2] == ["1", "1"]
    assert set(foot).isdisjoint(set(body[2:]))
