"""Templates in which somebody has tracked changes and written comments, as Word leaves both in a file.

Each helper changes what is written and not what is meant: with the changes accepted, and the comments read
past, the template says what it said before.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import etree
from word_files import NAMES, SETTINGS, Element, W, elements, pack, parts_of, xpath

COMMENTS = "word/comments.xml"
WHO = 'w:author="ผู้แก้" w:date="2026-09-16T09:00:00Z" w16du:dateUtc="2026-09-16T02:00:00Z"'
W16DU = "http://schemas.microsoft.com/office/word/2023/wordml/word16du"
TAG_IN_COMMENT = "{{ ไม่ใช่แท็ก }} {% if %}"
REVISIONS = (
    "//w:ins | //w:del | //w:moveFrom | //w:moveTo | //w:delText | //w:delInstrText | //w:cellIns"
    " | //w:cellDel | //w:cellMerge | //w:trackRevisions"
    " | //*[substring(local-name(), string-length(local-name()) - 5) = 'Change']"
    " | //*[contains(local-name(), 'RangeStart') and not(starts-with(local-name(), 'comment'))]"
    " | //*[contains(local-name(), 'RangeEnd') and not(starts-with(local-name(), 'comment'))]"
)
"""XPath of whatever a finished paper must not have."""


def revised(data: bytes) -> bytes:
    """Return a template in which every paragraph was touched with track changes on.

    A word is inserted and one deleted in each, its format and that of a run are changed, a paragraph is moved
    away and one moved to its place, and each table gets a row that is deleted.
    """
    parts = parts_of(data)
    for name in parts:
        if name.startswith(("word/document", "word/header", "word/footer")) and name.endswith(".xml"):
            root = _with_namespaces(etree.fromstring(parts[name]))
            _revise(root)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    parts[SETTINGS] = parts[SETTINGS].replace(b"<w:compat>", b"<w:trackRevisions/><w:compat>", 1)
    assert b"trackRevisions" in parts[SETTINGS]
    return pack(parts)


def commented(data: bytes) -> bytes:
    """Return a template with a comment on every paragraph; its range begins in a tag if there is one."""
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"])
    comments = []
    for number, paragraph in enumerate(xpath(root, "//w:p[w:r/w:t]")):
        _comment_on(paragraph, number)
        text = f"<w:p><w:r><w:annotationRef/></w:r><w:r><w:t>{TAG_IN_COMMENT}</w:t></w:r></w:p>"
        comments.append(f'<w:comment w:id="{number}" w:author="ผู้แก้" w:initials="ก">{text}</w:comment>')
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    parts[COMMENTS] = f'<w:comments xmlns:w="{W}">{"".join(comments)}</w:comments>'.encode()
    return pack(with_part(parts, COMMENTS, "comments"))


def with_part(parts: dict[str, bytes], name: str, kind: str) -> dict[str, bytes]:
    """Return parts to which the document part refers to one more of them."""
    media_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    override = f'<Override PartName="/{name}" ContentType="{media_type}"/></Types>'
    target = name.removeprefix("word/")
    relation = (
        f'<Relationship Id="rIdNew{kind}" Type="{NAMES["r"]}/{kind}" Target="{target}"/></Relationships>'
    )
    types = parts["[Content_Types].xml"].decode().replace("</Types>", override)
    relations = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", relation)
    return {
        **parts,
        "[Content_Types].xml": types.encode(),
        "word/_rels/document.xml.rels": relations.encode(),
    }


def revision_elements(xml: str) -> list[Element]:
    """Return the elements of some XML that may name the revision's date as today's Word does."""
    return list(etree.fromstring(f"<x {_namespaces()}>{xml}</x>"))


def _namespaces() -> str:
    names = {**NAMES, "w16du": W16DU}
    return " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())


def _with_namespaces(root: Element) -> Element:
    """Return a root that declares the namespace of revision dates, and lets older readers ignore it."""
    new_root = etree.Element(root.tag, root.attrib, nsmap={**root.nsmap, "w16du": W16DU, "mc": NAMES["mc"]})
    new_root.set(f"{{{NAMES['mc']}}}Ignorable", "w16du")
    new_root.extend(list(root))
    return new_root


def _revise(root: Element) -> None:
    ids = count(1000)
    for paragraph in xpath(root, "//w:p"):
        if xpath(paragraph, "w:r/w:t"):
            _revise_text(paragraph, ids)
        _change_format(paragraph, ids)
    for row in xpath(root, "//w:tr[1]"):
        row.addnext(_deleted_row(row, ids))
    for paragraph in xpath(root, "/*/w:body/w:p[position() mod 3 = 1][not(w:pPr/w:sectPr)]"):
        _move(paragraph, ids)


def _revise_text(paragraph: Element, ids: Iterator[int]) -> None:
    """Let the last run be inserted, and put a deleted word and a deleted tag before it."""
    run = xpath(paragraph, "w:r[w:t]")[-1]
    insertion = revision_elements(f'<w:ins w:id="{next(ids)}" {WHO}/>')[0]
    deleted_run = "<w:r><w:delText>คำที่ลบ {{ ถูกลบ }}</w:delText></w:r>"
    inner = f'<w:ins w:id="{next(ids)}" {WHO}><w:del w:id="{next(ids)}" {WHO}>{deleted_run}</w:del></w:ins>'
    deletion = f'<w:del w:id="{next(ids)}" {WHO}>{deleted_run}<w:ins w:id="{next(ids)}" {WHO}/></w:del>'
    run.addprevious(insertion)
    insertion.append(run)
    for element in revision_elements(deletion + inner):
        insertion.addprevious(element)


def _change_format(paragraph: Element, ids: Iterator[int]) -> None:
    properties = xpath(paragraph, "w:pPr")
    if not properties:
        paragraph.insert(0, elements("<w:pPr/>")[0])
        properties = xpath(paragraph, "w:pPr")
    change = f'<w:pPrChange w:id="{next(ids)}" {WHO}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    properties[0].extend(revision_elements(change))
    for run in xpath(paragraph, ".//w:r[w:t]"):
        if not xpath(run, "w:rPr"):
            run.insert(0, elements("<w:rPr/>")[0])
        old_format = f'<w:rPrChange w:id="{next(ids)}" {WHO}><w:rPr><w:b/></w:rPr></w:rPrChange>'
        xpath(run, "w:rPr")[0].extend(revision_elements(old_format))


def _deleted_row(row: Element, ids: Iterator[int]) -> Element:
    copy = deepcopy(row)
    if not xpath(copy, "w:trPr"):
        copy.insert(0, elements("<w:trPr/>")[0])
    xpath(copy, "w:trPr")[0].extend(revision_elements(f'<w:del w:id="{next(ids)}" {WHO}/>'))
    return copy


def _move(paragraph: Element, ids: Iterator[int]) -> None:
    """Let a paragraph be the new place of a move, whose old place stands before it."""
    name = f'w:name="move{next(ids)}"'
    old_place, new_place = next(ids), next(ids)
    text = "<w:r><w:t>{% if ย้ายไปแล้ว %}</w:t></w:r>"
    mark = f'<w:pPr><w:rPr><w:moveFrom w:id="{next(ids)}" {WHO}/></w:rPr></w:pPr>'
    moved = f'<w:moveFrom w:id="{next(ids)}" {WHO}>{text}</w:moveFrom>'
    before = (
        f'<w:moveFromRangeStart w:id="{old_place}" {WHO} {name}/><w:p>{mark}{moved}</w:p>'
        f'<w:moveFromRangeEnd w:id="{old_place}"/><w:moveToRangeStart w:id="{new_place}" {WHO} {name}/>'
    )
    for element in revision_elements(before):
        paragraph.addprevious(element)
    paragraph.addnext(revision_elements(f'<w:moveToRangeEnd w:id="{new_place}"/>')[0])
    for run in xpath(paragraph, "w:r"):
        goal = revision_elements(f'<w:moveTo w:id="{next(ids)}" {WHO}/>')[0]
        run.addprevious(goal)
        goal.append(run)


def _comment_on(paragraph: Element, number: int) -> None:
    """Put the range of a comment around the second half of the text, and its reference behind that."""
    run = xpath(paragraph, "w:r[w:t]")[0]
    second_run = deepcopy(run)
    text, second_text = xpath(run, "w:t")[0], xpath(second_run, "w:t")[0]
    middle = _middle(text.text)
    second_text.text = text.text[middle:]
    text.text = text.text[:middle]
    for piece in xpath(text, "following-sibling::*"):
        run.remove(piece)
    for piece in xpath(second_text, "preceding-sibling::*[not(self::w:rPr)]"):
        second_run.remove(piece)
    for part in (text, second_text):
        part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    start, end, reference = elements(
        f'<w:commentRangeStart w:id="{number}"/><w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )
    run.addnext(second_run)
    for element in (reference, end):
        second_run.addnext(element)
    second_run.addprevious(start)


def _middle(text: str) -> int:
    """Return a place inside the first tag of a text, or its middle where it has none."""
    tag = text.find("{")
    return tag + 5 if tag >= 0 else len(text) // 2
