"""Texts for the fields of a form in another system, ready to be pasted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field of a form.

    Attributes:
        name: name of the field, for programs.
        label: name of the field, for people.
        text: text to paste. Its digits are those that the document prints, each paragraph is a line. Empty
            where the content has nothing for the field.
    """

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with its fields.

    Attributes:
        code: code of the form, such as 1.2.3.
        file_name: name of its files without an ending.
        fields: its fields in the order of the Word file.
    """

    code: str
    file_name: str
    fields: tuple[FieldText, ...]
