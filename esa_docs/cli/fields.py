"""``esa-docs fields``: the text of each field of an issue, to be pasted into the centre's form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from esa_docs.cli.options import force_option, format_option, project_option, project_root, year_option
from esa_docs.cli.show import DONE, report_faults, show_json
from esa_docs.cli.undone import unwritten
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.model.field_text import FilledForm

_FOLDER = click.Path(file_okay=False, path_type=Path)
_ENDING_OF_FILE: Final = re.compile(r"\.[A-Za-z]{2,5}")


def _folder_check(_context: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a name that ends like that of a file, unless such a folder is there."""
    if value is None or value.is_dir() or not _ENDING_OF_FILE.fullmatch(value.suffix):
        return value
    message = _(
        "The name of a folder is expected, and '{name}' ends like a file: write it without '{ending}'."
    )
    raise click.BadParameter(message.format(name=value.name, ending=value.suffix))


@click.command("fields", help=_("Show the text of each field of a SAR's issues, to paste into a web form."))
@click.argument("name")
@click.argument("issue", required=False)
@project_option
@year_option
@click.option(
    "-o",
    "folder",
    type=_FOLDER,
    default=None,
    callback=_folder_check,
    metavar="FOLDER",
    help=_("Write a text file for each issue into this folder."),
)
@force_option
@format_option
@report_faults
def fields_command(
    name: str,
    issue: str | None,
    root: Path | None,
    year: int | None,
    folder: Path | None,
    form: str,
    *,
    force: bool,
) -> int:
    """Show or write the issues that have results; ISSUE is a number such as 1.2.3."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    project = api.load(project_root(root))
    document = api.find(project, name, year)
    filled_forms = api.field_texts(document, project.kinds, issue)
    if folder is not None:
        _write(filled_forms, folder, force=force)
    elif form == "json":
        show_json([_as_dict(filled_form) for filled_form in filled_forms])
    else:
        _show(filled_forms)
    return DONE


def _write(filled_forms: Iterable[FilledForm], folder: Path, *, force: bool) -> None:
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    with unwritten(folder):
        files = api.text_files(filled_forms, folder, force=force)
    for path in api.write_files(files):
        click.echo(path.as_posix())


def _show(filled_forms: Iterable[FilledForm]) -> None:
    for filled_form in filled_forms:
        click.echo(f"== {filled_form.code} {filled_form.file_name}")
        for field in filled_form.fields:
            click.echo(f"[{field.label}]\n{field.text}\n")


def _as_dict(filled_form: FilledForm) -> dict[str, object]:
    fields = [{"name": field.name, "label": field.label, "text": field.text} for field in filled_form.fields]
    return {"issue": filled_form.code, "file_name": filled_form.file_name, "fields": fields}
