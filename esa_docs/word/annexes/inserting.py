"""Headings and content of annexes, put into a document that is filled in, before its blocks are.

A comment stands where each annex begins. `sections` makes sections of them when the file is finished.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from esa_docs.model.document import Context
from esa_docs.word.annexes.labels import AnnexLabel
from esa_docs.word.annexes.own_styles import annex_styles
from esa_docs.word.contents import Contents, identifier_of
from esa_docs.word.runs import RunStyle, escape, make_run_writer

if TYPE_CHECKING:
    from esa_docs.word.templates.filling.compiled_template import CompiledTemplate

SECTION: Final = "<w:sectPr"
_TOP_LEVEL: Final = 1


def begin_mark(number: int) -> str:
    """Return what stands where an annex begins, until it is a section.

    Args:
        number: which annex of the paper it is, from 1.
    """
    return f"<!--esa annex {number}-->"


def file_mark(number: int) -> str:
    """Return what stands where a Word file is to be put in."""
    return f"<!--esa annex file {number}-->"


def insert_annexes(
    xml: str, annexes: Sequence[Context], template: CompiledTemplate, contents: Contents
) -> str:
    """Return a document part with its annexes before the properties of its last section.

    Args:
        xml: the part, filled in.
        annexes: the annexes as the context has them, printed.
        template: the template.
        contents: the contents, where headings are entered if the template has any.
    """
    pieces = []
    for annex in annexes:
        if annex["label"].is_printed:  # type: ignore[attr-defined]
            pieces.append(_annex(annex, template, contents))
    before, section, behind = xml.rpartition(SECTION)
    return f"{before}{''.join(pieces)}{section}{behind}"


def _annex(annex: dict[str, Any], template: CompiledTemplate, contents: Contents) -> str:
    """Return an annex: its mark, heading and title, and its paragraphs or the mark of its file."""
    styles = annex_styles(template.styles.decode())
    write_runs = make_run_writer(RunStyle(), template.numerals, template.mark_styles)
    label: AnnexLabel = annex["label"]
    heading = label.around(write_runs(escape(annex["heading"])))
    if template.toc_instruction:
        entry = f"{annex['heading']} {annex['title']}"
        heading += contents.add(entry, _TOP_LEVEL, identifier_of(template.toc_instruction))
    pieces = [begin_mark(label.number), _paragraph(styles.heading, heading)]
    pieces.append(_paragraph(styles.title, write_runs(escape(annex["title"]))))
    for text in annex["paragraphs"]:
        pieces.append(_paragraph(styles.text, write_runs(escape(text))))
    if annex["is_word_file"]:
        pieces.append(file_mark(label.number))
    return "".join(pieces)


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
