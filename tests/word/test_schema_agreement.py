"""The table of the schema finds what the standard and Microsoft's SDK find, on parts altered at random."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from audited import audit_root
from lxml import etree
from schema_agreement import difference
from schema_mutations import Mutation, Part, mutations, parts_of_files
from word_files import ROOT

from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault
from esa_docs.word.verify.schema_walk import schema_faults

TEMPLATES = ROOT / "templates_docx"
SCHEMAS = ROOT.parent / "shared" / "xsd"
ALTERNATES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
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


@cache
def standard() -> etree.XMLSchema:
    if not SCHEMAS.is_dir():
        pytest.skip("the folder shared/xsd with the schemas of ECMA-376 does not lie beside this checkout")
    return etree.XMLSchema(etree.parse(SCHEMAS / "all.xsd"))


def _asked_by_word_alone(fault: SchemaFault) -> bool:
    """Return whether a fault is one of those that Word has beyond the standard."""
    is_too_large = fault.kind is FaultKind.ODD_VALUE and fault.value.isdecimal() and int(fault.value) > 2**31
    return is_too_large or fault.name == "w:rPr" or fault.element == "w:compatSetting"


def test_ours_and_the_standard_itself_agree_on_altered_parts() -> None:
    schema = standard()
    parts = [part for part in shipped_parts() if part.root.find(f".//{ALTERNATES}") is None]
    checked: list[Mutation] = []
    for mutation in mutations(parts, COUNT, SEED + 1):
        root = mutation.part.root
        faults = [placed.fault for placed in schema_faults(root)]
        if any(_asked_by_word_alone(fault) for fault in faults):
            continue
        assert schema.validate(root) == (not faults), (mutation.change, faults, str(schema.error_log))
        checked.append(mutation)
    assert len(checked) > COUNT / 2


def test_the_table_is_made_of_the_standard() -> None:
    from make_schema_table import TABLE, read_schemas, table_text  # noqa: PLC0415

    standard()
    assert table_text(read_schemas(SCHEMAS)) == TABLE.read_text(encoding="utf-8")
