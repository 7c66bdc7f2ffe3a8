"""``esa-docs template``: the office's own templates are checked, begun, and their variables listed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esa_docs.cli.kind_words import kind_named
from esa_docs.cli.options import format_option, output_option, project_option, project_root, report_options
from esa_docs.cli.show import (
    DONE,
    exit_code,
    report_faults,
    show_diagnostics,
    show_json,
    summary,
    tell,
)
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.printed.shape import Variable


def _one_form(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the form of an argument: that of a kind, also by its Thai name, or a further one by its name."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if value is None or value in api.forms():
        return value
    return kind_named(value)


@click.group(
    "template",
    help=_("Check a Word template, list what it may print, or begin with the shipped one."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def template_command() -> None:
    """Group the commands on templates."""


@template_command.command("check", help=_("Find all that is wrong with a template before it is used."))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@click.option(
    "--kind",
    default=None,
    callback=_one_form,
    metavar="KIND",
    help=_("Kind of document that it is for; by default the name of the file."),
)
@report_options
@report_faults
def check_command(file: Path, kind: str | None, form: str, *, strict: bool) -> int:
    """Check the template and report."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    diagnostics = api.check_template(file, kind or _form_of_file(file))
    show_diagnostics(diagnostics, form)
    tell(summary(diagnostics))
    return exit_code(diagnostics, strict=strict)


def _form_of_file(file: Path) -> str:
    """Return the form whose name a file bears.

    Raises:
        click.UsageError: it bears none.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if file.stem in api.forms():
        return file.stem
    message = _("say for which kind of document the template is: --kind order")
    raise click.UsageError(message)


@template_command.command("vars", help=_("List every value that a template may print, with an example."))
@click.argument("form_name", callback=_one_form, metavar="KIND")
@output_option(_("Write a Word page to copy from, such as values.docx."), ".docx")
@format_option
@report_faults
def vars_command(form_name: str, output: Path | None, form: str) -> int:
    """Show the variables, or write them."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if output is not None:
        api.write_variables(form_name, output)
        click.echo(api.path_label(output))
        return DONE
    _show_variables(api.template_variables(form_name), form)
    return DONE


def _show_variables(variables: Iterable[Variable], form: str) -> None:
    """Print variables, a line for each, or as one JSON list."""
    if form == "json":
        show_json([variable.as_dict() for variable in variables])
        return
    for variable in variables:
        tag = variable.tag.replace("\n", " ")
        words = (variable.label, tag, variable.meaning, variable.example)
        click.echo("\t".join(words))


@template_command.command("copy", help=_("Put the shipped template into the project, to change it there."))
@click.argument("form_name", callback=_one_form, metavar="KIND")
@project_option
@report_faults
def copy_command(form_name: str, root: Path | None) -> int:
    """Copy the template and name its path."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    path = api.copy_template(project_root(root), form_name)
    click.echo(api.path_label(path))
    return DONE
