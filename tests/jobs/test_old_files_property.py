"""Whatever is changed, built, edited and pruned in whatever order: no edit is lost, nothing old is left.

The files are made by a stub: a Word file is the content of its document, so that it can be told here, without
the code under test, what each file must hold.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esa_docs.jobs.building import run
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import ProducedDocument
from esa_docs.jobs.building.pruning import Pruning
from esa_docs.jobs.building.run import run_jobs
from esa_docs.jobs.building.stale import MadeFiles
from esa_docs.kinds import KINDS
from esa_docs.kinds.letter.content import Letter
from esa_docs.model.document import Document
from esa_docs.model.office import Office
from esa_docs.pages import expected_engine
from esa_docs.pages.expected_engine import ExpectedEngine

TODAY = dt.date(2026, 9, 16)
OFFICE = Office.model_validate({"name": "สำนักงานตัวอย่าง", "short_name": "สพป.ตัวอย่าง", "parent": "ต้นสังกัด"})
FOREIGN_NAMES = (
    *("a.pdf", "a.old.pdf", "a.new.docx", "a.docx", "บันทึก.txt"),
    *("a/ข.pdf", "a/ข.old.pdf", "a/ข.new.docx", "a/desktop.ini"),
)
"""Files that somebody may put into the folder, below that of the letter."""


def word_of(document: Document[Any]) -> bytes:
    """Return the Word file of the stub: subject and recipients."""
    names = [addressee.to for addressee in document.content.addressees]
    return f"{document.content.subject} {names}".encode()


def pdf_of(word: bytes) -> bytes:
    return b"%PDF " + hashlib.sha256(word).hexdigest().encode()


@dataclass
class OfficeFolder:
    """An office folder through the year, as it ought to be.

    Attributes:
        out: output folder.
        subject: subject of the letter.
        recipients: those to whom it goes.
        separate_files: whether each has a file.
        edited_files: what somebody wrote by hand, by path.
        makes_pdf: whether the machine makes PDFs.
    """

    out: Path
    subject: int = 0
    recipients: set[str] = field(default_factory=lambda: {"ก", "ข"})
    separate_files: bool = True
    edited_files: dict[Path, bytes] = field(default_factory=dict)
    makes_pdf: bool = True

    def documents(self) -> tuple[Document[Any], ...]:
        """Return the letter, or that for each recipient."""
        recipients = [{"to": name} for name in sorted(self.recipients)]
        content = {"subject": f"เรื่องที่ {self.subject}", "text": ["ข"], "recipients": recipients}
        letter = Letter.model_validate({**content, "separate_files": self.separate_files})
        return copies_of(KINDS.by_name["letter"].document("letters/a", 2569, letter, OFFICE), KINDS)

    def build(self, *, with_pdf: bool, prunes: bool, force: bool) -> None:
        """Build the letter, and prune if asked. Force overwrites the Word files that were edited."""
        documents = self.documents()
        jobs = [Job(document, self.word_path(document), with_pdf) for document in documents]
        made_files = MadeFiles.of([document.key for document in documents], (), [2569])
        pruning = Pruning(made_files) if prunes else None
        run_jobs(jobs, self.out, today=TODAY, pruning=pruning, force=force)
        if force:
            for document in documents:
                self.edited_files.pop(self.word_path(document), None)

    def word_path(self, document: Document[Any]) -> Path:
        return self.out / f"{document.key}.docx"

    def files(self) -> Iterator[Path]:
        """Generate the files of the output folder, without those of the program."""
        for path in sorted(self.out.rglob("*")):
            if path.is_file() and ".esa-docs" not in path.parts:
                yield path

    def take_over(self) -> None:
        """Copy every newer Word file over the edited one that it lies beside."""
        for document in self.documents():
            path = self.word_path(document)
            newer_path = path.with_suffix(".new.docx")
            is_ours = newer_path.is_file() and newer_path not in self.edited_files
            if is_ours and path in self.edited_files:
                path.write_bytes(newer_path.read_bytes())
                del self.edited_files[path]

    def write(self, path: Path, number: int) -> None:
        """Write a file by hand."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"by hand {number}".encode())
        self.edited_files[path] = path.read_bytes()


NAMES_OF_STEPS = (
    *("subject", "add", "remove", "separate", "engine", "edit", "foreign", "take over"),
    *("build", "build pdf", "force", "prune"),
)
STEPS = st.lists(st.tuples(st.sampled_from(NAMES_OF_STEPS), st.integers(0, 20)), max_size=14)
"""Each step is a name and a number."""


def take_step(office: OfficeFolder, name: str, number: int) -> None:  # noqa: C901 a flat match
    """Change content, folder or machine, or build."""
    match name:
        case "subject":
            office.subject = number % 3
        case "add":
            office.recipients.add("กขคง"[number % 4])
        case "remove" if len(office.recipients) > 1:
            office.recipients.discard("กขคง"[number % 4])
        case "separate":
            office.separate_files = not office.separate_files
        case "engine":
            office.makes_pdf = not office.makes_pdf
        case "edit":
            files = list(office.files())
            if files:
                office.write(files[number % len(files)], len(office.edited_files))
        case "foreign":
            office.write(office.out / "2569/letters" / FOREIGN_NAMES[number % len(FOREIGN_NAMES)], number)
        case "take over":
            office.take_over()
        case _:
            build_and_check(office, name)


def build_and_check(office: OfficeFolder, name: str) -> None:
    if name in {"build", "build pdf", "force", "prune"}:
        office.build(with_pdf=name == "build pdf", prunes=name == "prune", force=name == "force")
        check_pairs(office)
    if name == "prune":
        check_pruned(office)


def check_edits(office: OfficeFolder) -> None:
    """Check that nothing that somebody wrote is lost or changed."""
    data_now = {path: path.read_bytes() for path in office.edited_files}
    assert data_now == office.edited_files


def check_pairs(office: OfficeFolder) -> None:
    """Check every file that bears the name of a document: it is of today, or somebody's own."""
    for document in office.documents():
        word = office.word_path(document)
        expected = {word: word_of(document), word.with_suffix(".pdf"): pdf_of(word_of(document))}
        assert word.is_file()
        for path, data in expected.items():
            # A PDF beside an edited Word file is that of before the edit: it stays and is told (E442).
            is_own = bool({path, word} & set(office.edited_files))
            if path.is_file() and not is_own:
                assert path.read_bytes() == data


def check_pruned(office: OfficeFolder) -> None:
    """Check that every file is one that a document makes, or somebody's own."""
    expected_data = expected_files(office)
    for path in office.files():
        # A PDF beside an edited Word file stays as it was before the edit, and is told (E442).
        if {path, path.with_suffix(".docx")} & set(office.edited_files):
            continue
        beside, mark, _number = path.stem.partition(".new")
        main_path = path.with_name(f"{beside}{path.suffix}")
        assert path.read_bytes() == expected_data[main_path]
        if mark:
            # A new PDF goes beside where its Word file was edited, though no PDF was there.
            assert {main_path, main_path.with_suffix(".docx")} & set(office.edited_files)
    for folder in office.out.rglob("*"):
        if folder.is_dir() and ".esa-docs" not in folder.parts:
            assert list(folder.iterdir())


def expected_files(office: OfficeFolder) -> Mapping[Path, bytes]:
    data_by_path: dict[Path, bytes] = {}
    for document in office.documents():
        path = office.word_path(document)
        data_by_path[path] = word_of(document)
        data_by_path[path.with_suffix(".pdf")] = pdf_of(word_of(document))
    return data_by_path


@settings(max_examples=50)
@example([("separate", 0), ("foreign", 12), ("build pdf", 0)])
@example([("build pdf", 0), ("subject", 1), ("edit", 0)])
@given(STEPS)
def test_no_edit_is_lost_and_after_pruning_nothing_old_is_left(steps: Sequence[tuple[str, int]]) -> None:
    folder = Path(tempfile.mkdtemp())
    office = OfficeFolder(folder / "build")

    def produce(jobs: Sequence[Job], today: dt.date) -> tuple[ProducedDocument, ...]:
        documents: list[ProducedDocument] = []
        for job in jobs:
            word = word_of(job.document)
            is_drawn = job.with_pdf and office.makes_pdf
            pdf = pdf_of(word) if is_drawn else None
            documents.append(ProducedDocument(word, pdf))
        return tuple(documents)

    def expect(_family: str) -> ExpectedEngine:
        # As on machines: without LibreOffice another engine lays out, which makes no PDF.
        limits = "" if office.makes_pdf else "no PDF"
        return ExpectedEngine("stub", f"stub {limits}", limits)

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(run, "produce", produce)
            patch.setattr(expected_engine, "expected_engine", expect)
            for name, number in [*steps, ("prune", 0)]:
                take_step(office, name, number)
                check_edits(office)
    finally:
        shutil.rmtree(folder)
