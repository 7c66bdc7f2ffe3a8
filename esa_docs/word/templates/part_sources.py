"""Parts of a template as Jinja source: each run of text calls the writer of its style."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.contents import PLACEHOLDER, CaptionList, caption_list_of
from esa_docs.word.drawings import declare_drawing_namespaces
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.runs import RunStyle, RunWriter, make_instruction_writer, make_run_writer
from esa_docs.word.templates.cleaning.field_markers import MARKER_CLOSE, MARKER_OPEN, read_marker
from esa_docs.word.templates.cleaning.run_styles import first_tag, run_style
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.faults.faults import unsupported_tag
from esa_docs.word.templates.faults.source_lines import in_lines
from esa_docs.word.templates.faults.statement_sources import (
    statement_source,
    text_before_a_tag,
    with_lone_texts,
)
from esa_docs.word.templates.reading.namespaces import declarations
from esa_docs.word.templates.tags.formula_text import with_digits_of_formulas
from esa_docs.word.templates.tags.tags import balanced_pieces, has_tag, is_definition, is_statement

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT_RUN: Final = re.compile(
    r"<w:r>(?:<w:rPr>(?P<properties>(?:(?!</w:rPr>).)*)</w:rPr>)?"
    r'<w:t(?: xml:space="preserve")?>(?P<text>(?:(?!</w:t>).)*)</w:t></w:r>',
    re.DOTALL,
)
"""A run that holds one text and nothing else."""
_INSTRUCTION_RUN: Final = re.compile(
    _TEXT_RUN.pattern.replace("w:t(?:", "w:instrText(?:").replace("/w:t>", "/w:instrText>"), re.DOTALL
)
"""A run that holds a piece of the instruction of a field and nothing else."""
_ENTRY_MARKER: Final = re.compile(f"{MARKER_OPEN}(?P<body>.*?){MARKER_CLOSE}", re.DOTALL)
_CONTENTS_PARAGRAPH: Final = re.compile(
    rf"<w:p>(?:(?!</w:p>).)*?{MARKER_OPEN}(?P<body>[0-9A-F]+;){MARKER_CLOSE}.*?</w:p>", re.DOTALL
)
"""The paragraph with the marker of the contents. Unlike that of an entry this marker has no text."""


Element = Any


class SourceMaker:
    """Turns parts into Jinja source, and gathers the run styles they use.

    Attributes:
        toc_instruction: instruction of the TOC field; empty until a part has one.
        entries_end_toc: whether the field ends with its entries, and not behind them in the template.
        caption_lists: the lists of captions, each by the name of its list.
    """

    def __init__(self, file_label: str, numerals: thai.Numerals, styles_of_marks: MarkStyles) -> None:
        self._file_label = file_label
        self._numerals = numerals
        self._styles_of_marks = styles_of_marks
        self._declarations = ""
        self._part = PartSource("", "", "")
        self._writer_numbers: dict[tuple[str, Callable[[RunStyle], RunWriter]], int] = {}
        self._writers: list[RunWriter] = []
        self.toc_instruction = ""
        self.entries_end_toc = False
        self.caption_lists: dict[str, CaptionList] = {}

    @property
    def writers(self) -> tuple[RunWriter, ...]:
        """The run writers of the styles so far; the source calls each by its number, from 0 on."""
        return tuple(self._writers)

    def sources(
        self, xml_of_part: Mapping[str, str], roots: Mapping[str, Element], prepared: Mapping[str, str]
    ) -> dict[str, PartSource]:
        """Return the Jinja source of each part.

        Args:
            xml_of_part: the parts with plain tags.
            roots: their roots.
            prepared: their XML before tags became plain.
        """
        sources = {}
        for name, xml in xml_of_part.items():
            self._part = PartSource(name, prepared[name], "")
            source = self._source(xml, declarations(roots[name]))
            # The source of the document has the notes at their references.
            notes = prepared if name == DOCUMENT_PART else {}
            sources[name] = PartSource(name, prepared[name], source, notes)
        return sources

    def _source(self, xml: str, declared_namespaces: str) -> str:
        """Return the Jinja source of a part with plain tags.

        Args:
            xml: the part.
            declared_namespaces: the attributes by which its root declares them.
        """
        self._declarations = declared_namespaces
        xml = _CONTENTS_PARAGRAPH.sub(self._contents_placeholder, xml)
        xml = _INSTRUCTION_RUN.sub(self._instruction_source, xml)
        xml = with_digits_of_formulas(xml, self._numerals)
        xml = with_lone_texts(_TEXT_RUN.sub(self._run_source, xml))
        xml = in_lines(xml)
        return _DECLARATION + declare_drawing_namespaces(xml)

    def _contents_placeholder(self, match: re.Match[str]) -> str:
        """Return what stands in the source for the contents, and remember the instruction of their field."""
        fields, _text = read_marker(match["body"])
        caption_list = caption_list_of(fields["instruction"])
        if caption_list:
            self.caption_lists[caption_list] = CaptionList(fields["instruction"], bool(fields["ends_field"]))
            return PLACEHOLDER + caption_list
        self.toc_instruction = fields["instruction"]
        self.entries_end_toc = bool(fields["ends_field"])
        return PLACEHOLDER

    def _run_source(self, match: re.Match[str]) -> str:
        """Return the source of a run of text: an entry of the contents, or the pieces of the text."""
        text = match["text"]
        entry_marker = _ENTRY_MARKER.fullmatch(text)
        if entry_marker is not None:
            return _entry_source(entry_marker["body"])
        number = self._writer_number(match["properties"] or "", self._make_text_writer)
        return "".join(self._piece_source(piece, number) for piece in balanced_pieces(text))

    def _instruction_source(self, match: re.Match[str]) -> str:
        """Return the source of a piece of an instruction, split by script as any text where that matters."""
        text = match["text"]
        is_thai = any(is_complex for _piece, is_complex in thai.script_runs(text))
        if not has_tag(text) and not is_thai:
            return match[0]
        number = self._writer_number(match["properties"] or "", make_instruction_writer)
        return "".join(self._piece_source(piece, number) for piece in balanced_pieces(text))

    def _piece_source(self, text: str, number: int) -> str:
        """Return the source of a piece of a run: text without tags is written now, all else when rendered."""
        if is_definition(text):
            return text
        if is_statement(text):
            return statement_source(text, number)
        if not has_tag(text):
            write_runs = self._writers[number]
            return write_runs(text)
        return f"{{% filter runs{number} %}}{text_before_a_tag(text)}{{% endfilter %}}"

    def _writer_number(self, properties: str, make_writer: Callable[[RunStyle], RunWriter]) -> int:
        """Return the number of the run writer for these properties, a new one where there is none yet.

        Args:
            properties: the inside of the ``w:rPr`` of a run.
            make_writer: makes the writer from the style of the run.
        """
        key = (properties, make_writer)
        if key not in self._writer_numbers:
            if has_tag(properties):
                tag = first_tag(properties)
                paragraph = self._part.paragraph_with(re.compile(re.escape(tag)))
                raise ContentError([unsupported_tag(tag, self._file_label, paragraph)])
            style = run_style(properties, self._declarations)
            self._writer_numbers[key] = len(self._writers)
            self._writers.append(make_writer(style))
        return self._writer_numbers[key]

    def _make_text_writer(self, style: RunStyle) -> RunWriter:
        return make_run_writer(style, self._numerals, self._styles_of_marks)


def _entry_source(marker_body: str) -> str:
    """Return the source that adds an entry to the contents when rendered."""
    fields, tags = read_marker(marker_body)
    level, identifier = fields["level"], fields["identifier"]
    text = text_before_a_tag(tags)
    return f"{{% filter entry(_contents, {level}, '{identifier}') %}}{text}{{% endfilter %}}"
