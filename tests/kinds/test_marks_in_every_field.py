"""Every text that may bear marks is printed with them: of every kind, those of kinds to come too."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from filled_in import TODAY, Filling, full_content, is_there, prose_places, put_value, value_at
from written_project import OFFICE, put, put_office

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.model.people import KeyPath
from esa_docs.model.printed_fields import FieldType
from esa_docs.source.yaml_files.tree import format_path

_RUN = re.compile(r"<w:r>(?:<w:rPr>(?P<properties>.*?)</w:rPr>)?<w:t[^>]*>(?P<text>[^<]*)</w:t></w:r>")


def texts_of_runs(data: bytes) -> tuple[set[str], set[str]]:
    """Return the texts of the runs of a Word file that are bold in both scripts, and those of all others."""
    bold: set[str] = set()
    other_texts: set[str] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                for run in _RUN.finditer(package.read(name).decode("utf-8")):
                    properties = run["properties"] or ""
                    is_bold = "<w:b/>" in properties and "<w:bCs/>" in properties
                    texts = bold if is_bold else other_texts
                    texts.add(run["text"])
    return bold, other_texts


def marked(content: dict[str, Any], places: list[KeyPath]) -> dict[str, Any]:
    """Return content with stars around its texts at some places."""
    changed = copy.deepcopy(content)
    for place in places:
        put_value(changed, place, f"**{value_at(changed, place)}**")
    return changed


@pytest.mark.parametrize("name", KINDS.names)
def test_bold_is_printed_in_every_text_that_may_bear_marks(name: str, tmp_path: Path) -> None:
    kind = KINDS.by_name[name]
    root = put_office(tmp_path)
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    example = full_content(kind)
    filling = Filling(root, kind, example)
    printed = filling.run().printed
    prose = [
        place for place in prose_places(example, FieldType(kind.content, steers=False)) if place in printed
    ]
    assert prose
    not_bold = set(prose)
    lost_marks: set[KeyPath] = set()
    for content in filling.filled_contents:
        places = [place for place in prose if is_there(content, place)]
        for document in filling.made_of(marked(content, places)):
            bold, other_texts = texts_of_runs(api.render(document, today=TODAY))
            not_bold -= {place for place in places if value_at(content, place) in bold}
            # Nowhere is it printed plain, where a view puts words before it or prints it again.
            all_other_text = " ".join(other_texts)
            lost_marks |= {place for place in places if value_at(content, place) in all_other_text}
    assert {format_path(place) for place in not_bold} == set()
    assert {format_path(place) for place in lost_marks} == set()


def test_stars_stay_as_typed_in_content_of_version_1(tmp_path: Path) -> None:
    root = put_office(tmp_path)
    put(root, "2569/own.yaml", "kind: announcement\nsubject: ก\ntext: ['**ข** ^[ค]']\nsignature: {by: ก}\n")
    (document,) = api.load(root).documents
    data = api.render(document, today=TODAY)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode("utf-8")
        names = package.namelist()
    texts = "".join(run["text"] for run in _RUN.finditer(xml))
    assert "**ข** ^[ค]" in texts
    assert "word/footnotes.xml" not in names
