"""ฉบับที่เก็บไว้: the record of a version, which says what the version is and what it was made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record of a kept version. The names of the fields are the keys of record.json.

    Attributes:
        year: fiscal year of the paper, in the Buddhist era.
        name: its path below the folder of the year without the ending.
        version: number of the version, which its zip file is named after.
        kind: name of its kind.
        number: its number as content has it. None for a paper without number.
        date: its date. None for a paper without date.
        title: what it is about, in a line.
        signers: full names of those who sign it.
        at: when the version was kept: date and time with the time zone, as ISO 8601 writes them.
        by: name by which the machine knows who kept it; empty where it knows none.
        why: reason of the version; empty for the first.
        program: name and version of the program that kept it.
        template: hash of the Word template that it was made with.
        text: what it prints, paragraph by paragraph.
        files: SHA-256 of each file, by its path from the folder that the paper is built into.
        inputs: fingerprint of what each file was made from, by the same path.
        contents: fingerprint of what the content file says of each recipient's copy, without roster, office
            and template; empty for a paper that is no set of copies.
        series: name of the series that its number is counted in; empty for a paper without number.
        anyway: whether it was issued although something was missing.
        number_note: what a register noted of its number before the paper bore it: who reserved it, what for
            and until when, why it was cancelled. Empty for any other number.
        content_files: hash of the files that its content stands in; empty in records of earlier programs.
    """

    year: int
    name: str
    version: int
    kind: str
    number: str | None
    date: dt.date | None
    title: str
    signers: tuple[str, ...]
    at: str
    by: str
    why: str
    program: str
    template: str
    text: str = field(repr=False)
    files: Mapping[str, str]
    inputs: Mapping[str, str]
    contents: Mapping[str, str] = field(default_factory=dict)
    series: str = ""
    anyway: bool = False
    number_note: str = ""
    content_files: str = ""

    @property
    def is_one_paper(self) -> bool:
        """Whether a file is the paper itself, and not each a copy for a recipient.

        Such are minutes with their agenda, or a report with a file for each issue: all are sent, or none.
        """
        return f"{PurePosixPath(self.name).name}.docx" in self.files
