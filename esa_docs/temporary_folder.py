"""A folder for working files that is deleted at the end, and by the next run where its owner was killed.

The owner holds a lock beside the folder as long as it lives. A folder whose lock can be had is nobody's.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PREFIX: Final = "esa-docs-"
_LOCK_ENDING: Final = ".lock"
_LONGEST_WAIT: Final = 10.0
"""Seconds; another run may just be looking whether the folder is nobody's."""


class TemporaryFolder:
    """A folder of its own in the system's folder for temporary files."""

    def __init__(self) -> None:
        """Make the folder, and delete those of killed runs.

        Raises:
            OSError: it cannot be made.
        """
        clear_abandoned_folders()
        place = Path(tempfile.gettempdir())
        # filelock would make a folder that is missing.
        place.stat()
        self.path = place / f"{_PREFIX}{secrets.token_hex(8)}"
        self._lock_file = self.path.with_name(f"{self.path.name}{_LOCK_ENDING}")
        # The lock comes before the folder, so that nobody finds the folder without it.
        self._lock = _acquire(self._lock_file, _LONGEST_WAIT)
        self.path.mkdir(mode=0o700)

    def __enter__(self) -> Self:
        """Return the folder itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Delete it."""
        self.close()

    def close(self) -> None:
        """Delete the folder. What another program still has open stays for the next run to delete."""
        _delete(self.path)
        if self._lock is not None:
            self._lock.release()
        _delete_lock_file(self._lock_file, self.path)


def clear_abandoned_folders() -> None:
    """Delete the folders whose owners were killed, never one whose owner lives."""
    for lock_file in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{_LOCK_ENDING}"):
        lock = _acquire(lock_file, 0)
        if lock is None:
            continue
        folder = lock_file.with_name(lock_file.name.removesuffix(_LOCK_ENDING))
        _delete(folder)
        lock.release()
        _delete_lock_file(lock_file, folder)


def _acquire(lock_file: Path, seconds: float) -> BaseFileLock | None:
    """Return a lock that is ours now; None where somebody else has it, or the disk gives no locks."""
    from filelock import FileLock  # noqa: PLC0415 takes a while to load

    lock = FileLock(lock_file, preserve_lock_file=True, fallback_to_soft=False, thread_local=False)
    # filelock.Timeout is an OSError as well.
    with suppress(OSError):
        lock.acquire(timeout=seconds)
        return lock
    return None


def _delete(folder: Path) -> None:
    # It follows no link, and Windows keeps what another program still has open.
    shutil.rmtree(folder, ignore_errors=True)


def _delete_lock_file(lock_file: Path, folder: Path) -> None:
    """Delete the file of a lock, once its folder is gone: by that file the next run finds the folder."""
    if not folder.exists():
        with suppress(OSError):
            lock_file.unlink(missing_ok=True)
