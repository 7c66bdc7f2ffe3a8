"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from esa_docs.i18n import gettext as _

F = TypeVar("F", bound=Callable[..., Any])

_DEFAULT_PROJECT = Path("content")


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


def kind_option(function: F) -> F:
    """Add ``--kind``: a kind of document."""
    meaning = _("Only this kind of document.")
    return click.option("--kind", default=None, callback=_known_kind, metavar="KIND", help=meaning)(function)


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
    """Add ``-o``: a file to write, whose name ends in one of these.

    Args:
        meaning: what is written to it.
        endings: such as ``.docx``.
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
    """Add ``--force``: write over what somebody else made."""
    meaning = _("Overwrite a file made or edited elsewhere.")
    return click.option("--force", is_flag=True, help=meaning)(function)


def ending_check(*endings: str) -> Callable[[click.Context, click.Parameter, Path | None], Path | None]:
    """Make the callback that refuses a file whose name does not end in one of these."""

    def check(_context: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
        if value is not None and value.suffix.lower() not in endings:
            message = _("a file that ends in {endings} is expected, found '{name}'")
            raise click.BadParameter(message.format(endings=" / ".join(endings), name=value.name))
        return value

    return check


def parse_year(_context: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """Read a year of the Buddhist era in either digit set; one of the Christian era is told as such."""
    from esa_docs import thai  # noqa: PLC0415 loaded when a year is given

    if value is None:
        return None
    text = thai.to_arabic_digits(value)
    year = int(text) if text.isascii() and text.isdigit() else 0
    if not thai.FIRST_YEAR <= year <= thai.LAST_YEAR:
        raise click.BadParameter(_("a year of the Buddhist era is expected, found {year}").format(year=value))
    return year


def _known_kind(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Refuse a kind of document that does not exist."""
    from esa_docs import api  # noqa: PLC0415 loads pydantic

    names = api.kinds().names
    if value is not None and value not in names:
        kinds = ", ".join(names)
        raise click.BadParameter(
            _("one of {expected} is expected, found {found}").format(expected=kinds, found=value)
        )
    return value


def project_root(root: Path | None) -> Path:
    """Give the project folder asked for, or the default."""
    if root is not None:
        return root
    return _DEFAULT_PROJECT if (_DEFAULT_PROJECT / "office.yaml").is_file() else Path()
