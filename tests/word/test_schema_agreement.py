"""The table of the schema finds what Microsoft's SDK finds, on parts altered at random.

``bench/compare_standard.py`` compares it with the schemas of the standard, which are not in this repository.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from audited import audit_root
from schema_agreement import difference
from schema_mutations import Part, mutations, parts_of_files
from word_files import ROOT

from esa_docs.word.verify.schema_walk import schema_faults

TEMPLATES = ROOT / "templates_docx"
COUNT = 250
SEED = 2569


@cache
def shipped_parts() -> list[Part]:
    paths: list[Path] = sorted(TEMPLATES.glob("*.docx"))
    return parts_of_files(paths)


def test_the_parts_of_shipped_templates_are_sound_to_both() -> None:
    assert len(shipped_parts()) > 60
    for part in shipped_parts():
        assert (schema_faults(part.root), audit_root(part.root)) == ([], []), part.name


def test_ours_and_openxml_audit_agree_on_altered_parts() -> None:
    found_by_both = 0
    differences = []
    for mutation in mutations(shipped_parts(), COUNT, SEED):
        unexplained = difference(mutation.part.root)
        if unexplained:
            differences.append((mutation.part.name, mutation.change, unexplained))
        if schema_faults(mutation.part.root) and audit_root(mutation.part.root):
            found_by_both += 1
    assert differences == []
    assert found_by_both > COUNT / 4
