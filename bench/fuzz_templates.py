"""Make papers with mutated templates, and print what went wrong.

    python bench/fuzz_templates.py [COUNT] [SEED] [PROJECT]

COUNT: templates, 500 by default. SEED: number of the first; template n of one run is that of any other.
PROJECT: ``content`` by default; one document of each form is printed by turns. Faults are an exception that
is no diagnostic, a paper that ``verify`` calls wrong, a text that a harmless change loses, and a try that
takes the processor for over 20 seconds. A try of over 120 seconds ends the run with the place at which it
hung. The largest memory of the run is printed where the system tells it.
"""

from __future__ import annotations

import datetime as dt
import faulthandler
import io
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree
from template_mutations import Mutant, mutate

from esa_docs import api
from esa_docs.diagnostics import ContentError, MachineError, has_errors
from esa_docs.model.document import Document
from esa_docs.word.templates.reading.template_file import template_of
from esa_docs.word.verify import verify

_COUNT: Final = 500
_DAY: Final = dt.date(2026, 9, 30)
_LONGEST: Final = 20.0
"""Seconds of the processor that one template may take."""
_HANGS: Final = 120
_TEXTS: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a template.

    Attributes:
        seed: its number.
        kind: the kind of the document that was printed.
        change: what was changed in it.
        result: ``printed``, ``told and printed`` or ``refused``.
        faults: what went wrong, in words.
    """

    seed: int
    kind: str
    change: str
    result: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, the bytes of its template, and the text that it prints with it."""

    document: Document[Any]
    template: bytes
    text: str


def run(project: Path, folder: Path, count: int, first_seed: int = 0) -> list[Outcome]:
    """Print documents with mutated templates.

    Args:
        project: the project whose documents are printed.
        folder: an empty folder for templates.
        count: how many templates.
        first_seed: number of the first.
    """
    papers = _papers(project)
    outcomes = []
    for seed in range(first_seed, first_seed + count):
        paper = papers[seed % len(papers)]
        faulthandler.dump_traceback_later(_HANGS, exit=True)
        outcomes.append(_try(paper, folder / "template.docx", seed))
        faulthandler.cancel_dump_traceback_later()
    return outcomes


def _papers(project: Path) -> list[Paper]:
    """Return one document of each kind."""
    documents = {document.form.name: document for document in reversed(api.load(project).documents)}
    papers = []
    for document in documents.values():
        data = api.render(document, today=_DAY)
        papers.append(Paper(document, template_of(document).read_bytes(), _text_of(data)))
    return papers


def _try(paper: Paper, path: Path, seed: int) -> Outcome:
    mutant = mutate(seed, paper.template)
    path.write_bytes(mutant.data)
    document = replace(paper.document, templates={paper.document.form.name: path})
    start = time.process_time()
    result, faults = _print(document, path, mutant, paper.text)
    seconds = time.process_time() - start
    if seconds > _LONGEST:
        faults.append(f"{seconds:.0f} s")
    return Outcome(seed, document.form.name, mutant.change, result, tuple(faults))


def _print(document: Document[Any], path: Path, mutant: Mutant, text: str) -> tuple[str, list[str]]:
    """Return the result of a template, and its faults."""
    try:
        api.check_template(path, document.form.name)
        checked = api.render_checked(document, today=_DAY)
    except (ContentError, MachineError) as fault:
        return "refused", _faults_of_codes(fault)
    except Exception:  # noqa: BLE001 any other is what is looked for
        return "refused", [traceback.format_exc()]
    if checked.value is None:
        return "refused", []
    result = "told and printed" if checked.diagnostics else "printed"
    faults = []
    if has_errors(verify(checked.value, "paper.docx")):
        faults.append("verify calls the paper wrong")
    if mutant.keeps_text and _text_of(checked.value) != text:
        faults.append("its text is another one")
    return result, faults


def _faults_of_codes(fault: ContentError | MachineError) -> list[str]:
    return [f"without words: {line}" for line in fault.diagnostics if not line.message or not line.hint]


def _text_of(data: bytes) -> str:
    """Return the text of a Word file, without the text that leads from one part to another."""
    with ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        roots = [etree.fromstring(package.read(name)) for name in names]
    return "\n".join(map(_text_of_part, roots))


def _text_of_part(root: Any) -> str:
    return "".join(text.text or "" for text in root.iter(_TEXTS))


def _largest_memory() -> str:
    """Return the largest memory of this process so far, in words."""
    try:
        import resource  # noqa: PLC0415 Windows has none
    except ImportError:
        return "memory not known on this system"
    return f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def main() -> None:
    """Run as often as is asked, and print the results."""
    numbers = [int(text) for text in sys.argv[1:3]]
    count = numbers[0] if numbers else _COUNT
    first_seed = numbers[1] if len(numbers) > 1 else 0
    project = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(__file__).parents[1] / "content"  # noqa: PLR2004
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run(project, Path(folder), count, first_seed)
    results = Counter(outcome.result for outcome in outcomes)
    seconds = time.process_time() - start
    print(f"{len(outcomes)} templates: {dict(results)}, {seconds:.0f} s, {_largest_memory()}")
    faulty = [outcome for outcome in outcomes if outcome.faults]
    for outcome in faulty:
        print(f"{outcome.seed} {outcome.kind}, {outcome.change}: {'; '.join(outcome.faults)}")
    sys.exit(bool(faulty))


if __name__ == "__main__":
    main()
