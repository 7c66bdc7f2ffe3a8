"""Landscape pages and page breaks: where a table of a template has no room for them, a check tells it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from filled_in import OWN_FILE, TODAY, Filling, full_content, is_there, prose_places, put_value
from written_project import OFFICE, put, put_office

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.model.people import KeyPath
from esa_docs.model.printed_fields import FieldType
from esa_docs.source.yaml_files.tree import format_path

CELLS = {
    "manual": {"works[0].table[0].detail", "works[0].table[0].quality"},
    "sar": {"indicators[0].plan[0].paragraphs[0]"},
    "pmqa": {"items[0].improve[0]", "items[0].plan[0].paragraphs[0]", "items[0].strengths[0]"},
}
"""The fields whose texts stand in tables of the shipped templates, but for the rows of tables."""

BLOCK = {"landscape": ["ซซซ"]}


def block_at(place: KeyPath) -> Any:
    """Return what stands there: a block in the place of an item, a list with it in the place of a text."""
    is_item = isinstance(place[-1], int)
    return BLOCK if is_item else [BLOCK]


@pytest.mark.parametrize("name", KINDS.names)
def test_landscape_pages_are_printed_or_told_by_a_check(name: str, tmp_path: Path) -> None:
    kind = KINDS.by_name[name]
    root = put_office(tmp_path)
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    example = full_content(kind)
    filling = Filling(root, kind, example)
    filling.run()
    content = filling.filled_contents[0]
    places = list(prose_places(example, FieldType(kind.content, steers=False)))
    told_places: set[str] = set()
    rendered_documents = 0
    for place in places:
        if not is_there(content, place):
            continue
        changed = copy.deepcopy(content)
        put_value(changed, place, block_at(place))
        put(root, OWN_FILE, json.dumps(changed, ensure_ascii=False))
        project = api.load(root)
        errors = [each for each in api.check(project) if each.is_error]
        told_places |= {format_path(place) for each in errors if each.code == "E230"}
        if not errors:
            for document in project.documents:
                api.render(document, today=TODAY)
                rendered_documents += 1
    assert rendered_documents
    assert told_places == CELLS.get(name, set())
