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
from esa_docs.cli.variable_lines import variable_lines
from esa_docs.diagnostics import ContentError
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.diagnostics import Diagnostic
    from esa_docs.model.printed.shape import Variable


def _one_form(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the form of an argument: that of a kind, also by its Thai name, or a further one by its name.

    Raises:
        click.BadParameter: it means none, or several.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if value is None or value in api.forms():
        return value
    if api.kinds_named(api.kinds(), value):
        return kind_named(value)
    message = _("a kind of document is expected, found '{kind}'").format(kind=value)
    raise click.BadParameter(f"{message} {_hint_of_forms(value)}")


def _hint_of_forms(word: str) -> str:
    """Return the hint of the forms that a word may mean; all of them where it is like none."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast
    from esa_docs.hints import did_you_mean, nearest  # noqa: PLC0415 as above

    thai_names = {kind.name: kind.thai_name for kind in api.kinds()}
    near_words = nearest(word, [*api.forms(), *thai_names.values()])
    if near_words:
        return did_you_mean(near_words)
    names: list[str] = []
    for form in api.forms():
        name = f"{form} ({thai_names[form]})" if form in thai_names else form
        names.append(name)
    return _("Known here: {choices}.").format(choices=", ".join(names))


@click.group(
    "template",
    help=_("Check a Word template, list what it may print, or begin with the shipped one."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def template_command() -> None:
    """Group the commands on templates."""


@template_command.command("check", help=_("Find all that is wrong with templates before they are used."))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.docx...")
@click.option(
    "--kind",
    default=None,
    callback=_one_form,
    metavar="KIND",
    help=_("Kind of document that they are for; by default the name of each file."),
)
@report_options
@report_faults
def check_command(paths: tuple[Path, ...], kind: str | None, form: str, *, strict: bool) -> int:
    """Check the templates, those in folders too, and report."""
    diagnostics: list[Diagnostic] = []
    if kind is None:
        _refuse_unnamed(paths)
    for file in _files_at_all(paths):
        diagnostics += _faults_of(file, kind or _form_of_file(file))
    show_diagnostics(diagnostics, form)
    tell(summary(diagnostics))
    return exit_code(diagnostics, strict=strict)


def _files_at_all(paths: Iterable[Path]) -> list[Path]:
    """Return the files of all paths, in their order."""
    files: list[Path] = []
    for path in paths:
        files += _files_at(path)
    return files


def _files_at(path: Path) -> list[Path]:
    """Return a file, or the Word files in a folder, in the order of their names.

    Raises:
        click.UsageError: the folder has none.
    """
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.glob("*.docx") if not file.name.startswith("~$"))
    if not files:
        message = _("there is no Word file (.docx) in the folder '{path}'")
        raise click.UsageError(message.format(path=path.as_posix()))
    return files


def _refuse_unnamed(paths: Iterable[Path]) -> None:
    """Refuse files of which nobody says for which form they are; those in a folder are told with the others.

    Raises:
        click.UsageError: there is one.
    """
    for path in paths:
        if not path.is_dir() and _form_of_file(path) is None:
            message = _("say for which kind of document '{file}' is: --kind order").format(file=path.name)
            raise click.UsageError(f"{message} {_hint_of_forms('')}")


def _faults_of(file: Path, form_name: str | None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a template; that it cannot be read does not stop the check of others.

    Args:
        file: the template.
        form_name: the form that it is for; None where nobody says.
    """
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if form_name is None:
        return (api.diagnose_unnamed_template(file),)
    try:
        return api.check_template(file, form_name)
    except ContentError as fault:
        return fault.diagnostics


def _form_of_file(file: Path) -> str | None:
    """Return the form whose name a file bears, or the Thai name of whose kind; None where it bears none."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    if file.stem.lower() in api.forms():
        return file.stem.lower()
    named_kinds = api.kinds_named(api.kinds(), file.stem)
    return named_kinds[0].name if len(named_kinds) == 1 else None


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
    """Print variables as a table, or as one JSON list."""
    if form == "json":
        show_json([variable.as_dict() for variable in variables])
        return
    for line in variable_lines(list(variables)):
        click.echo(line)


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
