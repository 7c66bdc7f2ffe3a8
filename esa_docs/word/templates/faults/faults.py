"""Diagnostics of a template that cannot be compiled or filled in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.word.templates.faults.fault_places import PartSource, says_the_same
from esa_docs.word.templates.faults.filling_words import DocxtplValueError, UnfitCellError, words_of_filling
from esa_docs.word.templates.faults.paragraphs import TemplateParagraph
from esa_docs.word.templates.faults.parser_words import words_of_wrong_tag
from esa_docs.word.templates.faults.parts_of_words import place_of_words
from esa_docs.word.templates.faults.piece_faults import HeldPieceError
from esa_docs.word.templates.filling.bounds import TooLargeError, TooManyTurnsError

_LONGEST_QUOTE: Final = 60
_NAME: Final = re.compile(r"'(?P<name>\w+)'")
_TAG_OF_COLUMNS: Final = re.compile(r"\{%-?\s*(?:tc\b|colspan\b)")
_ASSIGNMENT_FAULT: Final = "cannot assign attribute"
_ASSIGNMENT_TO_PART: Final = re.compile(r"\{%-?\s*(?:p\s+)?set\s+\w+\.\w+")
_FRAME_OF_JINJA: Final = "__jinja_exception__"


class FillingError(ContentError):
    """A part of a template cannot be filled in.

    Attributes:
        part: its name.
        line: the line of its Jinja source at which the fault arose; 0 where none is known.
    """

    def __init__(self, fault: Exception, part: PartSource, file_label: str) -> None:
        super().__init__([filling_fault(fault, part, file_label)])
        self.part = part.name
        self.line = _line_of(fault)


def no_word_file(file_label: str) -> Diagnostic:
    """Return that a template is no Word file (E302)."""
    message = _("a Word file (.docx) is expected as template")
    hint = _("Open it in Word and save it as .docx.")
    return Diagnostic("E302", message, Location(file_label), hint)


def strict_form(file_label: str) -> Diagnostic:
    """Return that a template is a Word file of the strict form (E311)."""
    message = _("the template was saved as 'Strict Open XML Document', which cannot be filled in")
    hint = _("Open it in Word, choose Save As and the type 'Word Document (*.docx)'.")
    return Diagnostic("E311", message, Location(file_label), hint)


def tracked_changes(file_label: str) -> Diagnostic:
    """Return that a template has tracked changes (E313)."""
    message = _("the template has tracked changes; they were taken as accepted")
    hint = _("To see what is printed, accept or reject them in Word: Review, Accept All Changes.")
    return Diagnostic("E313", message, Location(file_label), hint, Severity.INFO)


def misplaced_drawing(file_label: str, tag: str, paragraph: TemplateParagraph | None) -> Diagnostic:
    """Return that the tag of a drawing stands where no drawing can stand (E314).

    Args:
        file_label: how diagnostics name the template.
        tag: the tag; empty where it cannot be told.
        paragraph: where it stands; None where it cannot be told.
    """
    message = _(
        "the tag of a picture or chart stands in a header, a footer, a note, a field or a description"
    )
    if tag:
        message = _("{fault}; near the tag '{tag}'").format(fault=message, tag=tag)
    hint = _("Put the tag into a paragraph of its own in the text.")
    return at_paragraph(Diagnostic("E314", message, Location(file_label), hint), paragraph)


def misplaced_note(file_label: str, words: str) -> Diagnostic:
    """Return that a note of the content stands where Word has none (E223), with the beginning of the note."""
    message = _("the note '{words}' stands in a header, a footer, a text box or another note").format(
        words=words
    )
    hint = _("Take the note out of the text, or put the tag of the text into the body of the template.")
    return Diagnostic("E223", message, Location(file_label), hint)


def misplaced_block(file_label: str, part_name: str, text: str) -> Diagnostic:
    """Return that a block stands where only words can stand (E124).

    Args:
        file_label: how diagnostics name the template.
        part_name: the part in which it stands.
        text: what the block says first.
    """
    place = place_of_words(part_name) or _("a link, a field or a cell")
    message = _("a table, picture, list or page break ('{text}') stands in {place} of the template")
    hint = _("There only words can stand: put the tag into a paragraph of its own in the text.")
    message = message.format(text=text[:_LONGEST_QUOTE], place=place)
    return Diagnostic("E124", message, Location(file_label), hint, field=part_name)


def wrong_tag(part: PartSource, fault: TemplateSyntaxError, file_label: str) -> Diagnostic:
    """Return that a tag is badly written (E303), with the words around it and its place."""
    near = _words_near(part, fault.lineno)
    reason, hint = words_of_wrong_tag(fault.message or "")
    message = _("the template has a wrong tag near '{near}' ({reason})").format(near=near, reason=reason)
    diagnostic = Diagnostic("E303", message, Location(file_label), hint or _compare_hint())
    return at_paragraph(diagnostic, part.paragraph(fault.lineno))


def unsupported_tag(tag: str, file_label: str, paragraph: TemplateParagraph | None) -> Diagnostic:
    """Return that a tag of docxtpl is refused (E305)."""
    message = _("the tag '{tag}' is not supported").format(tag=tag)
    hint = _("Use a plain tag with two braces; the formatting of the tag is kept.")
    return at_paragraph(Diagnostic("E305", message, Location(file_label), hint), paragraph)


def uncompilable(fault: Exception, file_label: str) -> Diagnostic:
    """Return that tags stand within too many others (E310), or that a tag is wrong in itself (E303)."""
    if isinstance(fault, ValueError):
        reason = _("a number has too many figures")
        message = _("the template has a wrong tag: {reason}").format(reason=reason)
        return Diagnostic("E303", message, Location(file_label), _compare_hint())
    return Diagnostic("E310", _too_deep(), Location(file_label), _depth_hint())


def filling_fault(fault: Exception, part: PartSource, file_label: str) -> Diagnostic:
    """Return why a template cannot be filled in (E304, E306 to E310, E319), with its place.

    Args:
        fault: what Jinja raised.
        part: the part in which it raised it.
        file_label: how diagnostics name the template.
    """
    code, message, hint = _words_of_fault(fault)
    line = _line_of(fault)
    name = _missing_name(fault)
    tags = " ".join(part.tags(line, name))[:_LONGEST_QUOTE]
    paragraph = part.paragraph(line, name) if tags else _paragraph_of(fault, part)
    if tags:
        message = _("{fault}; near the tag '{tag}'").format(fault=message, tag=tags)
    if paragraph and not says_the_same(paragraph.quote(), tags):
        message = _("{fault}, in '{text}'").format(fault=message, text=paragraph.quote(tags))
    return at_paragraph(Diagnostic(code, message, Location(file_label), hint), paragraph)


def _missing_name(fault: Exception) -> str:
    """Return the name that a value does not have; empty for any other fault."""
    match = _NAME.search(str(fault)) if isinstance(fault, UndefinedError) else None
    return match["name"] if match else ""


def _paragraph_of(fault: Exception, part: PartSource) -> TemplateParagraph | None:
    """Return where a fault stands of which Jinja tells no tag: an assignment, or a table of many columns."""
    if not part.prepared:
        return None
    if isinstance(fault, UnfitCellError):
        return part.paragraph_with(_TAG_OF_COLUMNS)
    if isinstance(fault, TemplateRuntimeError) and _ASSIGNMENT_FAULT in str(fault):
        return part.paragraph_with(_ASSIGNMENT_TO_PART)
    return None


def at_paragraph(diagnostic: Diagnostic, paragraph: TemplateParagraph | None) -> Diagnostic:
    """Return a diagnostic with the place of its paragraph; as it is where the paragraph is not known."""
    if paragraph is None:
        return diagnostic
    message = f"{diagnostic.message} ({paragraph.place})"
    return replace(diagnostic, message=message, field=paragraph.place, position=paragraph.position)


def _words_of_fault(fault: Exception) -> tuple[str, str, str]:  # noqa: C901, PLR0911 a flat match
    """Return code, message and hint of a fault."""
    match fault:
        case UndefinedError():
            text = _("the template asks for something the content does not have: {reason}")
            return "E304", text.format(reason=fault), _compare_hint()
        case SecurityError():
            text = _("the template asks for something that is not allowed: {reason}")
            return "E306", text.format(reason=fault), _compare_hint()
        case TooManyTurnsError():
            hint = _("Look at the list of the loop, and at macros that call themselves.")
            return "E308", _("a loop of the template does not come to its end"), hint
        case TooLargeError() | MemoryError():
            hint = _("Look at numbers such as widths and repetitions in the tag, and at loops.")
            return "E309", _("a tag of the template makes a far too long text or number"), hint
        case RecursionError():
            return "E310", _too_deep(), _depth_hint()
    if isinstance(fault, HeldPieceError):
        reason = _("what a macro or a block holds cannot be printed here: {reason}")
        return "E324", reason.format(reason=fault.reason), fault.cure
    if isinstance(fault, DocxtplValueError):
        return _words_of_docxtpl_value(fault)
    reason, hint = words_of_filling(fault)
    message = _("the template cannot be filled in: {reason}").format(reason=reason)
    return "E307", message, hint or _compare_hint()


def _words_of_docxtpl_value(fault: DocxtplValueError) -> tuple[str, str, str]:
    message = _("the value is a {name} of docxtpl, which the program does not print")
    hint = _("Hand in plain text; the tag keeps its formatting. A picture is handed in as a drawing.")
    return "E319", message.format(name=fault.type_name), hint


def _too_deep() -> str:
    return _("tags of the template stand within too many others, or a macro calls itself without an end")


def _depth_hint() -> str:
    return _("Put fewer loops and conditions into each other, and let no macro call itself.")


def _words_near(part: PartSource, line: int) -> str:
    """Return the words and tags of a line as somebody typed them, cut short; empty where there are none."""
    paragraph = part.paragraph(line)
    if paragraph is not None:
        return paragraph.quote()
    return part.line(line)[:_LONGEST_QUOTE]


def _line_of(fault: Exception) -> int:
    """Return the line of the Jinja source at which a fault arose; 0 where none is known."""
    line = 0
    trace = fault.__traceback__
    while trace is not None:
        # Jinja puts frames with lines of the source in place of those of its code, and marks them so.
        if _FRAME_OF_JINJA in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _compare_hint() -> str:
    return _("Compare the tags with the shipped template.")
