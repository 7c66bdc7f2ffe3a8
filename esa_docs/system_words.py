"""Words of the reader for what a system says of a file: it says it in English, or in its own language."""

from __future__ import annotations

import errno
from typing import Final

from esa_docs.i18n import gettext as _

_IN_USE_ON_WINDOWS: Final = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: another program holds the file."""


def reason_in_words(fault: OSError) -> str:
    """Return why a system refuses something; in its own words where they are not known."""
    if getattr(fault, "winerror", None) in _IN_USE_ON_WINDOWS:
        return _("another program holds it open")
    words = _words_by_number().get(fault.errno or 0, "")
    return words or fault.strerror or str(fault)


def cure_in_words(fault: OSError) -> str:
    """Return what a reader can do where a system refuses to write; empty where the reason does not say it."""
    return _cures_by_number().get(fault.errno or 0, "")


def _cures_by_number() -> dict[int, str]:
    room = _("Make room on this disk, or choose a folder on another one.")
    disk = _("Look whether the disk or the share is there, or choose a folder on another one.")
    return {
        errno.ENOTDIR: _("Rename the file that stands where a folder is needed, or choose another folder."),
        errno.EEXIST: _("Rename the file that stands where a folder is needed, or choose another folder."),
        errno.EISDIR: _("Rename the folder that has this name, or choose another name."),
        errno.ENAMETOOLONG: _("Choose a shorter name, or a folder with a shorter path."),
        errno.EINVAL: _("Choose a name without signs such as : * ? and quotation marks."),
        errno.ENOSPC: room,
        errno.EDQUOT: room,
        errno.EROFS: _("Choose a folder on another disk."),
        errno.EIO: disk,
        errno.ETIMEDOUT: disk,
    }


def _words_by_number() -> dict[int, str]:
    return {
        errno.ENOENT: _("there is no such file or folder"),
        errno.ENOTDIR: _("a part of the path is a file, not a folder"),
        errno.EEXIST: _("a file stands where a folder is needed"),
        errno.EISDIR: _("it is a folder, not a file"),
        errno.EACCES: _("you have not the right to it, or another program holds it"),
        errno.EPERM: _("you have not the right to it, or another program holds it"),
        errno.EBUSY: _("another program holds it open"),
        errno.ETXTBSY: _("another program holds it open"),
        errno.ENAMETOOLONG: _("its name or path is too long"),
        errno.EINVAL: _("the system does not take such a name"),
        errno.ELOOP: _("a link leads to itself"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the room that you may use on this disk is full"),
        errno.EROFS: _("the disk can only be read"),
        errno.EIO: _("the disk is damaged or was taken out"),
        errno.EMFILE: _("too many files are open"),
        errno.EFBIG: _("it is too large"),
        errno.ETIMEDOUT: _("the network does not answer"),
    }
