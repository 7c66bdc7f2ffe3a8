"""Captions are numbered as the paper prints them, in every kind, and each number stands once."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filled_in import TODAY, Filling, full_content, prose_places, value_at
from written_project import OFFICE, put, put_office

from esa_docs import api, thai
from esa_docs.kinds import KINDS
from esa_docs.model.people import KeyPath
from esa_docs.model.printed_fields import FieldType
from esa_docs.source.yaml_files.tree import format_path

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_CAPTION = re.compile(r"(ตารางที่|ภาพที่) (\d+)")


def numbers_printed(data: bytes, label: str) -> list[int]:
    """Return the numbers of the captions with a label, as the paper prints them one after another."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode("utf-8")
    numbers = []
    for paragraph in _PARAGRAPH.findall(xml):
        text = re.sub(r"<[^>]*>", "", paragraph).replace("\u00a0", " ")
        plain_text = thai.to_arabic_digits(text)
        match = _CAPTION.match(plain_text)
        if match is not None and match[1] == label:
            numbers.append(int(match[2]))
    return numbers


def lists_of_texts(kind: Any, content: dict[str, Any]) -> list[KeyPath]:
    """Return the key paths of the lists in which texts with marks stand."""
    lists: dict[KeyPath, None] = {}
    for place in prose_places(content, FieldType(kind.content, steers=False)):
        if isinstance(place[-1], int):
            lists[place[:-1]] = None
    return list(lists)


def blocks(number: int) -> list[Any]:
    """Return two captioned blocks, the second one within another."""
    rows = {"columns": ["ก"], "rows": [["ข"]]}
    chart = {"type": "bar", "columns": ["ก", "ข"], "rows": [["ค", "1"]]}
    inner = {"chart": chart, "caption": f"ภาพ{number}"}
    return [{"table": rows, "caption": f"ตาราง{number}"}, {"steps": [{"text": "ง", "paragraphs": [inner]}]}]


def documents_with_blocks(filling: Filling, kind: Any, content: dict[str, Any]) -> Iterator[Any]:
    """Generate the documents of content with blocks in every list that takes them."""
    places = lists_of_texts(kind, content)
    while places:
        filled = copy.deepcopy(content)
        for number, place in enumerate(places):
            value_at(filled, place).extend(blocks(number))
        diagnostics, document = filling._load(filled)
        refused = {_list_of(each.field) for each in diagnostics if each.is_error}
        if document is not None and not refused:
            yield from filling.made_of(filled)
            return
        fewer_places = [place for place in places if format_path(place) not in refused]
        assert len(fewer_places) < len(places), refused
        places = fewer_places


def _list_of(field: str) -> str:
    """Return the list in which a diagnostic stands."""
    return re.sub(r"\[\d+\](?:\.\w+)?$", "", field)


@pytest.mark.parametrize("name", KINDS.names)
def test_captions_follow_the_printed_order_in_every_kind(name: str, tmp_path: Path) -> None:
    kind = KINDS.by_name[name]
    root = put_office(tmp_path)
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    filling = Filling(root, kind, full_content(kind))
    filling.run()
    count = 0
    for content in filling.filled_contents:
        for document in documents_with_blocks(filling, kind, content):
            data = api.render(document, today=TODAY)
            for label in ("ตารางที่", "ภาพที่"):
                numbers = numbers_printed(data, label)
                assert numbers == list(range(1, len(numbers) + 1))
                count += len(numbers)
    assert count > 2
