"""Commands and types of options that speak to the reader where click would speak of its own names."""

from __future__ import annotations

import re
from typing import Any, Final

import click

from esa_docs.i18n import gettext as _

_COMMANDS_OF_WORDS: Final = {
    **dict.fromkeys(("สร้าง", "ทำ", "create", "make", "generate"), ("new", "build")),
    **dict.fromkeys(("ใหม่", "เริ่ม", "add", "init", "start"), ("new",)),
    **dict.fromkeys(("พิมพ์", "print", "render", "word", "docx"), ("build",)),
    **dict.fromkeys(("ตรวจ", "ตรวจสอบ", "เช็ก", "เช็ค", "validate", "lint", "test"), ("check",)),
    **dict.fromkeys(("ออกเลข", "เลขที่", "number"), ("issue", "numbers")),
    **dict.fromkeys(("ส่ง", "send"), ("sent",)),
    **dict.fromkeys(("แนบ", "สแกน", "scan"), ("attach",)),
    **dict.fromkeys(("สำเนา", "คัดลอก"), ("copy",)),
    **dict.fromkeys(("รายการ", "รายชื่อ", "show", "ls"), ("list",)),
    **dict.fromkeys(("สถานะ", "คืบหน้า", "progress"), ("status",)),
    **dict.fromkeys(("ดู", "ตัวอย่าง", "view"), ("preview",)),
    **dict.fromkeys(("บุคลากร", "คน", "person"), ("people",)),
}
"""Commands that people mean by a word, in Thai or as other programs call them."""
_SINGLE_DASH: Final = re.compile(r"(?P<option>-[A-Za-z][A-Za-z-]+)(?:=.*)?", re.DOTALL)


class CommandGroup(click.Group):
    """A group of commands that proposes a command only for a slip; click proposes whatever looks alike."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word; refuse one that there is not."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            message = _("No such command {name!r}.").format(name=name)
            ctx.fail(f"{message} {_command_hint(name, self.list_commands(ctx))}")
        resolved = super().resolve_command(ctx, args)
        if resolved[1] is not None:
            _refuse_single_dash(ctx, resolved[1], resolved[2])
        return resolved


def _command_hint(word: str, commands: list[str]) -> str:
    """Return the commands that a word may mean, by what they do or how they are spelled; else all of them."""
    from esa_docs.hints import did_you_mean, nearest  # noqa: PLC0415 keeps --help fast

    meant = [name for name in _COMMANDS_OF_WORDS.get(word, ()) if name in commands]
    near_commands = meant or nearest(word, commands)
    if near_commands:
        return did_you_mean(near_commands)
    return _("Known here: {choices}.").format(choices=", ".join(commands))


def _refuse_single_dash(ctx: click.Context, command: click.Command, words: list[str]) -> None:
    """Refuse a long option behind one dash, such as -kind: click would take it for -k, -i, -n and -d."""
    long_options: set[str] = set()
    for param in command.params:
        long_options.update(param.opts)
    for word in words:
        match = _SINGLE_DASH.fullmatch(word)
        long_option = f"-{match['option']}" if match else ""
        if match and long_option in long_options:
            from esa_docs.hints import did_you_mean  # noqa: PLC0415 keeps --help fast

            message = _("No such option {name!r}.").format(name=match["option"])
            ctx.fail(f"{message} {did_you_mean([long_option])}")


class WholeNumber(click.IntRange):
    """A whole number in a range; click would name its type in English, and the range by signs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return a number, typed in Arabic or Thai digits; refuse what is none, or is out of the range."""
        try:
            number = int(value)
        except ValueError:
            message = _("a whole number is expected, found '{text}'").format(text=value)
            self.fail(message, param, ctx)
        if self.min is not None and number < self.min:
            message = _("a number from {least} up is expected, found {found}")
            self.fail(message.format(least=self.min, found=number), param, ctx)
        if self.max is not None and number > self.max:
            message = _("a number up to {most} is expected, found {found}")
            self.fail(message.format(most=self.max, found=number), param, ctx)
        return number
