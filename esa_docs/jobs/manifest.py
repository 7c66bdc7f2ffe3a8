"""What earlier builds put where: kept beside the output, so that hand-edited files are not lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from esa_docs.jobs.files import write_whole

STATE_FOLDER: Final = ".esa-docs"
_FORMAT: Final = 2
_WITHOUT_ENDINGS: Final = 1
"""The format that knew of Word files only and left their ending out."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file a build made.

    Attributes:
        inputs: fingerprint of the document it was made from.
        output: hash of the file.
        beside: hash of a newer file put beside it, because it had been edited by hand.
    """

    inputs: str
    output: str
    beside: str = ""

    def has(self, digest: str) -> bool:
        """Tell whether a file with this hash came from here."""
        return bool(digest) and digest in {self.output, self.beside}


@dataclass(slots=True)
class Manifest:
    """Files made so far, by their paths below the output folder.

    Attributes:
        made: what finished builds put in place.
        noted: what a build that did not finish was about to put in place.
    """

    made: dict[str, Made] = field(default_factory=dict)
    noted: dict[str, list[Made]] = field(default_factory=dict, compare=False)

    def recall(self, key: str, there: str) -> Made | None:
        """Give what is known of a file, whose hash is ``there``; a note that tells of it first."""
        for made in self.noted.get(key, ()):
            if made.has(there):
                self.made[key] = made
        return self.made.get(key)


def read_manifest(out: Path) -> Manifest:
    """Read the manifest of an output folder; a missing or broken one knows of no files."""
    noted: dict[str, list[Made]] = {}
    for key, made in _read_notes(out):
        noted.setdefault(key, []).append(made)
    try:
        data = json.loads(_path(out).read_text(encoding="utf-8"))
        return Manifest({name: _made(row) for name, row in _rows(data)}, noted)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest({}, noted)


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the manifest of an output folder.

    Raises:
        OSError: it cannot be written.
    """
    rows: Mapping[str, object] = {name: asdict(made) for name, made in sorted(manifest.made.items())}
    text = json.dumps({"format": _FORMAT, "files": rows}, ensure_ascii=False, indent=1)
    write_whole(_path(out), text.encode(), state_folder(out))


def note(out: Path, key: str, made: Made) -> None:
    """Note what is about to be put in place: should the build be killed, the next knows the file again.

    Raises:
        OSError: it cannot be written.
    """
    path = _notes_path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"file": key, "made": asdict(made)}) + "\n")


def clear_notes(out: Path) -> None:
    """Drop the notes of builds whose manifest is written."""
    with suppress(OSError):
        _notes_path(out).unlink()


def state_folder(out: Path) -> Path:
    """Give the folder in which a build keeps its own files."""
    return out / STATE_FOLDER


def _path(out: Path) -> Path:
    return state_folder(out) / "manifest.json"


def _notes_path(out: Path) -> Path:
    return state_folder(out) / "placing.jsonl"


def _read_notes(out: Path) -> Iterator[tuple[str, Made]]:
    try:
        lines = _notes_path(out).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):  # the last line may be cut short
            row = json.loads(line)
            yield str(row["file"]), _made(row["made"])


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if data["format"] == _FORMAT:
        yield from data["files"].items()
    elif data["format"] == _WITHOUT_ENDINGS:
        yield from ((f"{name}.docx", row) for name, row in data["documents"].items())


def _made(row: Mapping[str, Any]) -> Made:
    if not all(isinstance(value, str) for value in row.values()):
        raise TypeError("hashes are text")
    return Made(**row)
