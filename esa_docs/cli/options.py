"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from esa_docs.i18n import gettext as _

F = TypeVar("F", bound=Callable[..., Any])

_DEFAULT_PROJECT = Path("content")
_WORKBOOK = ".xlsx"
_OTHER_WORKBOOKS = (".xls", ".xlsm", ".xlsb", ".ods")
_CENTURY: Final = 2500
_SHORT_YEARS: Final = range(10, 100)
"""Years as people shorten them: 69 for 2569."""


def project_option(function: F) -> F:
    """Add ``-C``: the project folder."""
    return click.option(
        "-C",
        "root",
        type=click.Path(path_type=Path),
        default=None,
        metavar="DIR",
        help=_("Project folder; by default ./content if it is a project, else this folder."),
    )(function)


def year_option(function: F) -> F:
    """Add ``--year``: a fiscal year in the Buddhist era."""
    meaning = _("Fiscal year (B.E.), such as 2569.")
    return click.option("--year", default=None, callback=parse_year, metavar="YEAR", help=meaning)(function)


def out_option(function: F) -> F:
    """Add ``--out``: the output folder."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path("build"),
        metavar="DIR",
        help=_("Output folder; by default ./build."),
    )(function)


def report_options(function: F) -> F:
    """Add ``--format`` and ``--strict``."""
    strict = click.option("--strict", is_flag=True, help=_("Count warnings as errors."))
    return strict(format_option(function))


def format_option(function: F) -> F:
    """Add ``--format``."""
    choice = click.Choice(["text", "json"])
    return click.option(
        "--format", "form", type=choice, default="text", help=_("Form of the report: text or json.")
    )(function)


def output_option(meaning: str, *endings: str) -> Callable[[F], F]:
    """Return a decorator that adds ``-o``: a file to write.

    Args:
        meaning: the help text.
        endings: what its name may end in, such as ``.docx``.
    """
    return click.option(
        "-o",
        "output",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        callback=ending_check(*endings),
        metavar="FILE",
        help=meaning,
    )


def force_option(function: F) -> F:
    """Add ``--force``: overwrite a file that somebody made or edited elsewhere."""
    meaning = _("Overwrite a file made or edited elsewhere.")
    return click.option("--force", is_flag=True, help=meaning)(function)


def ending_check(*endings: str) -> Callable[[click.Context, click.Parameter, Path | None], Path | None]:
    """Return a callback that refuses a file whose name does not end in one of these.

    Args:
        endings: such as ``.docx``.
    """

    def check(_context: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
        if value is not None and value.suffix.lower() not in endings:
            message = _("a file that ends in {endings} is expected, found '{name}'")
            text = message.format(endings=" / ".join(endings), name=value.name)
            if value.suffix.lower() in _OTHER_WORKBOOKS and _WORKBOOK in endings:
                cure = _("Open it in Excel or LibreOffice and save it as .xlsx.")
                text = f"{text}. {cure}"
            raise click.BadParameter(text)
        return value

    return check


def parse_year(
    _context: click.Context | None, _param: click.Parameter | None, value: str | None
) -> int | None:
    """Return a year of the Buddhist era, written in either digit set; refuse any other number."""
    from esa_docs import thai  # noqa: PLC0415 loaded when a year is given
    from esa_docs.hints import did_you_mean, era_hint  # noqa: PLC0415

    if value is None:
        return None
    year = thai.whole_number(value) or 0
    if not thai.FIRST_YEAR <= year <= thai.LAST_YEAR:
        message = _("a year of the Buddhist era is expected, found {year}").format(year=value)
        is_christian = thai.FIRST_YEAR <= year + thai.CE_TO_BE <= thai.LAST_YEAR
        if is_christian:
            message = f"{message} {era_hint(year)}"
        elif year in _SHORT_YEARS:
            message = f"{message} {did_you_mean([str(_CENTURY + year)])}"
        raise click.BadParameter(message)
    return year


def parse_date(_context: click.Context, _param: click.Parameter, value: str | None) -> dt.date | None:
    """Return a date, None for none; refuse what is no day, and a year of the Christian era."""
    from esa_docs import thai  # noqa: PLC0415 loaded when a date is given
    from esa_docs.hints import era_hint  # noqa: PLC0415

    if value is None:
        return None
    try:
        return thai.parse_date(thai.clean_text(value))
    except thai.WrongEra as fault:
        message = _("a year of the Buddhist era is expected, found {year}").format(year=fault.year)
        raise click.BadParameter(f"{message} {era_hint(fault.year)}") from fault
    except thai.DateError as fault:
        message = _("a day of the calendar is expected, such as 16 กันยายน 2569, found '{text}'")
        raise click.BadParameter(message.format(text=value)) from fault


def project_root(root: Path | None) -> Path:
    """Return the project folder.

    Args:
        root: the folder that ``-C`` names; None for ``content`` if it is a project, else this folder.
    """
    if root is not None:
        return root
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    return _DEFAULT_PROJECT if api.is_project(_DEFAULT_PROJECT) else Path()
