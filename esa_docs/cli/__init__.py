"""The command line: parse, call the API, show. Each command loads what it needs when it runs."""

from esa_docs.cli.click_words import speak_to_reader

# A type of click takes its words when an option is declared, so this comes before the commands are loaded.
speak_to_reader()

from esa_docs.cli.all_commands import COMMANDS, app, main  # noqa: E402

__all__ = ["COMMANDS", "app", "main"]
