"""The literal text of a template: signs of old fonts are mended, what no document may hold is refused."""

from __future__ import annotations

import pytest
from filling import FILE_LABEL, fill_in
from word_files import template

from esa_docs.diagnostics import ContentError


@pytest.mark.parametrize("code", [0x202E, 0xE000, 0xFFFD, 0x200F, 0xE0041])
def test_a_character_that_no_document_may_hold_is_told_once(code: int) -> None:
    word = f"ก่อน{chr(code)}หลัง"
    with pytest.raises(ContentError) as error_info:
        fill_in(template(word, word, header=word))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == ("E228", FILE_LABEL)
    assert f"ก่อน[U+{code:04X}]หลัง" in diagnostic.message


def test_all_sorts_are_told_at_once() -> None:
    with pytest.raises(ContentError) as error_info:
        fill_in(template("ก\u202eข", "ค\ue000ง"))
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E228", "E228"]


def test_signs_of_old_fonts_become_their_letters_and_blanks_stay() -> None:
    document = str(fill_in(template(" ที\uf70aนี้\u00a0 {{ one }}")))
    plain = str(fill_in(template(" ที่นี้\u00a0 {{ one }}")))
    assert document == plain
