"""Pages of a document as pictures, without touching the files of a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from esa_docs.diagnostics import ContentError, MachineError
from esa_docs.jobs.building.plan import Job, output_of
from esa_docs.jobs.building.produce import produce
from esa_docs.jobs.changes.output_places import refuse_output
from esa_docs.model.base import Content
from esa_docs.model.document import Document


def draw_pages(
    document: Document[Content], folder: Path, *, dpi: int, today: dt.date
) -> Iterator[tuple[Path, bytes]]:
    """Generate a picture of every page of a document.

    Args:
        document: the document.
        folder: where the pictures are to go.
        dpi: pixels per inch.
        today: the day on which the document is made.

    Yields:
        Where the picture of a page goes, and its PNG.

    Raises:
        ContentError: the document cannot be made.
        MachineError: this machine cannot lay it out (E721, E726, E906) or draw it (E910).
    """
    from esa_docs.pages.pictures import page_pictures  # noqa: PLC0415 loads what only pictures need

    output = output_of(document, folder)
    # A link in the output folder may lead into a project.
    refuse_output(output.parent)
    (produced,) = produce([Job(document, output, with_pdf=True)], today)
    if produced.word is None:
        raise ContentError(produced.diagnostics)
    if produced.pdf is None:
        raise MachineError(produced.diagnostics)
    for number, picture in enumerate(page_pictures(produced.pdf, dpi), 1):
        yield output.with_name(f"{output.stem}-page-{number:03d}.png"), picture
