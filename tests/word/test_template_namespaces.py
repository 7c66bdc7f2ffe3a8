"""Namespaces of templates as Word and other programs declare them: the paper prints the same, and opens."""

from __future__ import annotations

import pytest
from altering import problems_in
from filling import expected_error, faults_of, fill_in
from looped_parts import END, LOOP, NUMBERING
from lxml import etree
from test_lists_in_loops import HEADING, TWO, LabelCounter, item, styled, with_lists
from word_files import (
    DOCUMENT,
    NAMES,
    STYLES,
    Element,
    W,
    attribute,
    lines_of,
    only_match,
    pack,
    parts_of,
    run,
    template,
    xml_of,
    xpath,
)

from esa_docs.word.page_size import text_area

W14, MC = NAMES["w14"], NAMES["mc"]
W16DU = "http://schemas.microsoft.com/office/word/2023/wordml/word16du"
W16SE = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
BODY = '<w:p><w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
EFFECTS = {
    "ligatures": '<w14:ligatures w14:val="standardContextual"/>',
    "outline": (
        '<w14:textOutline w14:w="9525" w14:cap="rnd"><w14:solidFill><w14:srgbClr w14:val="000000"/>'
        '</w14:solidFill><w14:prstDash w14:val="solid"/><w14:round/></w14:textOutline>'
    ),
    "glow": '<w14:glow w14:rad="63500"><w14:schemeClr w14:val="accent1"/></w14:glow>',
    "shadow, which is also a name of w": (
        '<w14:shadow w14:blurRad="50800"><w14:srgbClr w14:val="000000"/></w14:shadow>'
    ),
}


def document_with(body: str, declarations: str = "", attributes: str = "") -> bytes:
    """Return a tiny template whose document part has this root and body."""
    parts = parts_of(template("x"))
    root = f'<w:document xmlns:w="{W}" xmlns:r="{NAMES["r"]}"{declarations}{attributes}>'
    section = etree.tostring(only_match(xml_of(template("x")), "/*/w:body/w:sectPr")).decode()
    parts[DOCUMENT] = f"{root}<w:body>{body}{section}</w:body></w:document>".encode()
    return pack(parts)


def named_values(element: Element) -> list[tuple[str, dict[str, str]]]:
    """Return name and attributes of an element and of each inside it."""
    return [(inner.tag, dict(inner.attrib)) for inner in element.iter()]


def errors_in(data: bytes) -> list[str]:
    return [code for code, severity, _part in problems_in(data) if severity == "error"]


@pytest.mark.parametrize("effect", EFFECTS.values(), ids=EFFECTS)
def test_an_effect_of_newer_words_stays_behind_the_properties_of_the_schema(effect: str) -> None:
    declared = f' xmlns:w14="{W14}" xmlns:mc="{MC}"'
    properties = f'{effect}<w:szCs w:val="40"/><w:sz w:val="40"/>'
    body = BODY.format(properties=properties, text="ปี 2569 {{ one }}")

    data = fill_in(document_with(body, declared, ' mc:Ignorable="w14"'), numerals="thai")

    root = xml_of(data)
    assert lines_of(data) == ["ปี ๒๕๖๙ หนึ่ง"]
    (filled_run,) = xpath(root, "//w:r[w:t]")
    names = [etree.QName(child).localname for child in xpath(filled_run, "w:rPr/*")]
    assert names[:3] == ["sz", "szCs", "cs"]
    expected = etree.fromstring(f'<x xmlns:w14="{W14}">{effect}</x>')[0]
    assert named_values(xpath(filled_run, "w:rPr/w14:*")[0]) == named_values(expected)
    assert root.get(f"{{{MC}}}Ignorable") == "w14"
    assert errors_in(data) == []


def test_the_font_of_an_emoji_keeps_its_place() -> None:
    """Word writes the font of an emoji as alternatives, and so the emoji itself."""
    choice = '<mc:Choice Requires="w16se"/>'
    font = '<w:rFonts w:ascii="a" w:hAnsi="a" w:eastAsia="a" w:cs="a"/>'
    properties = f"<mc:AlternateContent>{choice}<mc:Fallback>{font}</mc:Fallback></mc:AlternateContent>"
    letter = '<mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F60A"/></mc:Choice>'
    text = f"<mc:AlternateContent>{letter}<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent>"
    emoji = f"<w:p><w:r><w:rPr><w:b/><w:bCs/>{properties}</w:rPr>{text}<w:t>{{{{ one }}}}</w:t></w:r></w:p>"
    declared = f' xmlns:mc="{MC}" xmlns:w16se="{W16SE}"'

    data = fill_in(document_with(emoji, declared, ' mc:Ignorable="w16se"'))

    assert xpath(xml_of(data), "//w:t/text()") == ["😊", "หนึ่ง"]
    tags = [etree.QName(child).localname for child in xpath(xml_of(data), "//w:r[w:t='หนึ่ง']/w:rPr/*")]
    assert tags == ["AlternateContent", "b", "bCs", "cs"]
    assert "E709" not in [code for code, _severity, _part in problems_in(data)]


def test_alternatives_inside_a_run_stay() -> None:
    choice = '<mc:Choice Requires="wps"><wps:x/></mc:Choice>'
    drawing = f"<mc:AlternateContent>{choice}<mc:Fallback/></mc:AlternateContent>"
    declared = f' xmlns:mc="{MC}" xmlns:wps="{NAMES["wps"]}"'
    data = fill_in(document_with(f"<w:p><w:r>{drawing}<w:t>{{{{ one }}}}</w:t></w:r></w:p>", declared))
    assert lines_of(data) == ["หนึ่ง"]
    assert len(xpath(xml_of(data), "//w:r/mc:AlternateContent/mc:Choice[@Requires='wps']/wps:x")) == 1


PLAIN = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:rPr><w:b/><w:bCs/></w:rPr>'
    "<w:t>ปี 2569 {{ one }}</w:t></w:r></w:p><w:sectPr/></w:body></w:document>"
)
DEFAULT_ROOT = f'xmlns="{W}" xmlns:w='
INNER = f'<w:p xmlns:w="{W}" xmlns:w16du="{W16DU}" w16du:dateUtc="2026">'
WAYS = {
    "another prefix": PLAIN.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="),
    "the default namespace": PLAIN.replace("xmlns:w=", DEFAULT_ROOT).replace("<w:", "<").replace("/w:", "/"),
    "laid out for people": PLAIN.replace("><", ">\n  <"),
    "declared inside": PLAIN.replace("<w:p>", INNER),
    "attributes of runs": PLAIN.replace("<w:r>", '<w:r w:x="2">').replace("<w:t>", '<w:t w:y="3">'),
    "UTF-16": PLAIN,
    "a prefix of ours for others": PLAIN.replace("xmlns:w=", 'xmlns:wps="urn:x" wps:y="1" xmlns:w='),
}
"""The XML of a document part as other programs write it, by how it differs."""


@pytest.mark.parametrize("way", WAYS)
def test_other_programs_may_declare_and_lay_out_as_they_like(way: str) -> None:
    parts = parts_of(template("x"))
    encoding = "utf-16" if way == "UTF-16" else "utf-8"
    parts[DOCUMENT] = WAYS[way].encode(encoding)

    data = fill_in(pack(parts), numerals="thai")

    (filled_run,) = xpath(xml_of(data), "//w:r")
    assert lines_of(data) == ["ปี ๒๕๖๙ หนึ่ง"]
    assert [etree.QName(child).localname for child in xpath(filled_run, "w:rPr/*")] == ["b", "bCs", "cs"]
    assert parts_of(data)[DOCUMENT].count(b"xmlns:w=") == 1


def written_with_another_prefix(xml: str) -> str:
    return xml.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")


def written_in_the_default_namespace(xml: str) -> str:
    return xml.replace("xmlns:w=", DEFAULT_ROOT, 1).replace("<w:", "<").replace("</w:", "</")


def written_with_inner_declarations(xml: str) -> str:
    inner = f'xmlns:w="{W}" xmlns:w16du="{W16DU}" w16du:x="2026"'
    return xml.replace("<w:ind ", f"<w:ind {inner} ").replace("<w:lvl ", f"<w:lvl {inner} ")


def laid_out_for_people(xml: str) -> str:
    return xml.replace("><", ">\n  <")


WRITERS = {
    "another prefix": written_with_another_prefix,
    "the default namespace": written_in_the_default_namespace,
    "declared inside": written_with_inner_declarations,
    "laid out for people": laid_out_for_people,
}
LISTS_OF_LOOP = LOOP + HEADING + styled("a", "Base") + item("b", 4) + END
LINES_OF_LISTS = ["หมวด ก", "1. a", "4. b", "หมวด ข", "1. a", "4. b"]


@pytest.mark.parametrize("part", [NUMBERING, STYLES])
@pytest.mark.parametrize("way", WRITERS)
def test_other_programs_may_write_lists_and_styles_as_they_like(way: str, part: str) -> None:
    parts = parts_of(with_lists(template(LISTS_OF_LOOP)))
    root = etree.fromstring(parts[part])
    xml = etree.tostring(root, encoding="unicode")
    parts[part] = WRITERS[way](xml).encode()

    data = fill_in(pack(parts), TWO)

    assert LabelCounter(data).labels(xml_of(data)) == LINES_OF_LISTS
    indents = xpath(xml_of(data), "//w:pPr[w:pStyle/@w:val='Base']/w:ind")
    assert [dict(indent.attrib) for indent in indents] == [{f"{{{W}}}left": "1111"}] * 2
    assert errors_in(data) == []


def test_prefixes_to_be_ignored_are_declared_at_the_root() -> None:
    """A prefix named there and not declared keeps Word from opening the file."""
    inner = (
        f'<w:p xmlns:q="urn:q" xmlns:mc="{MC}" mc:Ignorable="q gone" q:a="1"><w:r><w:t>x</w:t></w:r></w:p>'
    )
    declared = f' xmlns:mc="{MC}" xmlns:w14="{W14}" xmlns:q="urn:other"'
    root = xml_of(fill_in(document_with(inner, declared, ' mc:Ignorable="w14"')))
    prefixes = root.get(f"{{{MC}}}Ignorable").split()
    assert prefixes[0] == "w14"
    assert [root.nsmap[prefix] for prefix in prefixes] == [W14, "urn:q"]
    assert root.nsmap["q"] == "urn:other"


def test_custom_xml_and_smart_tags_go_and_their_words_stay() -> None:
    words = f'<w:smartTag w:uri="u" w:element="place"><w:smartTagPr/>{run("{{ o")}</w:smartTag>{run("ne }}")}'
    body = f'<w:customXml w:element="x"><w:customXmlPr/><w:p>{words}</w:p></w:customXml>'
    data = fill_in(document_with(body))
    assert lines_of(data) == ["หนึ่ง"]
    assert xpath(xml_of(data), "//w:customXml | //w:smartTag") == []


def test_the_strict_form_is_refused_with_its_cure() -> None:
    parts = parts_of(template("x"))
    parts[DOCUMENT] = parts[DOCUMENT].replace(W.encode(), STRICT.encode())
    assert faults_of(pack(parts)) == expected_error("E311")


@pytest.mark.parametrize("length", ["11906", "595.3pt", "210mm", "21cm", "8.268in"])
def test_lengths_may_have_their_unit(length: str) -> None:
    """A4 is 11906 twips wide; without margins of 1000 twips each that is 495.3 points."""
    margins = '<w:pgMar w:left="50pt" w:right="1000" w:top="1000" w:bottom="1000"/>'
    section = f'<w:sectPr><w:pgSz w:w="{length}" w:h="16838"/>{margins}</w:sectPr>'
    root = etree.fromstring(f'<w:document xmlns:w="{W}">{section}</w:document>')
    assert text_area(root).width == pytest.approx(495.3, abs=0.1)


def test_a_run_with_properties_inside_its_properties_is_converted() -> None:
    nested = "<w:rPr><w:b/><w:bCs/><w:rPr><w:i/></w:rPr></w:rPr>"
    change = '<w:rPrChange w:id="1" w:author="ก"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    body = (
        f"<w:p><w:r>{nested}<w:t>2569</w:t></w:r></w:p>"
        f"<w:p><w:r><w:rPr><w:b/><w:bCs/>{change}</w:rPr><w:t>2570</w:t></w:r></w:p>"
    )
    data = fill_in(document_with(body), numerals="thai")
    assert lines_of(data) == ["๒๕๖๙", "๒๕๗๐"]
    assert len(xpath(xml_of(data), "//w:r/w:rPr/w:b")) == 2
    assert xpath(xml_of(data), "//w:i | //w:rPrChange") == []


def test_an_attribute_with_tags_in_the_format_of_a_run_is_refused() -> None:
    body = BODY.format(properties='<w:color w:val="{{ a &lt; b }}"/>', text="x")
    assert faults_of(document_with(body)) == expected_error("E305")


def test_page_numbers_start_where_they_did() -> None:
    root = xml_of(fill_in(document_with("<w:p/>")))
    assert attribute(only_match(root, "//w:pgNumType"), "start") == "1"
