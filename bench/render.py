"""How fast the manual is made, against plain docxtpl and against an empty Python; ratios taken in one run.

    python bench/render.py [ROUNDS]

Every round runs each contestant once, in turn, so that a slow moment of the machine falls on all of them;
what is printed is the median of the rounds' ratios. The garbage collector rests while a contestant runs, as
in ``timeit``. Both fill in the same template with the same values: docxtpl with ``autoescape=True`` and
plain strings, writing to memory; ours with Thai runs, contents and reproducible bytes.
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
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from markupsafe import Markup

from esa_docs import api
from esa_docs.model.document import Context, Document
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.render import build_context, render, render_checked
from esa_docs.word.template import compile_template
from esa_docs.word.template_file import template_of
from esa_docs.word.theme import Look

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 1, 1)
COLD_ROUNDS = 7

Contestant = Callable[[], object]


def main() -> None:
    """Run the bench and print its tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    manual = api.find(api.load(ROOT / "content"), "manual")
    print_table(f"warm, median of {rounds} rounds", warm(manual, rounds), "docxtpl")
    print_table(f"whole process, median of {COLD_ROUNDS} rounds", cold(), "python -c pass")


def warm(manual: Document[Any], rounds: int) -> dict[str, list[float]]:
    """Time one document in a process that has made it before."""
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

    def render_unseen() -> None:
        render(manual, today=TODAY)

    return run_rounds(
        {
            "docxtpl": (plain_docxtpl, nothing),
            "render": (lambda: render(manual, today=TODAY), nothing),
            "render, texts never seen": (render_unseen, lambda: forget_texts(manual)),
            "render + verify": (render_and_verify, nothing),
        },
        rounds,
    )


def with_drawings_inside(context: Context) -> dict[str, Any]:
    """Give docxtpl the drawings as it takes them: XML that closes the run it stands in and opens another."""
    values: dict[str, Any] = {name: value for name, value in context.items() if name != "drawings"}
    given: Any = context["drawings"]
    drawings = {drawing_mark(number): one.run for number, one in enumerate(given)}
    for work in values["works"]:
        xml = [f"</w:t></w:r>{drawings[mark]}<w:r><w:t>" for mark in work["chart"]]
        work["chart"] = [Markup(one) for one in xml]  # noqa: S704 our own XML
    return values


def cold() -> dict[str, list[float]]:
    """Time whole processes: the first build, and a build with nothing to do."""
    with tempfile.TemporaryDirectory() as folder:
        kept, new = Path(folder, "kept"), Path(folder, "new")
        build_into(kept)
        return run_rounds(
            {
                "python -c pass": (lambda: run(["-c", "pass"]), nothing),
                "esa-docs --help": (lambda: run(["-m", "esa_docs.cli", "--help"]), nothing),
                "esa-docs build": (lambda: build_into(new), lambda: remove(new)),
                "esa-docs build, unchanged": (lambda: build_into(kept), nothing),
            },
            COLD_ROUNDS,
        )


def run_rounds(contestants: dict[str, tuple[Contestant, Contestant]], rounds: int) -> dict[str, list[float]]:
    """Time each contestant once a round, after what prepares it; one round before does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, (contestant, prepare) in contestants.items():
            prepare()
            taken = timed(contestant)
            if number:
                seconds[name].append(taken)
    return seconds


def timed(contestant: Contestant) -> float:
    """Give the seconds one call takes."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    contestant()
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def forget_texts(manual: Document[Any]) -> None:
    """Make the compiled template forget the texts it has split before."""
    path = template_of(manual)
    look = Look(manual.office.font, manual.numerals, manual.office.sizes)
    template = compile_template(path.read_bytes(), path.as_posix(), look)
    (environment,) = {part.environment for part in template.parts.values()}
    for name, write in environment.filters.items():
        if name.startswith("runs"):
            write.cache_clear()


def build_into(out: Path) -> None:
    """Build the shipped manual with the command line."""
    run(["-m", "esa_docs.cli", "build", "-C", str(ROOT / "content"), "--out", str(out)])


def run(arguments: list[str]) -> None:
    """Run Python to its end."""
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


def remove(out: Path) -> None:
    """Delete what a build left, so that the next one is a first one."""
    for path in sorted(out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def nothing() -> None:
    """Prepare nothing."""


def print_table(title: str, seconds: dict[str, list[float]], base: str) -> None:
    """Print each contestant's median time and the median of its ratios to the base."""
    print(f"\n{title}")
    print(f"  {'':28}{'ms':>9}{'times faster':>14}{'times slower':>14}")
    for name, times in seconds.items():
        faster = statistics.median(b / t for b, t in zip(seconds[base], times, strict=True))
        print(f"  {name:28}{statistics.median(times) * 1000:9.2f}{faster:14.2f}{1 / faster:14.2f}")


if __name__ == "__main__":
    main()
