"""The lock of a folder: one command at a time works there, and the others are told who does.

The system holds the lock and frees it when its process ends, however it ends. A file beside it tells who has
it; it is for readers alone and decides nothing.
"""

from __future__ import annotations

import datetime as dt
import errno
import getpass
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, MachineError, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.files import unwritable
from esa_docs.jobs.changes.notices import notify
from esa_docs.source.folders.disk import read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_files import folder_place
from esa_docs.system_words import reason_in_words

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NO_LOCKS: Final = frozenset({errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOLCK, errno.EINVAL})
"""What systems answer where a folder gives no locks. Python makes EINVAL of what Windows answers then."""
_SILENT_SECONDS: Final = 1.0
_held_locks: ContextVar[frozenset[Path]] = ContextVar("held_locks", default=frozenset())


@dataclass(frozen=True, slots=True)
class FolderLock:
    """The lock of a folder.

    Attributes:
        folder: the folder, as diagnostics name it.
        state: the folder of the program's own files in it.
        prefix: beginning of the names of the files of the lock.
        seconds: how long to wait for it. Whoever has it is told after the first second.
        busy: returns the words for somebody else who has it, from words for that holder.
        cure: what to do where the folder cannot be written; None for that of an output folder.
    """

    folder: Path
    state: Path
    prefix: str
    seconds: float
    busy: Callable[[str], str]
    cure: str | None = None

    @property
    def file(self) -> Path:
        """The file that the system locks."""
        return self.state / f"{self.prefix}lock"

    @property
    def holder_file(self) -> Path:
        """The file that tells who has the lock."""
        return self.state / f"{self.prefix}holder.json"

    @property
    def is_held(self) -> bool:
        """Whether this run of the program has the lock, or works in its folder without one."""
        return self._key in _held_locks.get()

    @property
    def _key(self) -> Path:
        return Path(os.path.realpath(self.file))

    @contextmanager
    def hold(self) -> Iterator[bool]:
        """Hold the lock. Inside itself it is held once.

        Yields:
            Whether the folder is ours alone. It is not where the disk gives no locks (E434 is told).

        Raises:
            MachineError: somebody else has it (E430), or the folder cannot be written (E405).
        """
        if self.is_held:
            yield True
            return
        lock = self._acquire()
        token = _held_locks.set(_held_locks.get() | {self._key})
        try:
            yield lock is not None
        finally:
            _held_locks.reset(token)
            if lock is not None:
                self._delete_holder()
                lock.release()

    def _acquire(self) -> BaseFileLock | None:
        """Return the lock once it is ours; None where the disk gives no locks."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 takes a while to load

        try:
            make_state_folder(self.state)
            # A lock by the mere existence of a file would outlive a killed process.
            lock = FileLock(self.file, mode=0o666, preserve_lock_file=True, fallback_to_soft=False)
            self._wait(lock)
        except Timeout as fault:
            raise MachineError([self._diagnose_busy(Severity.ERROR)]) from fault
        except OSError as fault:
            if fault.errno in _NO_LOCKS:
                notify(self._diagnose_no_locks(fault))
                return None
            raise MachineError([unwritable(fault, path_label(self.state), self.cure)]) from fault
        self._write_holder()
        return lock

    def _wait(self, lock: BaseFileLock) -> None:
        """Acquire the lock.

        Raises:
            filelock.Timeout: somebody else has it all the time.
            OSError: it cannot be had at all.
        """
        from filelock import Timeout  # noqa: PLC0415 loaded already

        silent_seconds = min(self.seconds, _SILENT_SECONDS)
        seconds_left = self.seconds - silent_seconds
        try:
            lock.acquire(timeout=silent_seconds)
        except Timeout:
            if not seconds_left:
                raise
            notify(self._diagnose_busy(Severity.INFO))
            lock.acquire(timeout=seconds_left)

    def _diagnose_busy(self, severity: Severity) -> Diagnostic:
        message = self.busy(self._holder_words())
        if severity is Severity.INFO:
            hint = _("Waiting for at most {seconds} seconds.").format(seconds=round(self.seconds))
        else:
            hint = _("Wait and try again. If that program hangs, end it; there is nothing to delete.")
        return Diagnostic("E430", message, folder_place(self.folder), hint, severity)

    def _diagnose_no_locks(self, fault: OSError) -> Diagnostic:
        message = _("this folder cannot be locked ({reason}); the work goes on without a lock")
        text = message.format(reason=reason_in_words(fault))
        hint = _("Let nobody else work in it meanwhile, or move it to a disk of this machine.")
        return Diagnostic("E434", text, folder_place(self.folder), hint, Severity.WARNING)

    def _holder_words(self) -> str:
        """Return who has the lock, since when; words for somebody unknown where the file does not tell."""
        try:
            holder = json.loads(read_bytes(self.holder_file).decode())
            since = dt.datetime.fromisoformat(holder["since"])
            return _words_of_holder(
                str(holder["user"]),
                str(holder["host"]),
                _("with '{command}', process {pid}").format(command=holder["command"], pid=holder["pid"]),
                _moment(since),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
            return _("somebody unknown")

    def _write_holder(self) -> None:
        """Write who has the lock. Where that fails, others are told of somebody unknown."""
        holder = {
            "pid": os.getpid(),
            "host": platform.node(),
            "user": _user_name(),
            "command": _command(),
            "since": dt.datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        # The file of another user cannot be written, but deleted where the folder belongs to both.
        self._delete_holder()
        # What could not be deleted, such as a pipe of another user, is not opened: that could wait for ever.
        with suppress(OSError), self.holder_file.open("x", encoding="utf-8") as file:
            file.write(json.dumps(holder, ensure_ascii=False))

    def _delete_holder(self) -> None:
        with suppress(OSError):
            self.holder_file.unlink()


def make_state_folder(state: Path) -> None:
    """Make the folder of the program's own files. Git ignores it; who may write beside it may write in it.

    Raises:
        OSError: it cannot be made.
    """
    if not state.is_dir():
        state.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            state.chmod(state.parent.stat().st_mode & 0o7777)
    ignored = state / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")


def _words_of_holder(user: str, host: str, program: str, since: str) -> str:
    """Return who has a lock, as far as it is known, since when and with which program."""
    user = user or _("somebody unknown")
    if not host:
        return _("{user} since {since} ({program})").format(user=user, since=since, program=program)
    words = _("{user} on the machine {host} since {since} ({program})")
    return words.format(user=user, host=host, since=since, program=program)


def _command() -> str:
    """Return the command that runs, such as ``esa-docs build``: the words of a program that calls us too."""
    name = Path(sys.argv[0]).name
    # Python says -c, - or __main__.py where the program was started by its interpreter.
    if not name or name.startswith(("-", "_")):
        name = "esa-docs"
    return " ".join((name, *sys.argv[1:2]))


def _moment(since: dt.datetime) -> str:
    """Return a moment as day and time, with Arabic digits."""
    date = thai.format_date(since.date(), "short", "arabic")
    time = thai.format_time(since.time(), "arabic")
    return f"{date} {time}"


def _user_name() -> str:
    """Return the name of the user; empty where the system does not tell."""
    try:
        return getpass.getuser()
    # Python 3.13 raises OSError where the user has no name, earlier ones KeyError, on Windows ImportError.
    except (OSError, KeyError, ImportError):
        return ""
