"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from esa_docs.i18n import gettext as _

F = TypeVar("F", bound=Callable[..., Any])

_DEFAULT_PROJECT = Path("content")
_FIRST_YEAR, _LAST_YEAR = 2400, 2999


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
    return click.option("--year", type=YearType(), default=None, help=_("Fiscal year (B.E.), such as 2569."))(
        function
    )


def kind_option(function: F) -> F:
    """Add ``--kind``: a kind of document."""
    return click.option("--kind", type=KindType(), default=None, help=_("Only this kind of document."))(
        function
    )


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


class YearType(click.ParamType[int]):
    """A fiscal year of the Buddhist era, in either digit set."""

    name = "B.E."

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a year; one of the Christian era is told as such."""
        from esa_docs import thai  # noqa: PLC0415 loaded when a year is given

        text = thai.to_arabic_digits(str(value))
        year = int(text) if text.isascii() and text.isdigit() else 0
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            self.fail(
                _("a year of the Buddhist era is expected, found {year}").format(year=value), param, ctx
            )
        return year


class KindType(click.ParamType[str]):
    """A kind of document."""

    name = "KIND"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read a kind that exists."""
        from esa_docs.model.document import CONTENT_OF_KIND  # noqa: PLC0415 loads pydantic

        if value not in CONTENT_OF_KIND:
            kinds = ", ".join(CONTENT_OF_KIND)
            self.fail(
                _("one of {expected} is expected, found {found}").format(expected=kinds, found=value),
                param,
                ctx,
            )
        return str(value)


def project_root(root: Path | None) -> Path:
    """Give the project folder asked for, or the default."""
    if root is not None:
        return root
    return _DEFAULT_PROJECT if (_DEFAULT_PROJECT / "office.yaml").is_file() else Path()
