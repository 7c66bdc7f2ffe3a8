"""Bring the Thai catalogue up to date: run it after a change of messages or translations; commit both files.

    python tools/messages.py

Messages are the texts inside ``_()``, the descriptions and titles of the JSON Schemas (a title has its model
as context), and the meanings of the variables of templates. New ones stand in esa_docs.po with an empty
translation, to be filled in there; translations of messages that are gone are dropped. Nothing in the two
files tells time, place or version, so equal messages give equal files.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import esa_docs
from esa_docs.api.projects import every_form
from esa_docs.kinds import KINDS
from esa_docs.model.printed.shape import read_shape, variables_of
from esa_docs.source.schemas.schema import schema_in_english, schema_models
from esa_docs.source.schemas.schema_titles import title_messages

PACKAGE: Final = Path(esa_docs.__file__).parent
PO_FILE: Final = PACKAGE / "locale" / "th" / "LC_MESSAGES" / "esa_docs.po"
CONTEXT_END: Final = "\x04"
"""What stands between context and message in a key of a catalogue, as in the compiled form."""
HEADER: Final = {
    "Language": "th",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}


class Catalogue(Catalog):
    """A catalogue whose header names no date, person or version of Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header, as Babel reads it."""
        return list(HEADER.items())

    @mime_headers.setter
    def mime_headers(self, _headers: Iterable[tuple[str, str]]) -> None:
        """Ignore the header that Babel sets."""


def messages_in_code(package: Path) -> Iterator[str]:
    """Generate the texts inside ``_()``."""
    # The syntax tree is read, since Babel does not see calls inside f-strings before Python 3.12.
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _texts_of_call(node)


def _texts_of_call(call: ast.Call) -> Iterator[str]:
    """Generate the texts that a call translates; none where it calls another function than ``_``."""
    if not isinstance(call.func, ast.Name) or call.func.id != "_":
        return
    for argument in call.args:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def messages_in_schemas() -> Iterator[str]:
    """Generate the descriptions of all JSON Schemas, as ``esa_docs.source.schemas.schema`` looks them up."""
    for model in schema_models(KINDS).values():
        for description in _descriptions(model.model_json_schema()):
            yield " ".join(description.split())


def messages_of_titles() -> Iterator[str]:
    """Generate the titles of all JSON Schemas, each behind its context."""
    for name in schema_models(KINDS):
        for context, message in title_messages(schema_in_english(name, KINDS)):
            yield f"{context}{CONTEXT_END}{message}"


def messages_of_variables() -> Iterator[str]:
    """Generate the meanings of the variables of all templates."""
    for form in every_form():
        if form.printed:
            for variable in variables_of(read_shape(form.printed())):
                yield variable.meaning


def _descriptions(schema: Any) -> Iterator[str]:
    """Generate the descriptions in a schema, or in any value inside one."""
    if isinstance(schema, list):
        for item in schema:
            yield from _descriptions(item)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key == "description" and isinstance(value, str):
                yield value
            else:
                yield from _descriptions(value)


def gather_messages() -> list[str]:
    """Return every message of the package, sorted, each once; one with a context stands behind it."""
    messages = {*messages_in_code(PACKAGE), *messages_in_schemas(), *messages_of_titles()}
    messages.update(messages_of_variables())
    return sorted(messages)


def read_translations(po_file: Path) -> dict[str, str]:
    """Return the translations of a catalogue by message, behind its context; empty where there is no file.

    Translations that are marked as a guess (fuzzy) are left out.
    """
    if not po_file.exists():
        return {}
    with po_file.open("rb") as file:
        catalogue = read_po(file, locale="th")
    translations: dict[str, str] = {}
    for message in catalogue:
        if message.id and not message.fuzzy:
            translations[_key_of(message)] = str(message.string)
    return translations


def _key_of(message: Message) -> str:
    """Return a message behind its context; the message alone where it has none."""
    if message.context is None:
        return str(message.id)
    return f"{message.context}{CONTEXT_END}{message.id}"


def write_catalogue(translations: Mapping[str, str], po_file: Path) -> None:
    """Write a catalogue, and beside it the compiled form that programs read."""
    catalogue = Catalogue(locale="th", header_comment="# Thai texts of esa-docs.", fuzzy=False)
    for message, translation in sorted(translations.items()):
        context, _separator, text = message.rpartition(CONTEXT_END)
        # Babel guesses flags such as python-format, and each version guesses others.
        catalogue.add(text, translation, context=context or None).flags.clear()
    po_file.parent.mkdir(parents=True, exist_ok=True)
    with po_file.open("wb") as file:
        write_po(file, catalogue, width=0)
    with po_file.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def main() -> None:
    """Update both files, and print the messages without translation."""
    earlier_translations = read_translations(PO_FILE)
    translations = {message: earlier_translations.get(message, "") for message in gather_messages()}
    write_catalogue(translations, PO_FILE)
    missing = [message for message, translation in translations.items() if not translation]
    sys.stdout.write(f"{len(translations)} messages, {len(missing)} without translation\n")
    sys.stdout.writelines(f"  {message!a}\n" for message in missing)


if __name__ == "__main__":
    main()
