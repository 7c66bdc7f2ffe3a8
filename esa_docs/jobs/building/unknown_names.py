"""Names that no document of a year has (E408): where such a document stands, or which name is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from esa_docs.hints import did_you_mean, few_names, nearest, nearest_hint
from esa_docs.i18n import gettext as _

_ENDINGS: Final = (".yaml", ".yml", ".docx", ".pdf")
"""Endings of files that are no part of the name of a document."""
_YEAR_FOLDER: Final = re.compile(r"(?:.*/)?[0-9๐-๙]{4}/(?P<name>.+)")
"""A path that leads through the folder of a year to a name."""


def unknown_name_hint(typed_name: str, year: int | None, keys: Iterable[str]) -> str:
    """Return what to type in place of a name that no document of a year has.

    Args:
        typed_name: the name as it was typed.
        year: fiscal year in which it was looked for; None where the project has no year.
        keys: ``year/name`` of everything that may be named.
    """
    names_by_year = _names_by_year(keys)
    names_here = names_by_year.pop(str(year), [])
    name = _without_path(typed_name)
    if name in names_here:
        return did_you_mean([name])
    years = [other_year for other_year, names in names_by_year.items() if name in names]
    if years:
        return _years_hint(name, years)
    like_names = _names_of_part(name, names_here)
    if like_names:
        return nearest_hint(name, like_names)
    elsewhere = _near_in_other_years(name, names_by_year)
    if elsewhere and not nearest(name, names_here):
        return elsewhere
    if not names_here:
        return _("There is no document yet: make one with 'esa-docs new'.")
    return nearest_hint(name, names_here)


def _near_in_other_years(name: str, names_by_year: Mapping[str, Sequence[str]]) -> str:
    """Return the hint of a name that a document of another year has, or nearly has; empty where none has."""
    for year, names in sorted(names_by_year.items(), reverse=True):
        near_names = [*_names_of_part(name, names), *nearest(name, names)]
        if near_names:
            return _years_hint(near_names[0], [year])
    return ""


def _names_by_year(keys: Iterable[str]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for key in keys:
        year, _slash, name = key.partition("/")
        names.setdefault(year, []).append(name)
    return names


def _without_path(typed_name: str) -> str:
    """Return the name of a document that was typed as the path of its content file or its Word file."""
    path = typed_name.strip().replace("\\", "/").removeprefix("./").rstrip("/")
    match = _YEAR_FOLDER.fullmatch(path)
    if match:
        path = match["name"]
    ending = PurePosixPath(path).suffix
    return path.removesuffix(ending) if ending.lower() in _ENDINGS else path


def _years_hint(name: str, years: Sequence[str]) -> str:
    """Return the hint of a name that documents of other years have."""
    if len(years) == 1:
        hint = _("'{name}' is a document of the year {year}: name it so, and add --year {year}.")
        return hint.format(name=name, year=years[0])
    hint = _("'{name}' is a document of the years {years}: name it so, and add one, such as --year {year}.")
    return hint.format(name=name, years=few_names(sorted(years)), year=max(years))


def _names_of_part(part: str, names: Iterable[str]) -> list[str]:
    """Return the names that end in a part, or that stand in a folder of that name."""
    return [name for name in names if name.endswith(f"/{part}") or name.startswith(f"{part}/")]
