"""Text of Word files whose fonts a machine lacks: it is laid out once more in the font of the paper.

What an engine takes in the place of such a font may have no Thai letters, and draws boxes. Only the PDF says
which fonts are lacking: so a copy is changed after its first layout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.foreign_fonts import with_family
from esa_docs.pages.layout_copy import LayoutCopy

Answers: TypeAlias = Mapping[str, LaidOut | EngineFault]
Convert: TypeAlias = Callable[[Mapping[str, LayoutCopy]], Answers]
"""A function that lays out copies."""


def with_whole_letters(copies: Mapping[str, LayoutCopy], answers: Answers, convert: Convert) -> Answers:
    """Return answers with those of papers in which a font was lacking made anew, in the font of the paper.

    They name the fonts that are lacking all the same. Where the new layout fails, the first one stays.

    Args:
        copies: the copies.
        answers: what an engine made of them.
        convert: lays out copies with this engine.
    """
    lacking_fonts: dict[str, tuple[str, ...]] = {}
    changed_copies: dict[str, LayoutCopy] = {}
    for key, answer in answers.items():
        if not isinstance(answer, LaidOut) or not answer.replaced_fonts:
            continue
        copy = copies[key]
        data = with_family(copy.data, answer.replaced_fonts, copy.fonts[0].name)
        if data != copy.data:
            lacking_fonts[key] = answer.replaced_fonts
            changed_copies[key] = replace(copy, data=data)
    whole_answers = dict(answers)
    for key, answer in convert(changed_copies).items():
        if isinstance(answer, LaidOut):
            whole_answers[key] = replace(answer, replaced_fonts=lacking_fonts[key])
    return whole_answers
