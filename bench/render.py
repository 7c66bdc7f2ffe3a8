"""Time how fast the manual is made, against plain docxtpl and against an empty Python.

    python bench/render.py [ROUNDS]

Every round runs each contestant once, in turn, so that a slow moment of the machine falls on all of them. The
tables show the median of the rounds' ratios. The garbage collector rests while a contestant runs, as in
``timeit``. Both fill in the same template with the same values: docxtpl with ``autoescape=True`` and plain
strings, writing to memory; ours with Thai runs, contents and reproducible bytes.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from markupsafe import Markup

from esa_docs import api
from esa_docs.model.document import Context, Document
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.render import build_context, render, render_checked
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.templates.reading.template_file import template_of
from esa_docs.word.theme import Look

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 1, 1)
ROUNDS = 31
COLD_ROUNDS = 7


def nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Work that is timed.

    Attributes:
        run: the function that does the work once.
        prepare: a function that is called before each run, and is not timed.
    """

    run: Callable[[], object]
    prepare: Callable[[], object] = nothing


def main() -> None:
    """Run the bench and print its tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    project = api.load(ROOT / "content")
    manual = api.find(project, "manual")
    print_table(f"warm, median of {rounds} rounds", warm(manual, rounds), "docxtpl")
    print_table(f"whole process, median of {COLD_ROUNDS} rounds", cold(), "python -c pass")


def warm(manual: Document[Any], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each run in a process that has made the document before."""
    template = template_of(manual)
    context = with_drawings_inside(build_context(manual))

    def plain_docxtpl() -> None:
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(io.BytesIO())

    def render_and_verify() -> None:
        checked = render_checked(manual, "manual.docx", today=TODAY)
        if checked.diagnostics:
            raise SystemExit(f"the manual is not clean: {checked.diagnostics}")

    def render_only() -> None:
        render(manual, today=TODAY)

    contestants = {
        "docxtpl": Contestant(plain_docxtpl),
        "render": Contestant(render_only),
        "render, texts never seen": Contestant(render_only, partial(forget_texts, manual)),
        "render + verify": Contestant(render_and_verify),
    }
    return run_rounds(contestants, rounds)


def with_drawings_inside(context: Context) -> dict[str, Any]:
    """Return a context whose drawings are XML that closes the run it stands in and opens another.

    docxtpl puts values into the text of a run, so a drawing has to leave the run by itself.
    """
    values: dict[str, Any] = {name: value for name, value in context.items() if name != "drawings"}
    drawings: Any = context["drawings"]
    runs = {drawing_mark(number): drawing.run for number, drawing in enumerate(drawings)}
    for work in values["works"]:
        xml_of_pages = [f"</w:t></w:r>{runs[mark]}<w:r><w:t>" for mark in work["chart"]]
        work["chart"] = [Markup(xml) for xml in xml_of_pages]  # noqa: S704 our own XML
    return values


def cold() -> dict[str, list[float]]:
    """Return the seconds of whole processes: the first build, and a build with nothing to do."""
    with tempfile.TemporaryDirectory() as folder:
        built_folder, new_folder = Path(folder, "kept"), Path(folder, "new")
        build_into(built_folder)
        contestants = {
            "python -c pass": Contestant(partial(run_python, "-c", "pass")),
            "esa-docs --help": Contestant(partial(run_python, "-m", "esa_docs.cli", "--help")),
            "esa-docs build": Contestant(partial(build_into, new_folder), partial(remove, new_folder)),
            "esa-docs build, unchanged": Contestant(partial(build_into, built_folder)),
        }
        return run_rounds(contestants, COLD_ROUNDS)


def run_rounds(contestants: dict[str, Contestant], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each contestant, once a round; a first round does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            contestant.prepare()
            duration = seconds_of(contestant.run)
            if number > 0:
                seconds[name].append(duration)
    return seconds


def seconds_of(call: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    call()
    duration = time.perf_counter() - start
    gc.enable()
    return duration


def forget_texts(manual: Document[Any]) -> None:
    """Make the compiled template forget the texts it has split before."""
    path = template_of(manual)
    look = Look(manual.office.font, manual.numerals, manual.office.sizes)
    template = compile_template(path.read_bytes(), path.as_posix(), look)
    # All parts of a template share one environment.
    (environment,) = {part.environment for part in template.parts.values()}
    for name, text_filter in environment.filters.items():
        if name.startswith("runs"):
            text_filter.__wrapped__.cache_clear()


def build_into(out: Path) -> None:
    """Build the shipped manual with the command line."""
    run_python("-m", "esa_docs.cli", "build", "-C", str(ROOT / "content"), "--out", str(out))


def run_python(*arguments: str) -> None:
    """Run Python in a process of its own, to its end."""
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


def remove(out: Path) -> None:
    """Delete the files of a build, so that the next build is a first one."""
    for path in sorted(out.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def print_table(title: str, seconds: dict[str, list[float]], base: str) -> None:
    """Print each contestant's median time and the median of its ratios to the base."""
    print(f"\n{title}")
    print(f"  {'':28}{'ms':>9}{'times faster':>14}{'times slower':>14}")
    for name, durations in seconds.items():
        pairs = zip(seconds[base], durations, strict=True)
        ratio = statistics.median(base_duration / duration for base_duration, duration in pairs)
        milliseconds = statistics.median(durations) * 1000
        print(f"  {name:28}{milliseconds:9.2f}{ratio:14.2f}{1 / ratio:14.2f}")


if __name__ == "__main__":
    main()
