"""Look for alterations of Word files on which our table of the schema and openxml-audit differ.

    python bench/compare_schemas.py FOLDER [COUNT] [SEED]

FOLDER has Word files, in any folders below it, such as the output of a build. COUNT parts are altered at
random, 2000 if it is not given, the same for the same SEED. Differences with a known reason are not printed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from schema_agreement import difference
from schema_mutations import mutations, parts_of_files

COUNT = 2000
SEED = 1


def main() -> None:
    """Alter parts and print every difference that has no reason."""
    folder, *numbers = sys.argv[1:]
    count, seed = [*map(int, numbers), *(COUNT, SEED)[len(numbers) :]]
    parts = parts_of_files(sorted(Path(folder).rglob("*.docx")))
    differences = 0
    for part in parts:
        words = difference(part.root)
        if words:
            print(part.file, part.name, "unaltered", words, sep=": ")
            differences += 1
    for mutation in mutations(parts, count, seed):
        words = difference(mutation.part.root)
        if words:
            print(mutation.part.file, mutation.part.name, mutation.change, words, sep=": ")
            differences += 1
    print(f"{len(parts)} parts, {count} alterations, {differences} differences without a reason")


if __name__ == "__main__":
    main()
