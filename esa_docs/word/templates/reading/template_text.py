"""The literal text of a template comes in through the same door as content: mended, or refused (E228).

Only what cannot be meant is touched: signs of old Thai fonts become the letters that they draw. Blanks stay
as they are, for in a template they stand where its author put them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import A, M, w

_TEXTS: Final = (w("t"), w("instrText"), f"{{{M}}}t", f"{{{A}}}t")
"""Texts of runs, fields, formulas and drawings."""
_FIELD: Final = w("fldSimple")
_INSTRUCTION: Final = w("instr")
_WORD_OF_OLD_FONT: Final = re.compile("[^\\s\uf700-\uf71a]*[\uf700-\uf71a]\\S*")
_MOST_NEIGHBOURS: Final = 12

Element = Any


def take_in_text(roots: Iterable[Element], file_label: str) -> None:
    """Mend the text of the parts of a template, in place.

    Args:
        roots: roots of the parts with text.
        file_label: how diagnostics name the template.

    Raises:
        ContentError: a character may not stand in a document (E228); each is told once, with its neighbours.
    """
    diagnostics: dict[str, Diagnostic] = {}
    for root in roots:
        for text in _mended_texts(root):
            for index, character in thai.refused_characters(text):
                diagnostics.setdefault(character, _refused(text, index, file_label))
    if diagnostics:
        raise ContentError(list(diagnostics.values()))


def _mended_texts(root: Element) -> Iterator[str]:
    """Mend the texts of a part, and generate those that have more than ASCII."""
    for element in root.iter(*_TEXTS):
        if element.text and not element.text.isascii():
            element.text = _mended(element.text)
            yield element.text
    for field in root.iter(_FIELD):
        instruction = field.get(_INSTRUCTION, "")
        if not instruction.isascii():
            instruction = _mended(instruction)
            field.set(_INSTRUCTION, instruction)
            yield instruction


def _mended(text: str) -> str:
    return _WORD_OF_OLD_FONT.sub(lambda word: thai.mend_text(word[0]), text)


def _refused(text: str, index: int, file_label: str) -> Diagnostic:
    code = f"U+{ord(text[index]):04X}"
    before = text[max(0, index - _MOST_NEIGHBOURS) : index]
    behind = text[index + 1 : index + 1 + _MOST_NEIGHBOURS]
    message = _("the text of the template holds {code}, which no document may hold: {before}[{code}]{behind}")
    hint = _("Delete the sign in Word at this place, and type what is meant.")
    words = message.format(code=code, before=before, behind=behind)
    return Diagnostic("E228", words, Location(file_label), hint)
