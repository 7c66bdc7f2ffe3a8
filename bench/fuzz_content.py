"""Change the files of a project at random, and print where the program fails or is silent about a loss.

    python bench/fuzz_content.py [TRIES] [SEED] [PROJECT]

TRIES: changed files, 600 by default. SEED: 1 by default; equal seeds give equal changes. PROJECT: ``content``
by default. A try is wrong where the program raises anything but its own faults (a traceback, exit code 4),
where a file without faults cannot be printed, or where a typed word neither stands in a document nor near a
diagnostic. What counts as typed is read from the lines of the file, not by a YAML reader.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from content_fuzzer import ContentFuzzer, Verdict

_TRIES = 600


def main(arguments: list[str]) -> int:
    """Print the tries that are wrong, and how many there were of each sort; return 1 where one is wrong."""
    tries = int(arguments[0]) if arguments else _TRIES
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    project = Path(arguments[2]) if len(arguments) > 2 else Path(__file__).parents[1] / "content"  # noqa: PLR2004
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fuzzer = ContentFuzzer(project, Path(folder) / "project")
        for number in range(tries):
            verdict = fuzzer.try_change(f"{seed}/{number}")
            verdicts.append(verdict)
            if verdict.faults:
                print(verdict, flush=True)
    wrong_verdicts = [verdict for verdict in verdicts if verdict.faults]
    number_told = len([verdict for verdict in verdicts if verdict.is_told])
    print(f"{len(verdicts)} changed files: {number_told} told, {len(wrong_verdicts)} wrong")
    return 1 if wrong_verdicts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
