"""ฉบับที่เก็บไว้: the versions of a paper that were kept when it was issued or sent, and its signed scans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from esa_docs.model.record import Record

ISSUED_FOLDER = "issued"
"""Folder of a project with the kept versions of its papers."""


@dataclass(frozen=True, slots=True)
class SentMark:
    """ส่งแล้ว: the mark that a version has left the office.

    Attributes:
        date: the day on which it was sent.
        at: when this was noted, as in `Record`.
        by: who noted it.
    """

    date: dt.date
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Version:
    """A kept version.

    Attributes:
        number: its number; versions of a paper count from 1.
        path: its zip file.
        record: its record. None where it is damaged.
        sent: the mark that it was sent. None where it was not sent.
        possible_series: names of the series in which its number may be counted, where its record does not
            say it.
        sha256: SHA-256 of the zip file, as the log of kept versions has it; empty where there is no log.
        is_logged_as_sent: whether the log names its mark, which may be lost or damaged.
    """

    number: int
    path: Path
    record: Record | None = None
    sent: SentMark | None = None
    possible_series: tuple[str, ...] = ()
    sha256: str = ""
    is_logged_as_sent: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether it was sent; where its mark is lost, the log says so."""
        return self.sent is not None or self.is_logged_as_sent

    @property
    def every_series(self) -> tuple[str, ...]:
        """Names of the series in which its number is counted, or may be; none of a paper without number."""
        if self.record is not None and self.record.series:
            return (self.record.series,)
        return self.possible_series


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan of the signed paper.

    Attributes:
        number: its number; scans of a paper count from 1.
        path: its PDF file.
        sha256: SHA-256 of the file when it was attached.
        note: what somebody noted, such as corrections by pen.
        at: when it was attached, as in `Record`.
        by: who attached it.
        version: number of the version that it shows.
        source_name: name of the file that was attached.
    """

    number: int
    path: Path
    sha256: str
    note: str
    at: str
    by: str
    version: int
    source_name: str


@dataclass(frozen=True, slots=True)
class History:
    """The kept versions of one paper, and its scans.

    Attributes:
        versions: the versions in order.
        scans: the scans in order.
        hashes: SHA-256 of each file of them, as the log of kept versions has it.
    """

    versions: tuple[Version, ...] = ()
    scans: tuple[Scan, ...] = ()
    hashes: Mapping[Path, str] = field(default_factory=dict)

    @property
    def last(self) -> Version | None:
        """The version that holds; None where there is none."""
        return self.versions[-1] if self.versions else None

    @property
    def record(self) -> Record | None:
        """The record of the version that holds."""
        return self.last.record if self.last else None

    @property
    def sent_files(self) -> Mapping[str, str]:
        """The files of the version that holds which have left the office, with their SHA-256.

        A file was sent where the latest marked version that has its name has the same bytes. A version
        needs no mark of its own: a copy that did not change is still the one that was sent.
        """
        if self.record is None:
            return {}
        hashes_of_sent, files = self.hashes_of_sent, self.record.files
        sent_files = {name: sha256 for name, sha256 in files.items() if hashes_of_sent.get(name) == sha256}
        if self.record.is_one_paper and len(sent_files) < len(files):
            return {}
        return sent_files

    @property
    def hashes_of_sent(self) -> Mapping[str, str]:
        """SHA-256 of each file that has left the office, as the latest marked version that has its name.

        The version that holds need not have it: a recipient may have been taken off a circular since.
        """
        hashes_of_sent: dict[str, str] = {}
        for version in self.versions:
            if version.is_sent and version.record is not None:
                hashes_of_sent.update(version.record.files)
        return hashes_of_sent

    @property
    def marked_record(self) -> Record | None:
        """The record of the latest version that bears the mark of sending; None where it cannot be read."""
        marked_versions = [version for version in self.versions if version.is_sent]
        return marked_versions[-1].record if marked_versions else None

    @property
    def unsent_names(self) -> tuple[str, ...]:
        """Names of the files of the version that holds which have not left the office."""
        if self.record is None:
            return ()
        sent_files = self.sent_files
        return tuple(name for name in self.record.files if name not in sent_files)

    @property
    def is_sent(self) -> bool:
        """Whether every file of the version that holds was sent."""
        return self.is_marked or (bool(self.sent_files) and not self.unsent_names)

    @property
    def is_marked(self) -> bool:
        """Whether the version that holds bears the mark of sending itself, or the log says so."""
        return self.last is not None and self.last.is_sent

    @property
    def last_sent(self) -> Version | None:
        """The newest version that was sent, on a day that is known; None where there is none."""
        sent_versions = [version for version in self.versions if version.sent is not None]
        return sent_versions[-1] if sent_versions else None

    @property
    def sent_on(self) -> dt.date | None:
        """The day that was noted last; None where not every file was sent, or the day is lost."""
        if not self.is_sent or self.last_sent is None or self.last_sent.sent is None:
            return None
        return self.last_sent.sent.date

    def as_dict(self) -> dict[str, object]:
        """Return what lists in JSON show: version, day of sending, how many copies were sent, and scans."""
        version = self.last.number if self.last else None
        day = self.sent_on
        sent = day.isoformat() if day else None
        scans = [_scan_as_dict(scan) for scan in self.scans]
        return {"version": version, "sent": sent, "copies": self._copies_as_dict(), "scans": scans}

    def _copies_as_dict(self) -> dict[str, object] | None:
        if self.record is None:
            return None
        return {
            "sent": len(self.sent_files),
            "of": len(self.record.files),
            "not_sent": list(self.unsent_names),
        }


def _scan_as_dict(scan: Scan) -> dict[str, object]:
    return {
        "file": scan.path.as_posix(),
        "sha256": scan.sha256,
        "note": scan.note,
        "at": scan.at,
        "version": scan.version,
    }


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of a kept version.

    Attributes:
        version: the zip file of the version.
        name: the name of the file in it.
        sha256: its SHA-256, as the record has it.
        version_sha256: SHA-256 of the zip file, as the log has it; empty where there is no log.
    """

    version: Path
    name: str
    sha256: str
    version_sha256: str = ""
