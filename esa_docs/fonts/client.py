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
# pip names what is wrong with the network before the line in which it gives up.
_LAST_LINES: Final = 3
_MOST_CHARACTERS: Final = 600
"""Most characters of a client's last words in a message."""

Command = Sequence[str]


class ClientError(Exception):
    """No package client could fetch a package.

    Its text is the last words of the clients; empty if this machine has no client.
    """


def fetch_package(requirement: str, folder: Path, seconds: float = _SECONDS) -> None:
    """Fetch a package without its dependencies. pip fetches it as a wheel, uv unpacks it.

    Args:
        requirement: name and version, ``name==version``.
        folder: an empty folder for the package.
        seconds: time after which a client is ended.

    Raises:
        ClientError: this machine has no client, or none of its clients could fetch the package.
    """
    all_last_words: list[str] = []
    for command in client_commands(requirement, folder):
        last_words = _run(command, seconds)
        if last_words is None:
            return
        all_last_words.append(last_words)
    different_words = dict.fromkeys(all_last_words)
    raise ClientError("; ".join(different_words))


def client_commands(requirement: str, folder: Path) -> Iterator[Command]:
    """Generate the command of each client of this machine, in the order in which they are tried."""
    pip_arguments = (*_PIP, *_WHEELS_ONLY, "--dest", str(folder), requirement)
    has_own_pip = importlib.util.find_spec("pip") is not None
    if has_own_pip:
        yield (sys.executable, "-m", "pip", *pip_arguments)
    if shutil.which("uv"):
        # uv cannot download a wheel. A target folder keeps the package out of every environment.
        yield (*_UV, *_WHEELS_ONLY, "--python", sys.executable, "--target", str(folder), requirement)
    elif not has_own_pip and shutil.which("pip"):
        yield ("pip", *pip_arguments)


def _run(command: Command, seconds: float) -> str | None:
    """Run a client. Return None if it did its work, else its last words."""
    try:
        with _start(command) as process:
            return _wait(process, seconds)
    except OSError as fault:
        return str(fault)


def _start(command: Command) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 fixed arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # a process group of its own, so that its children end with it
    )


def _wait(process: subprocess.Popen[str], seconds: float) -> str | None:
    """Wait for a client. Return None if it did its work, else its last words.

    The client is ended when its time is over, and when this program is interrupted.
    """
    try:
        output, _no_errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return _("no answer after {seconds} seconds").format(seconds=round(seconds))
    except BaseException:
        _end(process)
        raise
    return _last_words(output) if process.returncode else None


def _end(process: subprocess.Popen[str]) -> None:
    """End a client and all its children."""
    if sys.platform == "win32":
        command = ("taskkill", "/T", "/F", "/PID", str(process.pid))
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 fixed arguments
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_words(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    words = " ".join(lines[-_LAST_LINES:])
    return words[-_MOST_CHARACTERS:]
