"""Whatever a loop repeats has an id of its own in each turn; links lead to the turn in which they stand."""

from __future__ import annotations

import pytest
from filling import fill_in
from growth import is_linear
from looped_parts import (
    END,
    LOOP,
    bookmark,
    control,
    faults_in,
    field,
    in_place,
    link,
    lost_types,
    names_of_stories,
    part_root,
    repeated_ids,
    shape_ids,
    text_box,
    values_in,
    vml_box,
    with_footer,
)
from word_files import DOCUMENT, paragraph, run, template, xml_of, xpath

from esa_docs.word.templates.loops.copy_settling import settle_copies
from esa_docs.word.templates.loops.id_marks import mark

PLACES = ["body", "header", "footer", "footnote", "text box", "content control"]


def looped(content: str) -> str:
    return LOOP + content + END


def items(count: int) -> dict[str, list[str]]:
    return {"items": [str(number) for number in range(1, count + 1)]}


EVERYTHING = (
    paragraph(bookmark("จุด_1", run("ก{{ i }}")), link("จุด_1"))
    + paragraph("หน้า ", field(" PAGE", "REF จุด", "_1 \\h "))
    + control(paragraph("ข{{ i }}"))
    + paragraph(control(run("ค{{ i }}"), 56))
)
BOXES = paragraph(text_box(control(paragraph("ง{{ i }}"), 57))) + paragraph(
    f"<w:r>{vml_box(paragraph('จ'), 'Box 2')}</w:r>"
)


@pytest.mark.parametrize("turns", [2, 3])
@pytest.mark.parametrize("place", PLACES)
def test_ids_are_unique_in_every_place(place: str, turns: int) -> None:
    content = EVERYTHING
    # Word allows no text box inside another one.
    if place not in {"text box", "footnote"}:
        content += BOXES
    data = fill_in(in_place(place, looped(content)), items(turns))

    assert repeated_ids(data) == []
    assert faults_in(data) == []
    # A text box holds its content twice, and only the first has bookmarks.
    assert len(values_in(data, "//w:bookmarkStart")) == turns
    assert values_in(data, "//w:bookmarkStart/@w:id") == values_in(data, "//w:bookmarkEnd/@w:id")
    for name in names_of_stories(data):
        assert lost_types(part_root(data, name)) == []


def test_links_and_fields_lead_to_their_turn() -> None:
    content = paragraph(link("จุด"), field("REF จุด \\h")) + paragraph(bookmark("จุด", run("ก")))
    outside = paragraph(
        link("จุด"), f'<w:fldSimple w:instr=" PAGEREF &quot;จุด&quot; ">{run("๑")}</w:fldSimple>'
    )
    data = fill_in(template(outside, looped(content), outside), items(3))
    root = xml_of(data)
    names = xpath(root, "//w:bookmarkStart/@w:name")
    assert names == ["จุด", "จุด_c2", "จุด_c3"]
    assert xpath(root, "//w:hyperlink/@w:anchor") == ["จุด", *names, "จุด"]
    instructions = "".join(xpath(root, "//w:instrText/text()"))
    assert instructions == "".join(f"REF {name} \\h" for name in names)
    assert xpath(root, "//w:fldSimple/@w:instr") == [' PAGEREF "จุด" '] * 2


def test_a_link_between_the_loops_leads_to_the_first_inner_turn_of_its_turn() -> None:
    inner = paragraph("{%p for j in items %}") + paragraph(bookmark("a", run("ก")), link("a")) + END
    data = fill_in(template(looped(paragraph(link("a")) + inner), paragraph(link("a"))), items(2))
    root = xml_of(data)
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["a", "a_c1_2", "a_c2", "a_c2_2"]
    assert xpath(root, "//w:hyperlink/@w:anchor") == ["a", "a", "a_c1_2", "a_c2", "a_c2", "a_c2_2", "a"]
    assert faults_in(data) == []


def test_names_of_turns_are_no_names_of_the_template() -> None:
    content = paragraph(bookmark("a", run("ก"), 1), link("a"))
    other = paragraph(bookmark("A_C2", run("ข"), 2), link("a_c2"))
    root = xml_of(fill_in(template(looped(content), other), items(2)))
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["a", "a_c_2", "A_C2"]


def test_a_long_name_stays_within_forty_letters() -> None:
    name = "_Ref" + "1" * 36
    content = paragraph(bookmark(name, run("ก")), link(name))
    data = fill_in(template(looped(content)), items(12))
    names = values_in(data, "//w:bookmarkStart/@w:name")
    assert len(set(names)) == 12
    assert max(map(len, names)) <= 40
    assert values_in(data, "//w:hyperlink/@w:anchor") == names


def test_a_bookmark_to_which_only_a_foot_refers_stays() -> None:
    data = with_footer(template(paragraph(bookmark("ท้าย", run("ก")))), paragraph(field("PAGEREF ท้าย")))
    assert values_in(fill_in(data, {}), "//w:bookmarkStart/@w:name") == ["ท้าย"]


def test_bookmarks_of_two_parts_with_one_id_get_two() -> None:
    content = paragraph(bookmark("ก", run("ก"), 4), link("ก"))
    data = with_footer(template(content), content.replace('"ก"', '"ข"'))
    filled_data = fill_in(data, {})
    assert values_in(filled_data, "//w:bookmarkStart/@w:name") == ["ก", "ข"]
    assert repeated_ids(filled_data) == []


def words_of_bookmarks(data: bytes) -> dict[str, str]:
    """Return the text within each bookmark of the body, by its name."""
    words: dict[str, str] = {}
    name_of_id: dict[str, str] = {}
    for element in xpath(xml_of(data), "//w:bookmarkStart | //w:bookmarkEnd | //w:t"):
        kind = element.tag.rpartition("}")[2]
        if kind == "bookmarkStart":
            (name,), (number,) = xpath(element, "@w:name"), xpath(element, "@w:id")
            name_of_id[number] = name
            words[name] = ""
        elif kind == "bookmarkEnd":
            (number,) = xpath(element, "@w:id")
            del name_of_id[number]
        else:
            for name in name_of_id.values():
                words[name] += element.text
    assert name_of_id == {}
    return words


LINKS = paragraph(link("a"), link("b"))
SHARED_IDS = {
    "both are used": (bookmark("a", run("ก")) + bookmark("b", run("ข")), {"a": "ก", "b": "ข"}),
    "the first is used": (bookmark("a", run("ก")) + bookmark("z", run("ข")), {"a": "ก"}),
    "the second is used": (bookmark("z", run("ก")) + bookmark("a", run("ข")), {"a": "ข"}),
    "one name stands twice": (bookmark("a", run("ก")) + bookmark("A", run("ข")), {"a": "ก"}),
    "one stands within another": (bookmark("a", run("ก") + bookmark("b", run("ข"))), {"a": "กข", "b": "ข"}),
    "one has no end": (
        '<w:bookmarkStart w:id="3" w:name="b"/>' + bookmark("a", run("ก")),
        {"a": "ก", "b": ""},
    ),
    "an end has no beginning": ('<w:bookmarkEnd w:id="3"/>' + bookmark("a", run("ก")), {"a": "ก"}),
    "one has no name": (bookmark("", run("ก")) + bookmark("a", run("ข")), {"a": "ข"}),
}


@pytest.mark.parametrize(("bookmarks", "words"), SHARED_IDS.values(), ids=SHARED_IDS)
def test_bookmarks_of_one_id_are_told_by_their_order(bookmarks: str, words: dict[str, str]) -> None:
    data = fill_in(template(paragraph(bookmarks), LINKS), {})
    assert words_of_bookmarks(data) == words


def test_the_work_grows_with_the_names_of_bookmarks() -> None:
    def settle_names(count: int) -> None:
        marks = ""
        for number in range(count):
            marks += f'<w:bookmarkStart w:name="{mark("name", f"a{number}")}"/>'
        settle_copies({DOCUMENT: "{% for i in items %}" + marks + "{% endfor %}"})

    assert is_linear(settle_names, 50)


def test_ids_of_the_template_are_no_ids_of_the_contents() -> None:
    """Entries of the contents have bookmarks from 1000 on."""
    data = fill_in(template(paragraph(bookmark("ก", run("ก"), 1000), link("ก"))), {})
    (number,) = values_in(data, "//w:bookmarkStart/@w:id")
    assert int(number) > 1_000_000


def test_a_bookmark_that_begins_in_a_loop_ends_in_it() -> None:
    start = '<w:bookmarkStart w:id="3" w:name="ก"/>'
    end = '<w:bookmarkEnd w:id="3"/>'
    begins = paragraph(start, run("ก"), link("ก"))
    data = fill_in(template(looped(begins), paragraph(run("ข"), end)), items(2))
    ends_inside = fill_in(template(begins, looped(paragraph(run("ข"), end))), items(2))
    begins_in_tag = fill_in(
        template(paragraph("{%p if 1 %}", start), paragraph(run("ข"), end, link("ก")), END_IF)
    )
    for filled_data, count in ((data, 2), (ends_inside, 1), (begins_in_tag, 1)):
        starts = values_in(filled_data, "//w:bookmarkStart/@w:id")
        assert len(set(starts)) == count
        assert values_in(filled_data, "//w:bookmarkEnd/@w:id") == starts


END_IF = paragraph("{%p endif %}")


CONTENT = paragraph(bookmark("a", run("{{ i }}")), link("a"))
LINKS_OF_COPIES = {"a recursive loop": ["a", "a_c2", "a_c2", "a"]}
"""Behind the inner turn of the recursive loop its link still leads to the outer one."""
COPYING_BLOCKS = {
    "a macro": (
        paragraph("{%p macro print(i) %}")
        + CONTENT
        + paragraph("{%p endmacro %}")
        + paragraph("{{ print(1) }}")
        + paragraph("{{ print(2) }}")
    ),
    "a call": (
        paragraph("{%p macro twice() %}")
        + paragraph("{{ caller(1) }}")
        + paragraph("{{ caller(2) }}")
        + paragraph("{%p endmacro %}")
        + paragraph("{%p call(i) twice() %}")
        + CONTENT
        + paragraph("{%p endcall %}")
    ),
    "a recursive loop": (
        paragraph("{%p for i in [[1]] recursive %}")
        + CONTENT.replace("{{ i }}", "{{ loop.depth }}")
        + paragraph("{%p if i is iterable %}")
        + paragraph("{{ loop(i) }}")
        + paragraph("{%p endif %}")
        + CONTENT.replace(bookmark("a", run("{{ i }}")), "")
        + END
    ),
    "a macro called in a loop": (
        paragraph("{%p macro print(i) %}")
        + CONTENT
        + paragraph("{%p endmacro %}")
        + LOOP
        + paragraph("{{ print(i) }}")
        + END
    ),
}


@pytest.mark.parametrize("name", COPYING_BLOCKS)
def test_macros_and_calls_copy_safely_too(name: str) -> None:
    """The paragraphs of a macro stand in place of the paragraph that calls it."""
    root = xml_of(fill_in(template(COPYING_BLOCKS[name]), items(2)))
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["a", "a_c2"]
    assert xpath(root, "//w:bookmarkStart/@w:id") == xpath(root, "//w:bookmarkEnd/@w:id")
    assert len(set(xpath(root, "//w:bookmarkStart/@w:id"))) == 2
    assert xpath(root, "//w:hyperlink/@w:anchor") == LINKS_OF_COPIES.get(name, ["a", "a_c2"])


def test_the_other_branch_of_a_loop_is_no_turn() -> None:
    other = paragraph("{%p else %}") + paragraph(bookmark("b", run("ข"), 4), link("b"))
    content = paragraph(bookmark("a", run("ก")), link("a"))
    data = template(LOOP + content + other + END)
    assert values_in(fill_in(data, items(0)), "//w:hyperlink/@w:anchor") == ["b"]
    assert values_in(fill_in(data, items(2)), "//w:hyperlink/@w:anchor") == ["a", "a_c2"]


def test_statements_in_comments_and_raw_text_begin_no_loop() -> None:
    text = "{# {% for x in y %} #}{% raw %}{% for x in y %}{% endraw %}"
    content = paragraph(bookmark("a", run("ก")), link("a"))
    data = fill_in(template(paragraph(text), content), {})
    assert values_in(data, "//w:bookmarkStart/@w:name") == ["a"]


def test_a_later_shape_has_the_type_that_a_loop_without_turns_defines() -> None:
    inside = paragraph(f"<w:r>{vml_box(paragraph('ก'), 'Box 1')}</w:r>")
    behind = paragraph(f"<w:r>{vml_box(paragraph('ข'), 'Box 2', with_type=False)}</w:r>")
    for count in (0, 2):
        root = xml_of(fill_in(template(looped(inside), behind), items(count)))
        assert lost_types(root) == []
        assert len(set(shape_ids(root))) == len(shape_ids(root)) == 2 * (count + 1)


def test_a_picture_in_a_text_box_is_part_of_it() -> None:
    inner = paragraph(f"<w:r>{vml_box(paragraph('ข'), 'Box 2', with_type=False)}</w:r>")
    outer = paragraph(f"<w:r>{vml_box(inner, 'Box 1')}</w:r>")
    root = xml_of(fill_in(template(looped(outer)), items(2)))
    names = shape_ids(root)
    assert names == [*names[:3], *(f"{name}_c2" for name in names[:3])]
    assert lost_types(root) == []


def test_embedded_objects_and_linked_boxes() -> None:
    embedded = (
        '<w:r><w:object xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shape id="_x0000_i1025"/><o:OLEObject Type="Embed" ShapeID="_x0000_i1025" ObjectID="_1468" '
        'r:id="rIdStyles"/></w:object></w:r>'
    )
    chain = '<wps:txbx id="1"/><wps:linkedTxbx id="1" seq="1"/>'
    root = xml_of(fill_in(template(looped(paragraph(embedded, f"<w:r>{chain}</w:r>"))), items(2)))
    names = shape_ids(root)
    assert len(set(names)) == 2
    assert root.xpath("//@ShapeID") == names
    assert len(set(root.xpath("//@ObjectID"))) == 2
    chains = root.xpath("//*[local-name()='txbx']/@id")
    assert len(set(chains)) == 2
    assert root.xpath("//*[local-name()='linkedTxbx']/@id") == chains


def test_ids_for_comparing_versions_go() -> None:
    wp14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
    inline = f'<wp:inline xmlns:wp14="{wp14}" wp14:anchorId="1A2B3C4D" wp14:editId="50D07946"/>'
    root = xml_of(
        fill_in(template(looped(paragraph(f"<w:r><w:drawing>{inline}</w:drawing></w:r>"))), items(2))
    )
    assert root.xpath("//@*[local-name()='anchorId' or local-name()='editId']") == []


def test_a_control_with_tags_does_not_show_other_data() -> None:
    binding = '<w:dataBinding w:xpath="/x" w:storeItemID="{1}"/>'
    controls = ""
    for text in ("{{ one }}", "คงที่"):
        controls += control(paragraph(text)).replace("</w:sdtPr>", f"{binding}</w:sdtPr>")
    root = xml_of(fill_in(template(controls)))
    assert [len(xpath(properties, "w:dataBinding")) for properties in xpath(root, "//w:sdtPr")] == [0, 1]


def test_drawings_of_the_template_and_of_our_own_never_meet() -> None:
    """A flow chart has ids from 1000 on."""
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="รูป"/></wp:inline></w:drawing></w:r>'
    data = fill_in(template(looped(paragraph(drawing))), items(1500))
    ids = [int(value) for value in values_in(data, "//wp:docPr/@id")]
    assert len(set(ids)) == 1500
    assert [number for number in ids if 1000 <= number < 1_000_000_000] == []
    assert max(ids) < 2_000_000_000


def test_the_work_grows_with_the_turns() -> None:
    data = template(looped(EVERYTHING + BOXES))
    filled_data = fill_in(data, items(500))

    assert len(set(values_in(filled_data, "//w:bookmarkStart/@w:name"))) == 500
    assert is_linear(lambda count: fill_in(data, items(count)), 50, times=8)


def test_a_turn_begins_where_the_end_of_a_bookmark_from_outside_goes() -> None:
    """The end of the outer bookmark stands first in the loop, where the statement of its turn comes in."""
    outer = paragraph('<w:bookmarkStart w:id="1" w:name="outer"/>', "h")
    condition = paragraph('<w:bookmarkEnd w:id="1"/>', "{%p if i %}")
    inner = paragraph('<w:bookmarkStart w:id="2" w:name="inner"/>', "{{ i }}")
    end = paragraph('<w:bookmarkEnd w:id="2"/>', "{%p endif %}")
    body = outer + LOOP + condition + inner + end + END + paragraph(link("outer"), link("inner"))
    data = fill_in(template(body), items(2))
    assert values_in(data, "//w:bookmarkStart/@w:name") == ["outer", "inner", "inner_c2"]
    assert values_in(data, "//w:bookmarkStart/@w:id") == values_in(data, "//w:bookmarkEnd/@w:id")
    assert values_in(data, "//w:hyperlink/@w:anchor") == ["outer", "inner"]
    assert faults_in(data) == []
