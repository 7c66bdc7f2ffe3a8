"""Word templates with docxtpl's tags, compiled once: the only module that knows docxtpl.

A template is compiled to Jinja source per part and a package of the parts that never change. Text and tags
of one run become one call of a run writer, so that whatever a tag gives is split by script, digits and spaces
as the rest of the text. What is rendered needs no XML to be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.area import Area
from esa_docs.ooxml.linked_parts import LinkedPart, package_maker
from esa_docs.ooxml.names import local, w
from esa_docs.ooxml.package import DOCUMENT_PART, NotAPackageError, extend_package, read_package
from esa_docs.word.contents import PLACEHOLDER, Contents
from esa_docs.word.core_properties import CORE_PART, core_properties
from esa_docs.word.drawings import insert_drawings, parts_needed, with_drawing_names
from esa_docs.word.page_size import text_area
from esa_docs.word.prepare import MARKER_CLOSE, MARKER_OPEN, parse_part, prepare_part, read_marker
from esa_docs.word.runs import RunStyle, RunWriter, make_run_writer
from esa_docs.word.sandbox import TemplateEnvironment
from esa_docs.word.tags import balanced_pieces, has_tag, is_statement, refused_tag
from esa_docs.word.theme import Look, contents_styles, use_look

_RENDERED: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TEXT_RUN: Final = re.compile(
    r"<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?"
    r'<w:t(?: xml:space="preserve")?>((?:(?!</w:t>).)*)</w:t></w:r>',
    re.DOTALL,
)
_MARKER: Final = re.compile(f"{MARKER_OPEN}(.*?){MARKER_CLOSE}", re.DOTALL)
_MARKED_PARAGRAPH: Final = re.compile(
    rf"<w:p>(?:(?!</w:p>).)*?{MARKER_OPEN}([0-9A-F]+;){MARKER_CLOSE}.*?</w:p>", re.DOTALL
)
_BREAK_BEFORE_PARAGRAPH: Final = re.compile(r"<w:p(?=[ >])")
_FAULTS: Final = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template ready to be filled.

    Attributes:
        file_label: how diagnostics name it.
        parts: Jinja template of each part that changes.
        package: packs the parts that do not, with those that drawings refer to.
        numerals: digits of the document.
        contents_styles: paragraph style id of each level of the contents.
        toc: instruction of the TOC field; empty where the template has none.
        area: room for text on its smallest page.
    """

    file_label: str
    parts: Mapping[str, Any]
    package: Callable[[tuple[LinkedPart, ...]], bytes]
    numerals: thai.Numerals
    contents_styles: Mapping[int, str]
    toc: str
    area: Area

    def render(self, context: Mapping[str, Any], properties: Mapping[str, str]) -> bytes:
        """Fill the template in and give the Word file.

        Raises:
            ContentError: a tag cannot be filled in (E304 to E307).
        """
        contents = Contents(self.numerals, self.contents_styles)
        values = {**context, "_contents": contents, "_next_id": count(1).__next__}
        rendered = {name: self._fill(name, values) for name in self.parts}
        if self.toc:
            text = rendered[DOCUMENT_PART]
            rendered[DOCUMENT_PART] = text.replace(PLACEHOLDER, contents.paragraphs(self.toc))
        drawings = context.get("drawings", ())
        rendered = {name: insert_drawings(text, drawings) for name, text in rendered.items()}
        parts = {name: text.encode() for name, text in rendered.items()}
        parts[CORE_PART] = core_properties(properties)
        return extend_package(self.package(parts_needed(rendered[DOCUMENT_PART], drawings)), parts)

    def _fill(self, name: str, values: Mapping[str, Any]) -> str:
        try:
            text: str = self.parts[name].render(values)
        except _FAULTS as fault:
            raise ContentError([_render_fault(fault, self.file_label)]) from fault
        return text


@lru_cache(maxsize=32)
def compile_template(data: bytes, file_label: str, look: Look) -> CompiledTemplate:
    """Compile a template; equal templates are compiled once in a process.

    Args:
        data: the Word file.
        file_label: how diagnostics name it.
        look: font, sizes and digits.

    Raises:
        ContentError: it is no Word file (E302), a tag is wrong (E303) or not supported (E305).
    """
    try:
        package = read_package(data)
        roots = {name: parse_part(data) for name, data in package.items() if name.endswith(".xml")}
        _document, styles = roots[DOCUMENT_PART], contents_styles(roots["word/styles.xml"])
    except (NotAPackageError, etree.XMLSyntaxError, KeyError) as fault:
        message = _("a Word file (.docx) is expected as template")
        hint = _("Open it in Word and save it as .docx.")
        raise ContentError([Diagnostic("E302", message, Location(file_label), hint)]) from fault
    for root in roots.values():
        use_look(root, look)
    compiler = _Compiler(file_label, look.numerals)
    sources = {name: compiler.source(root) for name, root in roots.items() if _RENDERED.fullmatch(name)}
    static = {
        name: etree.tostring(roots[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        if name in roots
        else content
        for name, content in package.items()
        if name not in sources and name != CORE_PART
    }
    environment = TemplateEnvironment(compiler.writers)
    parts = {name: _jinja(environment, source, file_label) for name, source in sources.items()}
    area = text_area(roots[DOCUMENT_PART])
    return CompiledTemplate(
        file_label, parts, package_maker(static), look.numerals, styles, compiler.toc, area
    )


class _Compiler:
    """Turns prepared parts into Jinja source, gathering the run styles they use."""

    def __init__(self, file_label: str, numerals: thai.Numerals) -> None:
        self._file_label = file_label
        self._numerals = numerals
        self._styles: dict[str, RunWriter] = {}
        self.toc = ""

    @property
    def writers(self) -> tuple[RunWriter, ...]:
        return tuple(self._styles.values())

    def source(self, root: Any) -> str:
        prepare_part(root, self._numerals)
        for paragraph in root.iter(w("p")):
            refused = refused_tag("".join(paragraph.itertext(w("t"), with_tail=False)))
            if refused:
                raise ContentError([_unsupported(refused, self._file_label)])
        patched = DocxTemplate.patch_xml(None, etree.tostring(root, encoding="unicode"))
        patched = _MARKED_PARAGRAPH.sub(self._contents, patched)
        patched = _TEXT_RUN.sub(self._run, patched)
        declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return declaration + with_drawing_names(_BREAK_BEFORE_PARAGRAPH.sub("\n<w:p", patched))

    def _contents(self, match: re.Match[str]) -> str:
        fields, _text = read_marker(match[1])
        self.toc = fields["instruction"]
        return PLACEHOLDER

    def _run(self, match: re.Match[str]) -> str:
        properties, text = match[1] or "", match[2]
        marked = _MARKER.fullmatch(text)
        if marked:
            fields, tags = read_marker(marked[1])
            level, identifier = fields["level"], fields["identifier"]
            return f"{{% filter entry(_contents, {level}, '{identifier}') %}}{tags}{{% endfilter %}}"
        number = self._style_number(properties)
        return "".join(self._piece(piece, number) for piece in balanced_pieces(text))

    def _piece(self, text: str, number: int) -> str:
        if is_statement(text):
            return text
        if not has_tag(text):
            return self.writers[number](text)
        return f"{{% filter runs{number} %}}{text}{{% endfilter %}}"

    def _style_number(self, properties: str) -> int:
        if properties not in self._styles:
            self._styles[properties] = make_run_writer(_run_style(properties), self._numerals)
        return list(self._styles).index(properties)


def _run_style(properties: str) -> RunStyle:
    if not properties:
        return RunStyle()
    root = etree.fromstring(f'<w:rPr xmlns:w="{w("")[1:-1]}">{properties}</w:rPr>'.encode())
    children = [(local(child.tag), _without_namespace(child)) for child in root]
    return RunStyle.of(children)


def _without_namespace(element: Any) -> str:
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns:w="[^"]*"', "", xml)


def _jinja(environment: TemplateEnvironment, source: str, file_label: str) -> Any:
    try:
        return environment.from_string(source)
    except TemplateSyntaxError as fault:
        near = _near(source, fault.lineno)
        message = _("the template has a wrong tag near '{near}' ({reason})").format(
            near=near, reason=fault.message
        )
        raise ContentError([Diagnostic("E303", message, Location(file_label), _compare_hint())]) from fault


def _near(source: str, line: int) -> str:
    lines = source.split("\n")
    text = re.sub(r"<[^>]+>|\{% (filter|endfilter).*?%\}", "", lines[line - 1])
    return " ".join(text.split())[:60]


def _unsupported(tag: str, file_label: str) -> Diagnostic:
    message = _("the tag '{tag}' is not supported").format(tag=tag)
    hint = _("Use a plain tag with two braces; the formatting of the tag is kept.")
    return Diagnostic("E305", message, Location(file_label), hint)


def _render_fault(fault: Exception, file_label: str) -> Diagnostic:
    code, message = "E307", _("the template cannot be filled in: {reason}")
    if isinstance(fault, UndefinedError):
        code, message = "E304", _("the template asks for something the content does not have: {reason}")
    elif isinstance(fault, SecurityError):
        code, message = "E306", _("the template asks for something that is not allowed: {reason}")
    return Diagnostic(code, message.format(reason=fault), Location(file_label), _compare_hint())


def _compare_hint() -> str:
    return _("Compare the tags with the shipped template.")
