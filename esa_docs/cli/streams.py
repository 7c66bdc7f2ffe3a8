"""The streams of the console, whatever the shell did to them: closed, full, or without Thai letters."""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from typing import Final, TextIO

_DESCRIPTORS: Final = (0, 1, 2)
_AS_CODES: Final = "esa-docs-codes"
"""How the streams show what they have no letters for: as codes, and bytes of file names as bytes."""
_ESCAPED_BYTES: Final = range(0xDC80, 0xDD00)
"""Lone surrogates that stand for the bytes 80 to FF of a file name that is not UTF-8."""


def prepare_streams() -> None:
    """Open those of the three streams that the shell has closed on nothing, and let all letters through."""
    _open_closed_descriptors()
    codecs.register_error(_AS_CODES, _codes_of)
    if sys.stdout is None:
        sys.stdout = _nothing()
    if sys.stderr is None:
        sys.stderr = _nothing()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console with a code page such as 1252 has no Thai letters: it shows \u0e01 instead of ก.
            stream.reconfigure(errors=_AS_CODES)


def _codes_of(fault: UnicodeError) -> tuple[str | bytes, int]:
    r"""Return codes for letters that a stream lacks: ``\xff`` for the byte of a name, else ``\u0e01``."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    codes = [_code_of(letter) for letter in fault.object[fault.start : fault.end]]
    return "".join(codes), fault.end


def _code_of(letter: str) -> str:
    byte = ord(letter) - _ESCAPED_BYTES.start + 0x80
    if ord(letter) in _ESCAPED_BYTES:
        return f"\\x{byte:02x}"
    return letter.encode("ascii", "backslashreplace").decode("ascii")


def _open_closed_descriptors() -> None:
    """Open closed descriptors on nothing: the next file that is opened would take their place.

    LibreOffice, which inherits them, would then write its remarks into that file.
    """
    for descriptor in _DESCRIPTORS:
        try:
            os.fstat(descriptor)
        except OSError:
            # The system gives the lowest free number, which is this one; dup2 lets child processes have it.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)


def _nothing() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 it stays open to the end


def drop_unwritable() -> None:
    """Lead a standard stream that cannot be written into nothing, with what still waits in it.

    Python would try once more when it ends, and complain.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError), open(os.devnull, "wb") as nothing:  # noqa: PTH123 as above
                os.dup2(nothing.fileno(), stream.fileno())
