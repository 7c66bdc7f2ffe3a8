"""Texts of the fields of a form elsewhere, ready to be pasted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field of a form.

    Attributes:
        name: by which programs know it.
        label: by which people know it.
        text: what is pasted: digits as the document prints them, a line for each paragraph, empty where
            nothing is known.
    """

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with its fields.

    Attributes:
        code: by which it is asked for, such as 1.2.3.
        file_name: name of its files without an ending.
        fields: its fields in the order of the Word file.
    """

    code: str
    file_name: str
    fields: tuple[FieldText, ...]
