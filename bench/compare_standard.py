"""Look for alterations of Word files that our table of the schema judges otherwise than the standard itself.

    python bench/compare_standard.py FOLDER [COUNT] [SEED]

FOLDER holds the transitional schemas of ISO/IEC 29500 (ECMA-376) as ``*.xsd`` files, of which
``tools/make_schema_table.py`` makes the table. They are not in this repository; THIRD_PARTY.md says where
they come from. COUNT parts of the shipped templates are altered at random, 1000 if it is not given, the same
for the same SEED. The command ends with 1 where we and the schemas judge a part otherwise.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from lxml import etree
from schema_mutations import Mutation, mutations, parts_of_files

from esa_docs.ooxml.names import MC
from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault
from esa_docs.word.verify.schema_walk import schema_faults

COUNT = 1000
SEED = 1
TEMPLATES = Path(__file__).parents[1] / "templates_docx"
_XSD = "http://www.w3.org/2001/XMLSchema"
_ALTERNATES = f".//{{{MC}}}AlternateContent"

Element = Any


def read_standard(folder: Path) -> etree.XMLSchema:
    """Return all schemas of a folder as one."""
    driver = etree.Element(f"{{{_XSD}}}schema", targetNamespace="urn:all")
    for path in sorted(folder.glob("*.xsd")):
        namespace = etree.parse(path).getroot().get("targetNamespace", "")
        attributes = {"namespace": namespace, "schemaLocation": path.resolve().as_uri()}
        etree.SubElement(driver, f"{{{_XSD}}}import", attributes)
    return etree.XMLSchema(driver)


def judged_parts(count: int, seed: int) -> Iterator[tuple[Mutation, list[SchemaFault]]]:
    """Generate parts of the shipped templates, unaltered and altered, with the faults that we find.

    Those are left out of which Word asks more than the standard.
    """
    paths: list[Path] = sorted(TEMPLATES.glob("*.docx"))
    # The standard does not know how to choose between alternatives.
    parts = [part for part in parts_of_files(paths) if part.root.find(_ALTERNATES) is None]
    unaltered = (Mutation(part, "unaltered") for part in parts)
    for mutation in chain(unaltered, mutations(parts, count, seed)):
        faults = [placed.fault for placed in schema_faults(mutation.part.root)]
        if not any(_is_asked_by_word_alone(fault) for fault in faults):
            yield mutation, faults


def _is_asked_by_word_alone(fault: SchemaFault) -> bool:
    is_too_large = fault.kind is FaultKind.ODD_VALUE and fault.value.isdecimal() and int(fault.value) > 2**31
    return is_too_large or fault.name == "w:rPr" or fault.element == "w:compatSetting"


def main() -> None:
    """Print what differs."""
    folder, *numbers = sys.argv[1:]
    count, seed = [*map(int, numbers), *(COUNT, SEED)[len(numbers) :]]
    schema = read_standard(Path(folder))
    number_of_parts, number_of_differences = 0, 0
    for (part, change), faults in judged_parts(count, seed):
        number_of_parts += 1
        if schema.validate(part.root) != (not faults):
            number_of_differences += 1
            print(part.file, part.name, change, faults or schema.error_log, sep=": ")
    print(f"{number_of_parts} parts judged, {number_of_differences} differences")
    sys.exit(min(number_of_differences, 1))


if __name__ == "__main__":
    main()
