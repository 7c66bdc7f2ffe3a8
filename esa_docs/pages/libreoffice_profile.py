"""The profile of LibreOffice: the settings with which it makes PDFs.

The options of a PDF stand here and not on the command line: there they need quotation marks, which Windows
mangles.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_SETTINGS: Final = (
    ("Common/Filter/PDF/Export", "ExportBookmarksToPDFDestination", "true"),
    ("Common/Filter/PDF/Export", "ExportBookmarks", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Java/VirtualMachine", "Enable", "false"),
)
_PROFILE: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM: Final = (
    '<item oor:path="/org.openoffice.Office.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)


def write_profile(folder: Path) -> None:
    """Write a profile into an empty folder."""
    items = [_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS]
    text = _PROFILE.format(items="\n".join(items))
    user = folder / "user"
    user.mkdir()
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")
