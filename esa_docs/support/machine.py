"""Facts about a machine: what kind it is, never whose, and never where anything lies."""

from __future__ import annotations

import locale
import os
import platform
import sys
from importlib.metadata import version
from typing import Final

from esa_docs.fonts.families import FAMILIES
from esa_docs.fonts.state import check_family, look_at_family
from esa_docs.pages.expected_engine import expected_engine
from esa_docs.pages.office_suite import find_office_suite, read_product

_OURS: Final = "ESA_DOCS"
"""Beginning of the environment variables that this program reads."""
_BITS: Final = sys.maxsize.bit_length() + 1
"""Bits of an address: 64, or 32 in a 32-bit Python."""


def machine_facts() -> dict[str, object]:
    """Return versions, encodings, the office suite, and the names of our environment variables."""
    build = platform.version() if sys.platform == "win32" else ""
    variables = [name for name in os.environ if name.startswith(_OURS)]
    return {
        "program": f"esa-docs {version('esa-docs')}",
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "bits": _BITS,
        "virtual_environment": sys.prefix != sys.base_prefix,
        "system": platform.system(),
        "release": platform.release(),
        "build": build,
        "architecture": platform.machine(),
        "processors": os.cpu_count(),
        "encodings": _encodings(),
        "variables": sorted(variables),
        "office_suite": _office_suite(),
    }


def font_facts() -> list[dict[str, object]]:
    """Return what the machine has of every family that documents may be set in, and what lays each out."""
    return [_family_facts(name) for name in FAMILIES]


def _encodings() -> dict[str, str | None]:
    return {
        "files": sys.getfilesystemencoding(),
        "locale": locale.getpreferredencoding(do_setlocale=False),
        "language": locale.getlocale()[0],
        "stdout": getattr(sys.stdout, "encoding", None),
        "stderr": getattr(sys.stderr, "encoding", None),
    }


def _office_suite() -> str:
    """Return the name of LibreOffice with its version and build; empty where it is not there."""
    program = find_office_suite()
    if program is None:
        return ""
    return " ".join(read_product(program)).strip()


def _family_facts(name: str) -> dict[str, object]:
    state = look_at_family(name)
    codes = [diagnostic.code for diagnostic in check_family(state)]
    return {
        "family": name,
        "availability": str(state.availability),
        "installed": sorted(map(str, state.installed_faces)),
        "kept": sorted(map(str, state.kept_faces)),
        "has_numbers": state.has_numbers,
        "codes": sorted(codes),
        "laid_out_by": expected_engine(name).identity,
    }
