"""Ways in which people and Word change the tree of a part of a template. A random chooses the place.

A change alters the root in place, and returns in words what it did.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final, NamedTuple

from lxml import etree

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TAG: Final = re.compile(r"\{[{%].*?[}%]\}")
_NOTHING: Final = "nothing"
"""What a change says where the part has no place for it."""
_ODD_VALUES: Final = ("", "-1", "1.5", "99999999999999999999", "nonsense", "&<", "\u0e48")
_ODD_TAGS: Final = """\
{{ nobody }}
{{ office. }}
{{ R&D }}
{{ 1 / 0 }}
{{ office.name|nofilter }}
{{
}}
{%
%}
{%p if office %}
{%p endfor %}
{%tr for x in [1, 2] %}
{%tc for x in [1, 2] %}
{% endif %}
{%p for x in range(99999) %}
{% for x in range(10**9) %}x{% endfor %}
{{ 'x' * 10**10 }}
{{ office.__class__.__mro__ }}
{{ [].append(1) }}
{% include 'a' %}
{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}
{%p set x = 1 %}
{# a remark #}
{{p office.name }}
{{r office.name }}
{% cellbg 'FF0000' %}
{% colspan 2 %}
{% hm %}
{% vm %}
{_{ office }_}
{{ “office” }}
{{ office.name ∗ 2 }}
{%- if office -%}
{{ office\u200b.name }}
{{ ส }}
{% raw %}
{% filter upper %}a{% endfilter %}
""".splitlines()
_TABLE: Final = (
    f'<w:tbl xmlns:w="{_W}"><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    "<w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"
)
_CONTROL: Final = f'<w:sdt xmlns:w="{_W}"><w:sdtPr/><w:sdtContent/></w:sdt>'

Element = Any
Change = Callable[[random.Random, Element], str]


class NamedChange(NamedTuple):
    """A change of a tree.

    Attributes:
        name: what it does, for a reader.
        change: the function that does it.
        keeps_text: the text of a paper stays the same.
    """

    name: str
    change: Change
    keeps_text: bool = False


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _runs(root: Element) -> list[Element]:
    return [
        run for run in root.iter(_w("r")) if run.find(_w("t")) is not None and len(run.findall(_w("t"))) == 1
    ]


def _run_with_text(text: str) -> Element:
    run = etree.Element(_w("r"))
    part = etree.SubElement(run, _w("t"))
    part.text = text
    part.set(_SPACE, "preserve")
    return run


def _split_run(chance: random.Random, root: Element) -> str:
    """Split a run in two, as Word does while somebody types."""
    runs = _runs(root)
    if not runs:
        return _NOTHING
    run = chance.choice(runs)
    text = run.find(_w("t"))
    words = text.text or ""
    place = chance.randint(0, len(words))
    second = deepcopy(run)
    text.text, second.find(_w("t")).text = words[:place], words[place:]
    for element in (text, second.find(_w("t"))):
        element.set(_SPACE, "preserve")
    between = chance.choice(("proofErr", "lastRenderedPageBreak", "bookmarkStart", ""))
    run.addnext(second)
    if between == "proofErr":
        run.addnext(etree.Element(_w("proofErr"), {_w("type"): "spellStart"}))
    elif between == "bookmarkStart":
        end = etree.Element(_w("bookmarkEnd"), {_w("id"): "9001"})
        start = etree.Element(_w("bookmarkStart"), {_w("id"): "9001", _w("name"): "_GoBack"})
        run.addnext(end)
        run.addnext(start)
    elif between:
        second.insert(0, etree.Element(_w(between)))
    return f"{words[:place]!r} | {words[place:]!r} {between}"


def _wrap_run(name: str) -> Change:
    """Return a change that puts a run into an element of a tracked change, a link or a frame."""

    def change(chance: random.Random, root: Element) -> str:
        runs = _runs(root)
        if not runs:
            return _NOTHING
        run = chance.choice(runs)
        frame = etree.Element(_w(name))
        if name in ("ins", "moveTo"):
            frame.set(_w("id"), "901")
            frame.set(_w("author"), "ก")
            frame.set(_w("date"), "2026-01-01T00:00:00Z")
        run.addprevious(frame)
        inner = frame
        if name == "sdt":
            etree.SubElement(frame, _w("sdtPr"))
            inner = etree.SubElement(frame, _w("sdtContent"))
        inner.append(run)
        return repr("".join(run.itertext()))

    return change


def _add_deleted_run(chance: random.Random, root: Element) -> str:
    runs = _runs(root)
    if not runs:
        return _NOTHING
    run = chance.choice(runs)
    frame = etree.Element(_w("del"), {_w("id"): "902", _w("author"): "ก", _w("date"): "2026-01-01T00:00:00Z"})
    deleted = etree.SubElement(frame, _w("r"))
    words = chance.choice(_ODD_TAGS)
    etree.SubElement(deleted, _w("delText")).text = words
    run.addprevious(frame)
    return repr(words)


def _elements(root: Element) -> list[Element]:
    return [element for element in root.iter(etree.Element) if element.getparent() is not None]


def _delete(chance: random.Random, root: Element) -> str:
    element = chance.choice(_elements(root))
    element.getparent().remove(element)
    return _name(element)


def _double(chance: random.Random, root: Element) -> str:
    element = chance.choice(_elements(root))
    element.addnext(deepcopy(element))
    return _name(element)


def _move(chance: random.Random, root: Element) -> str:
    elements = _elements(root)
    element, place = chance.sample(elements, 2)
    if any(ancestor is element for ancestor in place.iterancestors()):
        return _NOTHING
    place.addnext(element)
    return f"{_name(element)} behind {_name(place)}"


def _nest(chance: random.Random, root: Element) -> str:
    """Put a copy of a block into a table or a control of its own."""
    blocks = list(root.iter(_w("p")))
    if not blocks:
        return _NOTHING
    block = chance.choice(blocks)
    frame = etree.fromstring(chance.choice((_TABLE, _CONTROL)))
    (inner,) = frame.iter(_w("tc"), _w("sdtContent"))
    block.addprevious(frame)
    inner.append(block)
    return f"{_name(frame)} round {''.join(block.itertext())[:40]!r}"


def _set_odd_value(chance: random.Random, root: Element) -> str:
    elements = [element for element in _elements(root) if element.attrib]
    if not elements:
        return _NOTHING
    element = chance.choice(elements)
    name = chance.choice(sorted(element.attrib))
    value = chance.choice(_ODD_VALUES)
    element.set(name, value)
    return f"{_name(element)} {name.rpartition('}')[2]}={value!r}"


def _spoil_tag(chance: random.Random, root: Element) -> str:
    """Delete, double or change one character of a tag."""
    texts = [text for text in root.iter(_w("t")) if _TAG.search(text.text or "")]
    if not texts:
        return _NOTHING
    text = chance.choice(texts)
    place = chance.randrange(len(text.text))
    new = chance.choice(("", text.text[place] * 2, "“", "x", "}", "%", "\u200b", "\u0e48", "\n", "p "))
    old = text.text
    text.text = old[:place] + new + old[place + 1 :]
    return f"{old!r} → {text.text!r}"


def _add_tag(chance: random.Random, root: Element) -> str:
    """Put a tag before, behind or into a text."""
    texts = list(root.iter(_w("t")))
    if not texts:
        return _NOTHING
    text = chance.choice(texts)
    words = text.text or ""
    tag = chance.choice(_ODD_TAGS)
    place = chance.choice((0, len(words), chance.randint(0, len(words))))
    text.text = words[:place] + tag + words[place:]
    return f"{tag!r} at {place} of {words[:40]!r}"


def _add_tag_of_its_own(chance: random.Random, root: Element) -> str:
    """Put a tag into a paragraph of its own, somewhere."""
    paragraphs = list(root.iter(_w("p")))
    if not paragraphs:
        return _NOTHING
    paragraph = etree.Element(_w("p"))
    tag = chance.choice(_ODD_TAGS)
    paragraph.append(_run_with_text(tag))
    chance.choice(paragraphs).addnext(paragraph)
    return repr(tag)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


TREE_CHANGES: Final = (
    NamedChange("a run split", _split_run, keeps_text=True),
    NamedChange("an inserted run", _wrap_run("ins"), keeps_text=True),
    NamedChange("a tag spoilt", _spoil_tag),
    NamedChange("a run in a control", _wrap_run("sdt"), keeps_text=True),
    NamedChange("a tag within text", _add_tag),
    NamedChange("a deleted tag", _add_deleted_run, keeps_text=True),
    NamedChange("an element deleted", _delete),
    NamedChange("a tag of its own", _add_tag_of_its_own),
    NamedChange("an element doubled", _double),
    NamedChange("an element moved", _move),
    NamedChange("a paragraph within", _nest),
    NamedChange("an odd value", _set_odd_value),
    NamedChange("a run in a link", _wrap_run("hyperlink"), keeps_text=True),
    NamedChange("a run in a smart tag", _wrap_run("smartTag"), keeps_text=True),
)
