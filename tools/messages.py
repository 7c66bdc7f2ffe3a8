"""Brings the Thai catalogue up to date: run it after a change of messages or translations; commit both files.

    python tools/messages.py

Messages are the texts inside ``_()`` and the descriptions of the JSON Schemas. New ones stand in esa_docs.po
with an empty translation, to be filled in there; translations of messages that are gone are dropped. Nothing
in the two files tells time, place or version, so equal messages give equal files.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import esa_docs
from esa_docs.kinds import KINDS
from esa_docs.source.schema import schema_models

PACKAGE: Final = Path(esa_docs.__file__).parent
PO_FILE: Final = PACKAGE / "locale" / "th" / "LC_MESSAGES" / "esa_docs.po"
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
        """Give the header."""
        return list(HEADER.items())

    @mime_headers.setter
    def mime_headers(self, _headers: Iterable[tuple[str, str]]) -> None:
        """Leave the header as it is, whatever is given; Babel's own can be set."""


def messages_in_code(package: Path) -> Iterator[str]:
    """Give the texts inside ``_()``.

    Read from the syntax tree: before Python 3.12 Babel does not see calls that stand inside f-strings.
    """
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                yield from (
                    one.value
                    for one in node.args
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


def messages_in_schemas() -> Iterator[str]:
    """Give the descriptions of all JSON Schemas, as ``esa_docs.source.schema`` looks them up."""
    for model in schema_models(KINDS).values():
        yield from (" ".join(text.split()) for text in _descriptions(model.model_json_schema()))


def _descriptions(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _descriptions(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "description" and isinstance(one, str):
                yield one
            else:
                yield from _descriptions(one)


def gather_messages() -> list[str]:
    """Give every message of the package, sorted, each once."""
    return sorted({*messages_in_code(PACKAGE), *messages_in_schemas()})


def read_translations(po_file: Path) -> dict[str, str]:
    """Give the translations of a catalogue less those marked as a guess; none where there is no file."""
    if not po_file.exists():
        return {}
    with po_file.open("rb") as file:
        return {
            str(one.id): str(one.string) for one in read_po(file, locale="th") if one.id and not one.fuzzy
        }


def write_catalogue(translations: Mapping[str, str], po_file: Path) -> None:
    """Write a catalogue, and beside it the compiled form that programs read."""
    catalogue = Catalogue(locale="th", header_comment="# Thai texts of esa-docs.", fuzzy=False)
    for message, translation in sorted(translations.items()):
        # Babel guesses flags such as python-format, and each version guesses others.
        catalogue.add(message, translation).flags.clear()
    po_file.parent.mkdir(parents=True, exist_ok=True)
    with po_file.open("wb") as file:
        write_po(file, catalogue, width=0)
    with po_file.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def main() -> None:
    """Update both files and tell what is left to translate."""
    known = read_translations(PO_FILE)
    translations = {message: known.get(message, "") for message in gather_messages()}
    write_catalogue(translations, PO_FILE)
    missing = [message for message, translation in translations.items() if not translation]
    sys.stdout.write(f"{len(translations)} messages, {len(missing)} without translation\n")
    sys.stdout.writelines(f"  {message!a}\n" for message in missing)


if __name__ == "__main__":
    main()
