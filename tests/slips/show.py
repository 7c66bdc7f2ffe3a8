"""Print what the program says of every slip, to be read aloud: ``python tests/slips/show.py [WORD]``.

The language is that of ESA_DOCS_LANG, Thai by default. With a WORD only slips that hold it are shown.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from slips import Slip, diagnose, findings, load_slips, run


def messages(slip: Slip, root: Path) -> list[str]:
    """Return what is said of a slip, in lines."""
    if slip.run:
        exit_code, output = run(slip, root)
        return [f"exit {exit_code}", *output.splitlines()]
    diagnostics = diagnose(slip, root)
    lines = [", ".join(findings(diagnostics, slip, root))]
    for diagnostic in diagnostics:
        lines += diagnostic.as_lines()
    return lines


def main() -> None:
    """Print the messages."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    for slip in load_slips():
        if word in slip.slip:
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder).resolve() / "p"
                lines = messages(slip, root)
            sys.stdout.write(f"\n## {slip.slip}\n")
            for line in lines:
                shown_line = line.replace(f"{root.as_posix()}/", "").replace(root.as_posix(), "p")
                sys.stdout.write(f"{shown_line}\n")


if __name__ == "__main__":
    main()
