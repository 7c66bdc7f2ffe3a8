"""Marks in the alternative texts of pictures are told, as in all texts that have no marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocked_papers import FIRST_LINE, project_of
from made_pictures import encoded, picture

from esa_docs import api


@pytest.mark.parametrize(
    ("clause", "column"),
    [
        # W515 stands at the mark
        ("- picture: {file: a.png, alt: 'ก **ข**'}", 34),
        ("- picture: {files: [{file: a.png, alt: '[ก](https://a.th)'}]}", 41),
        ("- landscape: [{picture: {file: a.png, alt: '{ref:ก}'}}]", 45),
        ("- steps: [{text: ก, paragraphs: [{picture: {file: a.png, alt: '^[ก]'}}]}]", 64),
        # what is no mark, or is one of a text that has them, is well
        ("- picture: {file: a.png, alt: '2*3*4 และ a_b'}", None),
        ("- picture: {file: a.png, alt: ก, source: '**ข**'}", None),
        ("- {picture: {file: a.png}, caption: '**ข**'}", None),
        ("- picture: {files: [{file: a.png, caption: '**ข**'}]}", None),
    ],
)
def test_a_mark_in_an_alternative_text_is_told_where_it_stands(
    clause: str, column: int | None, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(encoded(picture(40, 30), "PNG"))
    places = []
    for diagnostic in api.check(project_of(tmp_path, f"{clause}\n")):
        if diagnostic.code == "W515":
            places.append((diagnostic.location.line - FIRST_LINE + 1, diagnostic.location.column))
    expected = [] if column is None else [(1, column)]
    assert places == expected
