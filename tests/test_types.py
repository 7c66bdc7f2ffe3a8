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
    "kinds/sar/view.py": ("sar.summary", "sumary", "Sar"),
    "kinds/order/view.py": ("order.amends", "ammends", "Order"),
    "kinds/memo/view.py": ("memo.proposes.content.cause", "couse", "Proposable"),
    "kinds/minutes/rules.py": ("minutes.begins", "beginns", "Minutes"),
    "kinds/pmqa/scores.py": ("pmqa.items", "itms", "Pmqa"),
    "jobs/building/fingerprint.py": ("document.content.model_dump_json", "model_dump_jsn", "Content"),
    "jobs/building/plan.py": ("document.year", "yeer", "Document[Content]"),
    "jobs/people/mentions.py": ("content.signature", "signatur", "Signed"),
}
"""By module: an expression, how its attribute is misspelt, and the type that lacks the misspelt one."""
_ERROR: Final = re.compile(r"(\w+)\.py:\d+: error: (.*)  \[attr-defined\]")


def check_types(files: list[Path]) -> list[tuple[str, str]]:
    """Run mypy strict, and return module and message of each error on an attribute."""
    options = ("--strict", "--follow-imports", "silent", "--ignore-missing-imports", "--no-error-summary")
    command = [sys.executable, "-m", "mypy", *options, *map(str, files)]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert process.returncode < 2, process.stdout + process.stderr
    errors: list[tuple[str, str]] = []
    for line in process.stdout.splitlines():
        match = _ERROR.search(line)
        if match:
            module, message = match.groups()
            errors.append((module, message))
    return errors


@pytest.mark.slow
def test_a_misspelt_attribute_is_an_error(tmp_path: Path) -> None:
    files: list[Path] = []
    expected_errors: set[str] = set()
    for name, (expression, misspelt_attribute, holder) in MISSPELT.items():
        text = (ROOT / "esa_docs" / name).read_text(encoding="utf-8")
        assert expression in text
        owner, _dot, _attribute = expression.rpartition(".")
        misspelt_text = text.replace(expression, f"{owner}.{misspelt_attribute}", 1)
        stem = name.removesuffix(".py").replace("/", "_")
        misspelt_file = tmp_path / f"misspelt_{stem}.py"
        right_file = tmp_path / f"right_{stem}.py"
        misspelt_file.write_text(misspelt_text, encoding="utf-8")
        right_file.write_text(text, encoding="utf-8")
        files += [misspelt_file, right_file]
        expected_errors.add(f'misspelt_{stem}: "{holder}" has no attribute "{misspelt_attribute}"')
    errors: set[str] = set()
    for module, message in check_types(files):
        first_part, _semicolon, _suggestion = message.partition(";")
        errors.add(f"{module}: {first_part}")

    assert errors == expected_errors
