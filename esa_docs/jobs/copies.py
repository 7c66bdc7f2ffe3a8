"""The documents that one content file makes: itself, the papers of a meeting, a letter for each recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.model.document import Document
from esa_docs.model.letter import Addressee, Letter
from esa_docs.model.minutes import Minutes
from esa_docs.source.files import TEMPLATES_FOLDER

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_LONGEST: Final = 60


def copies_of(document: Document, root: Path) -> tuple[Document, ...]:
    """Give every document that is made of one: several go into a folder of its name.

    Args:
        document: what a content file says.
        root: project folder, whose templates the papers of a meeting use.
    """
    content = document.content
    if isinstance(content, Letter) and content.separate_files:
        return tuple(_letters(document, content))
    if isinstance(content, Minutes):
        return (document, *(_paper(document, paper, root) for paper in dict.fromkeys(content.papers)))
    return (document,)


def _letters(document: Document, content: Letter) -> Iterator[Document]:
    for number, one in enumerate(content.addressees, 1):
        alone = {"recipients": (one,), "recipients_from": None, "to": None}
        name = f"{document.name}/{number:03d}{_ending(one)}"
        yield replace(document, name=name, content=content.model_copy(update=alone), copy_of=document.name)


def _ending(addressee: Addressee) -> str:
    """Give the short name of an addressee as the end of a file's name, as every system allows it."""
    short = _NOT_IN_NAMES.sub("-", addressee.short or "")[:_LONGEST].strip("-. ")
    return f"-{short}" if short else ""


def _paper(document: Document, paper: str, root: Path) -> Document:
    template = root / TEMPLATES_FOLDER / f"{paper}.docx"
    own = template if template.is_file() else None
    return replace(
        document, name=f"{document.name}/{paper}", paper=paper, template=own, copy_of=document.name
    )
