"""An engine for PDFs that takes no time: what it makes shows of which Word file it was made."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from esa_docs.jobs.building import run
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import ProducedDocument
from esa_docs.jobs.building.produce import produce as produce_documents
from esa_docs.pages import expected_engine
from esa_docs.pages.expected_engine import ExpectedEngine

_LIMITS = "it makes no PDF"


@dataclass
class Drawing:
    """What a test decides of the engine.

    Attributes:
        makes_pdf: whether the machine has an engine that makes PDFs.
        fails: whether it fails all the same.
        identity: identity of the engine.
    """

    makes_pdf: bool = True
    fails: bool = False
    identity: str = "stub"


def install(monkeypatch: pytest.MonkeyPatch) -> Drawing:
    """Let builds use the engine; return what decides how it behaves."""
    drawing = Drawing()
    produce_words = produce_documents

    def produce(jobs: Sequence[Job], today: dt.date) -> tuple[ProducedDocument, ...]:
        without_pdf = [replace(job, with_pdf=False) for job in jobs]
        documents: list[ProducedDocument] = []
        for job, document in zip(jobs, produce_words(without_pdf, today), strict=True):
            is_drawn = job.with_pdf and drawing.makes_pdf and not drawing.fails
            pdf = pdf_of(document.word) if is_drawn and document.word else None
            documents.append(replace(document, pdf=pdf))
        return tuple(documents)

    def expect(_family: str) -> ExpectedEngine:
        limits = "" if drawing.makes_pdf else _LIMITS
        return ExpectedEngine("stub", drawing.identity, limits)

    monkeypatch.setattr(run, "produce", produce)
    monkeypatch.setattr(expected_engine, "expected_engine", expect)
    return drawing


def pdf_of(word: bytes) -> bytes:
    """Return the PDF of a Word file."""
    return b"%PDF " + hashlib.sha256(word).hexdigest().encode()


def shows(pdf: Path, word: Path) -> bool:
    """Return whether a PDF was made of a Word file."""
    return pdf.read_bytes() == pdf_of(word.read_bytes())
