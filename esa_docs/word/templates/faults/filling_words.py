"""Words of the reader for what Python and Jinja raise while a template is filled in.

They go by the type of a fault and by its attributes. The text of a fault is quoted only where its type says
nothing.
"""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, UndefinedError
from jinja2.exceptions import FilterArgumentError, SecurityError, TemplateRuntimeError
from jinja2.sandbox import MAX_RANGE
from jinja2.utils import missing

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.faults.parser_words import Words, words_of_wrong_tag


class UnprintableValueError(TypeError):
    """A tag's value is None, or neither text nor an exact number.

    Attributes:
        type: its type in Python.
    """

    def __init__(self, value: object) -> None:
        super().__init__(type(value).__name__)
        self.type = type(value)


class PythonNotationError(TypeError):
    """A tag asks for a value as Python writes it."""


class UnprintableSignError(ValueError):
    """A tag gives a text with a character that no Word file can hold.

    Attributes:
        character: the character.
    """

    def __init__(self, character: str) -> None:
        super().__init__(f"U+{ord(character):04X}")
        self.character = character


class UnfitCellError(ValueError):
    """A value fits no cell or no table of Word; its text says why, in words of the reader.

    Attributes:
        hint: the cure.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class DocxtplValueError(TypeError):
    """A tag's value is an object of docxtpl, such as a RichText, which holds XML.

    Attributes:
        type_name: name of its class.
    """

    def __init__(self, type_name: str) -> None:
        super().__init__(type_name)
        self.type_name = type_name


class MissingMemberError(UndefinedError):
    """A list has no such member, or a mapping no such key: with the values of another paper it may have."""


class MissingValue(StrictUndefined):
    """A value that the content does not have: it says so in words of the reader."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        is_key = isinstance(obj, dict) and not str(name).isascii()
        if exc is UndefinedError and (hint or is_key):
            exc = MissingMemberError
        super().__init__(hint, obj, name, exc)

    @property
    def _undefined_message(self) -> str:
        """Jinja asks for this text when something is done with the value."""
        if self._undefined_exception is SecurityError:
            return _("'{name}' is closed to templates").format(name=self._undefined_name)
        if self._undefined_hint:
            return _("a list is empty, or a condition has no else")
        name = self._undefined_name
        if self._undefined_obj is missing:
            return _("there is no '{name}'").format(name=name)
        owner = sort_in_words(type(self._undefined_obj))
        return _("there is no '{name}' in {owner}").format(name=name, owner=owner)


def sort_in_words(value_type: type) -> str:
    """Return the sort of a value of a type in words, which never name a type of Python or of Jinja."""
    words = _words_of_types()
    # The check has lists of its own, which are lists to the reader.
    for known_type in value_type.__mro__:
        if known_type.__name__ in words:
            return words[known_type.__name__]
    return _("a value of another sort")


def _words_of_types() -> dict[str, str]:
    """Return the words for each sort of value, by the name of its type."""
    return {
        "NoneType": _("a value that is empty"),
        "bool": _("a yes or no"),
        "builtin_function_or_method": _("a function that is not called"),
        "Cycler": _("a tool of the template that is not called"),
        "dict": _("a group of values"),
        "dict_items": _("a list"),
        "dict_keys": _("a list"),
        "dict_values": _("a list"),
        "float": _("a number that is not exact"),
        "function": _("a function that is not called"),
        "generator": _("a list"),
        "int": _("a number"),
        "Joiner": _("a tool of the template that is not called"),
        "list": _("a list"),
        "LoopContext": _("the loop itself"),
        "Macro": _("a macro that is not called"),
        "Markup": _("a text"),
        "method": _("a function that is not called"),
        "Namespace": _("a group of values"),
        "range": _("a list"),
        "str": _("a text"),
        "TemplateReference": _("the template itself"),
        "tuple": _("a list"),
        "type": _("a function that is not called"),
    }


def words_of_filling(fault: Exception) -> Words:
    """Return why a tag cannot be filled in, and what to do."""
    if isinstance(fault, UnfitCellError):
        return str(fault), fault.hint
    if isinstance(fault, PythonNotationError):
        reason = _("a filter writes values in the notation of a program, which no paper shows")
        return reason, _("Delete this filter and the sign before it.")
    return _words_by_type(fault)


def _words_by_type(fault: Exception) -> Words:
    match fault:
        case UnprintableValueError():
            reason = _("the tag gives {sort}, and only a text or a whole number can be printed")
            hint = _("Name the value in it that is meant, or put a loop around the tag.")
            return reason.format(sort=sort_in_words(fault.type)), hint
        case UnprintableSignError():
            reason = _("the tag gives the character U+{code:04X}, which a Word file cannot hold")
            hint = _("Delete this character from the tag.")
            return reason.format(code=ord(fault.character)), hint
        case TemplateNotFound():
            reason = _("it asks for another template, '{name}', and every template stands by itself")
            hint = _("Delete the tag, and copy what it is to bring into this template.")
            return reason.format(name=fault.name), hint
        case FilterArgumentError():
            return _("a filter is given something that it does not take"), _hint_of_values()
        case TemplateRuntimeError():
            # Inside a condition Jinja looks for a filter only where the condition holds.
            return words_of_wrong_tag(fault.message or "")
    return _words_of_python(fault)


def _words_of_python(fault: Exception) -> Words:  # noqa: C901, PLR0911 a flat match
    """Return the words for what no type of ours or of Jinja says."""
    match fault:
        case ZeroDivisionError():
            return _("a number is divided by 0"), _("Put a condition around the tag: {% if … %}.")
        case OverflowError():
            reason = _("a number is too large; range takes {most} numbers at most")
            return reason.format(most=MAX_RANGE), _("Write a smaller number into the tag.")
        case IndexError() | KeyError():
            return _("a format asks for more values than it is given"), _hint_of_values()
        case LookupError():
            reason = _("a tag asks for something that is not there, such as an unknown encoding")
            return reason, _hint_of_values()
        case TypeError() | AttributeError():
            reason = _("a value is not of the sort that is needed here, such as a text in place of a list")
            return reason, _hint_of_values()
        case ValueError():
            reason = _("a value has not the form that is needed here, such as a row with too few columns")
            return reason, _hint_of_values()
        case RuntimeError():
            return _("a function is given nothing to work with, such as an empty list"), _hint_of_values()
        case AssertionError():
            return _("a filter is given something that it does not take"), _hint_of_values()
    if not str(fault):
        return _("a filter, a test or a function fails"), _hint_of_values()
    return _("a filter, a test or a function fails ({reason})").format(reason=fault), _hint_of_values()


def _hint_of_values() -> str:
    return _("Look which values the tag works with: a text, a number or a list.")
