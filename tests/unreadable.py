"""Places that cannot be read, for tests: without permission, pipes, sockets, and links of every sort."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534
"""A user who owns nothing."""
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")


@contextmanager
def open_folder() -> Iterator[Path]:
    """Make a folder that every user may enter: pytest's own are closed to all but their owner."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        for path in (folder, *folder.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Lay down the rights of root for a while, who may read everything; any other user goes on as before."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def deep_folder(folder: Path, depth: int) -> Iterator[None]:
    """Make folders inside each other for a while; shutil and pytest could not delete so many."""
    folders = [os.open(folder, os.O_RDONLY)]
    try:
        for _number in range(depth):
            os.mkdir("d", dir_fd=folders[-1])
            folders.append(os.open("d", os.O_RDONLY, dir_fd=folders[-1]))
            # Few folders may be open at once: those above are opened again by their name "..".
            os.close(folders.pop(-2))
        yield
    finally:
        for _number in range(depth):
            folders.append(os.open("..", os.O_RDONLY, dir_fd=folders[-1]))
            os.close(folders.pop(-2))
            os.rmdir("d", dir_fd=folders[-1])
        os.close(folders[-1])


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    # The address of a socket may have 108 bytes: it is bound by its name alone.
    folder = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(folder)


def make_endless_link(path: Path) -> None:
    path.symlink_to(path.name)


def make_lost_link(path: Path) -> None:
    path.symlink_to("nothing-of-this-name")


def make_folder(path: Path) -> None:
    path.mkdir()


def link_outside(path: Path) -> None:
    """Make a link to a file outside the project, which lies in the folder ``office``."""
    office = next(folder for folder in path.parents if folder.name == "office")
    target = office.parent / f"outside-{path.name}"
    target.write_text("kind: order\n", encoding="utf-8")
    path.symlink_to(target)


Maker = Callable[[Path], None]
