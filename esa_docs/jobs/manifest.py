"""What earlier builds put where: kept beside the output, so that hand-edited files are not lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from esa_docs.jobs.files import write_whole

STATE_FOLDER: Final = ".esa-docs"
_FORMAT: Final = 1


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


@dataclass(slots=True)
class Manifest:
    """Files made so far, by ``year/name`` of their documents."""

    made: dict[str, Made] = field(default_factory=dict)


def read_manifest(out: Path) -> Manifest:
    """Read the manifest of an output folder; a missing or broken one knows of no files."""
    try:
        data = json.loads(_path(out).read_text(encoding="utf-8"))
        rows = data["documents"] if data["format"] == _FORMAT else {}
        return Manifest({name: Made(**row) for name, row in rows.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the manifest of an output folder.

    Raises:
        OSError: it cannot be written.
    """
    rows: Mapping[str, object] = {name: asdict(made) for name, made in sorted(manifest.made.items())}
    text = json.dumps({"format": _FORMAT, "documents": rows}, ensure_ascii=False, indent=1)
    write_whole(_path(out), text.encode(), state_folder(out))


def state_folder(out: Path) -> Path:
    """Give the folder in which a build keeps its own files."""
    return out / STATE_FOLDER


def _path(out: Path) -> Path:
    return state_folder(out) / "manifest.json"
