"""Word templates with docxtpl's tags, compiled once.

Each part with tags becomes Jinja source; the parts that never change become a package. Text and tags of a run
become one call of a run writer, which splits the values of tags by script, digits and spaces together with
the text around them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from jinja2 import TemplateSyntaxError

from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.linked_parts import package_maker
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.ooxml.xml_parts import serialise_part
from esa_docs.word.core_properties import CORE_PART
from esa_docs.word.mark_styles import mark_styles
from esa_docs.word.page_size import text_area
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.faults.faults import uncompilable, wrong_tag
from esa_docs.word.templates.filling.compiled_template import CompiledTemplate
from esa_docs.word.templates.filling.mending import part_menders
from esa_docs.word.templates.filling.sandbox import TemplateEnvironment
from esa_docs.word.templates.loops.copies import CopyPlan
from esa_docs.word.templates.loops.copying import copy_safe_parts
from esa_docs.word.templates.loops.numbered_lists import NUMBERING_PART
from esa_docs.word.templates.part_sources import SourceMaker
from esa_docs.word.templates.reading.template_parts import STYLES_PART, is_rendered, read_parts
from esa_docs.word.templates.reading.template_text import take_in_text
from esa_docs.word.templates.tags.plain_parts import PlainParts
from esa_docs.word.templates.tags.printed_braces import stray_brace_warnings
from esa_docs.word.theme import Look, contents_styles, use_look

_UNCOMPILABLE: Final = (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError)
"""What Python raises for tags within too many tags, and for a number of too many digits."""

Element = Any


@lru_cache(maxsize=32)
def compile_template(data: bytes, file_label: str, look: Look) -> CompiledTemplate:
    """Return a Word file as a compiled template. Equal templates are compiled once in a process.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.
        look: font, sizes and digits.

    Raises:
        ContentError: it is no Word file (E302) or one of another sort (E311, E321), a tag is wrong (E303),
            not supported (E305), within too many others (E310), or where it cannot stand (E312, E315, E316,
            E322), or a character may not stand in its text (E228).
    """
    template_parts = read_parts(data, file_label)
    roots = template_parts.roots
    styles = contents_styles(roots[STYLES_PART])
    for root in roots.values():
        use_look(root, look)
    take_in_text([roots[name] for name in template_parts.text_parts], file_label)
    plain_parts = PlainParts(file_label)
    copy_safe = copy_safe_parts(template_parts, look.numerals, plain_parts.plain_tags)
    styles_of_marks = mark_styles(roots[STYLES_PART])
    compiler = SourceMaker(file_label, look.numerals, styles_of_marks)
    sources = compiler.sources(copy_safe.sources, roots, plain_parts.prepared)
    unchanging_parts = _unchanging_parts(template_parts.package, roots, copy_safe.plan)
    return CompiledTemplate(
        file_label=file_label,
        parts=_jinja_templates(compiler, sources, file_label),
        sources=sources,
        menders=part_menders(sources),
        make_package=package_maker(unchanging_parts),
        numerals=look.numerals,
        mark_styles=styles_of_marks,
        family=look.font,
        styles=unchanging_parts[STYLES_PART],
        contents_styles=styles,
        toc_instruction=compiler.toc_instruction,
        entries_end_toc=compiler.entries_end_toc,
        caption_lists=compiler.caption_lists,
        area=text_area(roots[DOCUMENT_PART]),
        copy_plan=copy_safe.plan,
        diagnostics=(*template_parts.diagnostics, *stray_brace_warnings(plain_parts.prepared, file_label)),
    )


def _jinja_templates(
    compiler: SourceMaker, sources: Mapping[str, PartSource], file_label: str
) -> dict[str, Any]:
    # All sources come first: each may add run writers, which are filters of the one environment.
    environment = TemplateEnvironment(compiler.writers)
    return {name: _jinja_template(environment, source, file_label) for name, source in sources.items()}


def _unchanging_parts(
    package: Mapping[str, bytes], roots: Mapping[str, Element], plan: CopyPlan
) -> dict[str, bytes]:
    """Return the bytes of the parts that are the same in all documents of a template."""
    parts = {}
    for name, data in package.items():
        changes = name == CORE_PART or (name == NUMBERING_PART and plan.numbering)
        if is_rendered(name) or changes:
            continue
        # The look of the office may have changed whatever is XML.
        if name in roots:
            parts[name] = serialise_part(roots[name])
        else:
            parts[name] = data
    return parts


def _jinja_template(environment: TemplateEnvironment, part: PartSource, file_label: str) -> Any:
    try:
        return environment.from_string(part.source)
    except TemplateSyntaxError as fault:
        raise ContentError([wrong_tag(part, fault, file_label)]) from fault
    except _UNCOMPILABLE as fault:
        raise ContentError([uncompilable(fault, file_label)]) from fault
