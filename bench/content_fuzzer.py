"""One changed content file after another: what the program says of it, and what it prints of it."""

from __future__ import annotations

import datetime as dt
import difflib
import shutil
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Final
from zipfile import ZipFile

from content_mutations import MUTATIONS, encode
from lxml import etree
from typed_words import TypedWord, all_typed, plain, typed_words

from esa_docs import api
from esa_docs.diagnostics import Diagnostic, EsaDocsError, has_errors
from esa_docs.model.project import Project

_DAY: Final = dt.date(2026, 9, 30)
_NEAR: Final = 3
"""Lines between a word and a diagnostic that tells of it."""
_LINES_SHOWN: Final = 6
_ROSTER_AND_OFFICE: Final = ("people.yaml", "office.yaml")
"""Files of which no document prints all: nobody need be named, no law cited."""
_TEXT: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one changed file.

    Attributes:
        change: how it was changed.
        faults: what is wrong, in words; empty where all is well.
        is_told: the program tells of the change.
    """

    change: str
    faults: tuple[str, ...] = ()
    is_told: bool = False

    def __str__(self) -> str:
        """Return the change, and each fault on a line of its own."""
        return "\n  ".join([self.change, *self.faults])


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program says of a project, and all that it prints."""

    diagnostics: tuple[Diagnostic, ...]
    text: str = ""


class ContentFuzzer:
    """A copy of a project in which one file is changed at a time."""

    def __init__(self, project: Path, copy: Path) -> None:
        shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".esa-docs", "schemas", "output"))
        self._root = copy
        self._files = sorted(copy.rglob("*.yaml"))
        self._bytes_by_text: dict[bytes, str] = {}
        self._before = self._read()
        self._tellings_before = Counter(map(_telling, self._before.diagnostics))

    def try_change(self, seed: str) -> Verdict:
        """Change one file, read the project, put the file back, and return the verdict.

        Args:
            seed: decides which file is changed, and how.
        """
        random = Random(seed)  # noqa: S311 no secret
        path = random.choice(self._files)
        data = path.read_bytes()
        mutate = random.choice(MUTATIONS)
        lines = data.decode().split("\n")
        changed_text = "\n".join(mutate(lines, random))
        changed_data, encoding = encode(changed_text, random)
        name = path.relative_to(self._root).as_posix()
        change = f"{seed} {name}: {mutate.__name__} {encoding}\n{_difference(lines, changed_text)}".rstrip()
        path.write_bytes(changed_data)
        try:
            return self._judge(change, name, data.decode(), changed_data)
        except EsaDocsError as fault:
            codes = sorted({diagnostic.code for diagnostic in fault.diagnostics})
            return Verdict(change, (f"checked without fault, not printed: {', '.join(codes)}",))
        except Exception:  # noqa: BLE001 whatever it is, it is what this program looks for
            return Verdict(change, (traceback.format_exc(),))
        finally:
            path.write_bytes(data)

    def _judge(self, change: str, name: str, text: str, changed_data: bytes) -> Verdict:
        reading = self._read()
        news = self._news(reading.diagnostics)
        if has_errors(news):
            return Verdict(change, is_told=True)
        changed_text = changed_data.decode("utf-8", "replace")
        lost_words = list(self._lost_words(name, text, changed_text, reading))
        near_lines = {diagnostic.location.line for diagnostic in news if self._is_in(diagnostic, name)}
        faults: list[str] = []
        for word in lost_words:
            if not any(abs(word.line - line) <= _NEAR for line in near_lines):
                faults.append(f"line {word.line}, {word.key}: '{word.text}' is neither printed nor told")
        return Verdict(change, tuple(faults), is_told=bool(news))

    def _is_in(self, diagnostic: Diagnostic, name: str) -> bool:
        """Return whether a diagnostic stands in a file, named from the project.

        Paths are those from the current folder, and absolute where the project lies outside it.
        """
        return Path(diagnostic.location.path).resolve() == (self._root / name).resolve()

    def _read(self) -> Reading:
        """Return what the program says, and what it prints where it finds no error."""
        try:
            project = api.load(self._root)
        except EsaDocsError as fault:
            return Reading(fault.diagnostics)
        diagnostics = api.check(project)
        if has_errors(diagnostics):
            return Reading(diagnostics)
        return Reading(diagnostics, plain("".join(self._texts(project))))

    def _texts(self, project: Project) -> Iterator[str]:
        """Generate the text of each document.

        Raises:
            ContentError: a document cannot be printed.
        """
        for document in project.documents:
            data = api.render(document, today=_DAY)
            if data not in self._bytes_by_text:
                checked = api.render_checked(document, today=_DAY)
                if checked.value is None:
                    raise EsaDocsError(checked.diagnostics)
                self._bytes_by_text[data] = text_of_word_file(data)
            yield self._bytes_by_text[data]

    def _news(self, diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
        """Return the diagnostics that the project has not without the change."""
        tellings = Counter(self._tellings_before)
        news: list[Diagnostic] = []
        for diagnostic in diagnostics:
            if tellings[_telling(diagnostic)]:
                tellings[_telling(diagnostic)] -= 1
            else:
                news.append(diagnostic)
        return news

    def _silent_keys(self, text: str) -> set[str]:
        """Return the keys of a file that print little: they name files and people, or hold another round."""
        balance: Counter[str] = Counter()
        for word in typed_words(text):
            letters = plain(word.text)
            # Short words stand in many documents: they say little about the key.
            if letters in self._before.text:
                balance[word.key] += len(letters)
            else:
                balance[word.key] -= len(letters)
        return {key for key, number in balance.items() if number <= 0}

    def _lost_words(self, name: str, text: str, changed_text: str, reading: Reading) -> Iterator[TypedWord]:
        """Generate the words that are typed and printed less often than they should be."""
        typed_before, typed = all_typed(text), all_typed(changed_text)
        if name in _ROSTER_AND_OFFICE:
            return
        silent_keys = self._silent_keys(text)
        words = [word for word in typed_words(changed_text) if word.key not in silent_keys]
        for word in words:
            letters = plain(word.text)
            times = typed.count(letters)
            more_typed = times - typed_before.count(letters)
            printed_times = reading.text.count(letters)
            more_printed = printed_times - self._before.text.count(letters)
            # A word that is typed less often may be printed less often.
            is_lost = more_printed < 0 <= more_typed
            is_new_and_lost = more_typed > 0 and more_printed == 0
            if (is_lost or is_new_and_lost) and printed_times < times:
                yield word


def _difference(lines: list[str], changed_text: str) -> str:
    """Return the first lines that a change took away and brought in."""
    differences = difflib.ndiff(lines, changed_text.split("\n"))
    changed_lines = [f"  {ascii_signs(line)}" for line in differences if line.startswith(("- ", "+ "))]
    return "\n".join(changed_lines[:_LINES_SHOWN])


def ascii_signs(line: str) -> str:
    """Return a line in which signs that are not seen have their escapes."""
    return "".join(map(_visible, line))


def _visible(letter: str) -> str:
    if letter.isprintable():
        return letter
    return ascii(letter)[1:-1]


def text_of_word_file(data: bytes) -> str:
    """Return all text of a Word file: of its body, its headers and footers, its footnotes and charts."""
    texts: list[str] = []
    with ZipFile(BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(package.read(name))
                texts += [element.text or "" for element in root.iter(_TEXT)]
    return "".join(texts)


def _telling(diagnostic: Diagnostic) -> tuple[str, str, str, str]:
    """Return what makes two diagnostics the same: all but the line, which a change may move."""
    return diagnostic.code, diagnostic.location.path, diagnostic.message, diagnostic.field
