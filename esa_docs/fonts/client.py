"""The package client at hand: pip of this Python, uv, or a pip on the PATH.

Ending a client with all its children on Windows is written from the documentation and was not tried there.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _

_SECONDS: Final = 600.0
_PIP: Final = ("download", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps")
_UV: Final = ("uv", "pip", "install", "--quiet", "--no-deps")
_WHEELS_ONLY: Final = ("--only-binary", ":all:")
_LAST_LINES: Final = 3
_LAST_WORDS: Final = 600
"""Lines and characters of a client's last words that are told: pip names the network before it gives up."""

Command = Sequence[str]


class ClientError(Exception):
    """No package client could fetch a package; the text is the clients' own last words, empty without any."""


def fetch_package(requirement: str, folder: Path, seconds: float = _SECONDS) -> None:
    """Fetch one package without what it needs: as a wheel by pip, unpacked by uv.

    Args:
        requirement: name and version, ``name==version``.
        folder: where it goes; an empty one.
        seconds: after how long a client is ended.

    Raises:
        ClientError: there is no client, or none of those there are could fetch it.
    """
    words: list[str] = []
    for command in client_commands(requirement, folder):
        said = _run(command, seconds)
        if said is None:
            return
        words.append(said)
    raise ClientError("; ".join(dict.fromkeys(words)))


def client_commands(requirement: str, folder: Path) -> Iterator[Command]:
    """Give the command of each client of this machine, in the order in which they are tried."""
    pip = (*_PIP, *_WHEELS_ONLY, "--dest", str(folder), requirement)
    if importlib.util.find_spec("pip"):
        yield (sys.executable, "-m", "pip", *pip)
    if shutil.which("uv"):
        # uv cannot download a wheel; a target folder keeps it out of every environment
        yield (*_UV, *_WHEELS_ONLY, "--python", sys.executable, "--target", str(folder), requirement)
    elif not importlib.util.find_spec("pip") and shutil.which("pip"):
        yield ("pip", *pip)


def _run(command: Command, seconds: float) -> str | None:
    """Run a client; give None when it did its work, else its last words."""
    try:
        with _started(command) as process:
            return _watch(process, seconds)
    except OSError as fault:
        return str(fault)


def _started(command: Command) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 fixed arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # a group of its own, so that its children end with it
    )


def _watch(process: subprocess.Popen[str], seconds: float) -> str | None:
    try:
        said = process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        _end(process)
        return _("no answer after {seconds} seconds").format(seconds=round(seconds))
    except BaseException:
        _end(process)
        raise
    return _last_words(said) if process.returncode else None


def _end(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        tree = ("taskkill", "/T", "/F", "/PID", str(process.pid))
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 fixed arguments
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_words(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return " ".join(lines[-_LAST_LINES:])[-_LAST_WORDS:]
