"""mypy sees the content of documents: an attribute that is misspelt is an error wherever it is used."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
MISSPELT: Final = {
    "kinds/announcement/view.py": ("announcement.closing", "closng", "Announcement"),
    "kinds/sar/view.py": ("sar.title", "titel", "Sar"),
    "kinds/order/view.py": ("order.amends", "ammends", "Order"),
    "kinds/memo/view.py": ("memo.proposes.content.cause", "couse", "Proposable"),
    "kinds/minutes/rules.py": ("minutes.begins", "beginns", "Minutes"),
    "kinds/pmqa/scores.py": ("pmqa.items", "itms", "Pmqa"),
    "jobs/fingerprint.py": ("document.content.model_dump_json", "model_dump_jsn", "Content"),
    "jobs/plan.py": ("document.year", "yeer", "Document[Content]"),
    "jobs/mentions.py": ("content.signature", "signatur", "Signed"),
}
"""What is misspelt in each module, how, and the type that has no such attribute."""
_ERROR: Final = re.compile(r"(\w+)\.py:\d+: error: (.*)  \[attr-defined\]")


def check_types(files: list[Path]) -> list[tuple[str, str]]:
    """Run mypy strict; give the module and the words of each error on an attribute."""
    options = ("--strict", "--follow-imports", "silent", "--ignore-missing-imports", "--no-error-summary")
    command = [sys.executable, "-m", "mypy", *options, *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode < 2, done.stdout + done.stderr
    return [(found[1], found[2]) for line in done.stdout.splitlines() if (found := _ERROR.search(line))]


@pytest.mark.slow
def test_a_misspelt_attribute_is_an_error(tmp_path: Path) -> None:
    files: list[Path] = []
    expected: list[str] = []
    for name, (right, wrong, holder) in MISSPELT.items():
        text = (ROOT / "esa_docs" / name).read_text(encoding="utf-8")
        assert right in text
        stem = name.removesuffix(".py").replace("/", "_")
        path = tmp_path / f"misspelt_{stem}.py"
        attribute = right.rpartition(".")[2]
        changed = text.replace(right, right.replace(f".{attribute}", f".{wrong}"), 1)
        path.write_text(changed, encoding="utf-8")
        (tmp_path / f"right_{stem}.py").write_text(text, encoding="utf-8")
        files += [path, tmp_path / f"right_{stem}.py"]
        expected.append(f'misspelt_{stem}: "{holder}" has no attribute "{wrong}"')
    found = {f"{module}: {message.partition(';')[0]}" for module, message in check_types(files)}

    assert found == set(expected)
