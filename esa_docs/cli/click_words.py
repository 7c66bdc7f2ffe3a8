"""The words of click in the reader's language: help, wrong usage, questions.

click asks Python's gettext for its words, and that looks at LANGUAGE and LANG, never at ESA_DOCS_LANG. After
`speak_to_reader` the modules of click ask the catalogue of this program instead.
"""

from __future__ import annotations

import gettext as python_gettext
import sys
from typing import Final

import click

from esa_docs import i18n
from esa_docs.i18n import gettext as _

CLICK_WORDS: Final = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Positional arguments"),
    _("Show this message and exit."),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Aborted!"),
    _("deprecated"),
    _("default: {default}"),
    _("(dynamic)"),
    _("required"),
    _("env var: {var}"),
    _("Missing command."),
    _("Missing argument"),
    _("Missing option"),
    _("Missing parameter"),
    _("Missing {param_type}"),
    _("Missing parameter: {param_name}"),
    _("No such option {name!r}."),
    _("No such option: {name}"),
    _("No such command {name!r}."),
    _("Did you mean {possibility}?"),
    _("(Did you mean one of: {possibilities}?)"),
    _("(Possible options: {possibilities})"),
    _("Got unexpected extra argument ({args})"),
    _("Got unexpected extra arguments ({args})"),
    _("Option {name!r} does not take a value."),
    _("Option {name!r} requires an argument."),
    _("Option {name!r} requires {nargs} arguments."),
    _("Argument {name!r} takes {nargs} values."),
    _("Takes {nargs} values but 1 was given."),
    _("Takes {nargs} values but {len} were given."),
    _("Value must be an iterable."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("Choose from:\n\t{choices}"),
    _("{value!r} is not {choice}."),
    _("{value!r} is not one of {choices}."),
    _("{value!r} is not a valid {number_type}."),
    _("{value} is not in the range {range}."),
    _("{value!r} is not a valid boolean. Recognized values: {states}"),
    _("{value!r} is not a valid boolean."),
    _("{value!r} does not match the format {format}."),
    _("{value!r} does not match the formats {formats}."),
    _("{value!r} is not a valid UUID."),
    _("{len_type} values are required, but {len_value} was given."),
    _("{len_type} values are required, but {len_value} were given."),
    _("file"),
    _("directory"),
    _("path"),
    _("{name} {filename!r} does not exist."),
    _("{name} {filename!r} is a file."),
    _("{name} {filename!r} is a directory."),
    _("{name} {filename!r} is not readable."),
    _("{name} {filename!r} is not writable."),
    _("{name} {filename!r} is not executable."),
    _("Could not open file {filename!r}: {message}"),
    _("unknown error"),
    _("Do you want to continue?"),
    _("Confirm the action without prompting."),
    _("Repeat for confirmation"),
    _("Error: The two entered values do not match."),
    _("Error: invalid input"),
    _("Press any key to continue..."),
    _("DeprecationWarning: The command {name!r} is deprecated.{extra_message}"),
    _("DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}"),
)
"""What click 8.1 to 8.5 says to the person at the console, listed for the catalogue.

Its words to programmers, on options that are declared wrongly, stay English.
"""

_pieces_of_command: Final = click.Command.collect_usage_pieces
_pieces_of_group: Final = click.Group.collect_usage_pieces
_message_of_click: Final = click.MissingParameter.format_message


def speak_to_reader() -> None:
    """Let the modules of click ask the catalogue of this program for their words.

    A type of click takes its words when an option is declared, so this comes before every declaration.
    A second call changes nothing.
    """
    own_functions: dict[str, object] = {"_": i18n.gettext, "ngettext": _one_or_several}
    python_functions = {"_": python_gettext.gettext, "ngettext": python_gettext.ngettext}
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "click"]
    for module in modules:
        for name, python_function in python_functions.items():
            if getattr(module, name, None) is python_function:
                setattr(module, name, own_functions[name])
    setattr(click.MissingParameter, "format_message", _without_stray_stop)  # noqa: B010 mypy takes no assignment
    setattr(click.Command, "collect_usage_pieces", _command_usage)  # noqa: B010 as above
    setattr(click.Group, "collect_usage_pieces", _group_usage)  # noqa: B010 as above


def _one_or_several(singular: str, plural: str, count: int) -> str:
    # Thai has one form for both; English, as the source, has two.
    return i18n.gettext(singular) if count == 1 else i18n.gettext(plural)


def _command_usage(command: click.Command, ctx: click.Context) -> list[str]:
    """Return the pieces of the line of usage, the English ones in the reader's language."""
    words = {"[OPTIONS]": _("[OPTIONS]")}
    return [words.get(piece, piece) for piece in _pieces_of_command(command, ctx)]


def _group_usage(group: click.Group, ctx: click.Context) -> list[str]:
    """Return the pieces of the line of usage of a group of commands, as those of a command."""
    words = {"COMMAND [ARGS]...": _("COMMAND [ARGS]...")}
    return [words.get(piece, piece) for piece in _pieces_of_group(group, ctx)]


def _without_stray_stop(error: click.MissingParameter) -> str:
    """Return the message of a missing argument; click puts a full stop behind it, which Thai has not."""
    message = _message_of_click(error)
    is_english = _("Missing argument") == "Missing argument"
    return message if is_english else message.replace("'. ", "' ").removesuffix(".")
