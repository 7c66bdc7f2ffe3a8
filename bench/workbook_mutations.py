"""Ways in which a workbook comes back otherwise than a program writes it, drawn by a seeded random."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

SHEET_PART: Final = "xl/worksheets/sheet2.xml"
"""The part of the first sheet that is filled in; the first of all explains."""
OPEN_CELLS: Final = ("E4", "E5", "G4", "J3", "K3")
"""Cells of the workbook for paragraphs, of the first indicator."""
_FORMATTED: Final = (
    ("0.955", "0.0%", "95.5%"),
    ("12345", "#,##0", "12,345"),
    ("1234.5", "#,##0.00", "1,234.50"),
    ("46112", "[$-41E]d mmm bb", "31 มี.ค. 69"),
    ("46112", "[$-D07041E]d mmmm yyyy;@", "๓๑ มีนาคม ๒๕๖๙"),
    ("0.354166666666667", "h:mm", "8:30"),
    ("-5", "#,##0_);(#,##0)", "(5)"),
    ("12", "t0.00", "๑๒.๐๐"),
    ("0.5", "# ?/?", "0.5"),
    ("12345", "0.00E+00", "12345"),
)
"""Value, format and the text that is to come in."""
_TEXTS: Final = (
    ("_x0041_ ก", "A ก"),
    ("_x005F_x0041_", "_x0041_"),
    ("=1+1", "=1+1"),
    ("ก &amp; ข", "ก & ข"),
    ("บรรทัด_x000D_", "บรรทัด"),
    ("'=A1", "'=A1"),
)
_BROKEN_ATTRIBUTES: Final = (
    *('s="9999"', 's="-1"', 't="zz"', 't="s"', 't="d"', 't="b"'),
    *('r="A0"', 'r="XFE1048577"', 'r="E"', 's="x"'),
)
_ENTITIES: Final = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
_S: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"

Mutation = Callable[[random.Random, bytes], "Mutant"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed workbook.

    Attributes:
        name: what was changed, for a reader.
        data: its bytes.
        texts: texts that stand in the content if it is taken over.
        must_be_refused: whether nothing of it may be taken over.
    """

    name: str
    data: bytes
    texts: tuple[str, ...] = field(default=())
    must_be_refused: bool = False


def mutate(seed: int, data: bytes) -> Mutant:
    """Return the workbook that a seed makes of another."""
    chance = random.Random(seed)  # noqa: S311 it is to give the same every time
    mutation = MUTATIONS[seed % len(MUTATIONS)]
    return mutation(chance, data)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook; empty for what is no zip file that can be read."""
    try:
        with ZipFile(io.BytesIO(data)) as book:
            return {name: book.read(name) for name in book.namelist()}
    except (BadZipFile, ValueError, OSError, RuntimeError, EOFError):
        return {}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a workbook of parts."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return file.getvalue()


def _cut(chance: random.Random, data: bytes) -> Mutant:
    end = chance.randrange(len(data))
    return Mutant(f"cut at {end}", data[:end], must_be_refused=True)


def _flip_bytes(chance: random.Random, data: bytes) -> Mutant:
    changed = bytearray(data)
    for _number in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= chance.randint(1, 255)
    return Mutant("bytes changed", bytes(changed))


def _drop_part(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    name = chance.choice(sorted(parts))
    del parts[name]
    return Mutant(f"without {name}", packed(parts))


def _cut_part(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    name = chance.choice(sorted(parts))
    parts[name] = parts[name][: chance.randrange(len(parts[name]))]
    return Mutant(f"{name} cut", packed(parts))


def _change_letters(chance: random.Random, data: bytes) -> Mutant:
    """Change letters of a part: of names, attributes and texts alike."""
    parts = parts_of(data)
    name = chance.choice([SHEET_PART, SHEET_PART, "xl/workbook.xml", "xl/styles.xml"])
    letters = bytearray(parts[name])
    for _number in range(chance.randint(1, 3)):
        letters[chance.randrange(len(letters))] = chance.choice(b'0129azs<>&"= ')
    parts[name] = bytes(letters)
    return Mutant(f"letters of {name}", packed(parts))


def _drop_attribute(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    attributes = list(re.finditer(rb'\s[\w:]+="[^"]*"', parts[SHEET_PART]))
    attribute = chance.choice(attributes)
    sheet = parts[SHEET_PART]
    parts[SHEET_PART] = sheet[: attribute.start()] + sheet[attribute.end() :]
    return Mutant(f"without the attribute{attribute[0].decode()}", packed(parts))


def _broken_cell(chance: random.Random, data: bytes) -> Mutant:
    attribute = chance.choice(_BROKEN_ATTRIBUTES)
    key = attribute.partition("=")[0]
    name = chance.choice(OPEN_CELLS)
    attributes = [f'r="{name}"'] if key != "r" else []
    cell = f"<c {' '.join([*attributes, attribute])}><v>7</v></c>"
    return Mutant(f"{name} as {cell}", _with_cell(data, name, cell))


def _formatted_cell(chance: random.Random, data: bytes) -> Mutant:
    value, code, text = chance.choice(_FORMATTED)
    name = chance.choice(OPEN_CELLS)
    parts = parts_of(data)
    styles = parts["xl/styles.xml"].decode()
    escaped_code = code.replace('"', "&quot;")
    new_format = f'<numFmt numFmtId="199" formatCode="{escaped_code}"/>'
    styles = re.sub(r"<numFmts[^>]*/>|<numFmts[^>]*>.*?</numFmts>", "", styles)
    styles = re.sub(r"(<styleSheet[^>]*>)", rf'\1<numFmts count="1">{_literal(new_format)}</numFmts>', styles)
    count = len(re.findall("<xf ", styles[styles.index("<cellXfs") : styles.index("</cellXfs")]))
    styles = styles.replace(
        "</cellXfs>", '<xf numFmtId="199" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    )
    parts["xl/styles.xml"] = styles.encode()
    cell = f'<c r="{name}" s="{count}"><v>{value}</v></c>'
    return Mutant(f"{name}: {value} as {code}", _with_cell(packed(parts), name, cell), (text,))


def _literal(text: str) -> str:
    """Return a text for a replacement of a pattern, in which a backslash means something else."""
    return text.replace("\\", "\\\\")


def _text_cell(chance: random.Random, data: bytes) -> Mutant:
    written, text = chance.choice(_TEXTS)
    name = chance.choice(OPEN_CELLS)
    half = len(written) // 2 if "_x" not in written and "&" not in written else len(written)
    runs = f"<r><t>{written[:half]}</t></r><r><t>{written[half:]}</t></r>"
    phonetics = '<rPh sb="0" eb="1"><t>ออกเสียง</t></rPh>'
    cell = f'<c r="{name}" t="inlineStr"><is>{runs}{phonetics}</is></c>'
    return Mutant(f"{name}: {written}", _with_cell(data, name, cell), (text,))


def _formula_cell(chance: random.Random, data: bytes) -> Mutant:
    name = chance.choice(OPEN_CELLS)
    value = chance.choice(("", "<v>2</v>", "<v></v>"))
    cell = f'<c r="{name}"><f>1+1</f>{value}</c>'
    return Mutant(f"{name}: formula {value}", _with_cell(data, name, cell), must_be_refused=True)


def _error_cell(chance: random.Random, data: bytes) -> Mutant:
    name = chance.choice(OPEN_CELLS)
    error = chance.choice(("#REF!", "#N/A", "#DIV/0!"))
    cell = f'<c r="{name}" t="e"><v>{error}</v></c>'
    return Mutant(f"{name}: {error}", _with_cell(data, name, cell), must_be_refused=True)


def _same_sheet_names(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    book = parts["xl/workbook.xml"].decode()
    names = re.findall(r'<sheet [^>]*?name="([^"]*)"', book)
    first, second = chance.sample(names, 2)
    parts["xl/workbook.xml"] = book.replace(f'name="{second}"', f'name="{first}"').encode()
    return Mutant(f"two sheets {first}", packed(parts), must_be_refused=True)


def _without_styles(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    del parts["xl/styles.xml"]
    if chance.random() < 0.5:  # noqa: PLR2004 every second time
        parts[SHEET_PART] = re.sub(rb'\ss="\d+"', b"", parts[SHEET_PART])
    return Mutant("without styles", packed(parts))


def _entities(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    name = chance.choice([SHEET_PART, "xl/workbook.xml", "xl/styles.xml"])
    parts[name] = _ENTITIES + re.sub(rb"^<\?xml[^>]*\?>", b"", parts[name])
    return Mutant(f"entities in {name}", packed(parts))


def _twice_in_the_zip(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    name = chance.choice(sorted(parts))
    file = io.BytesIO(data)
    with ZipFile(file, "a") as book:
        # zipfile warns of a name that is there already.
        info = book.getinfo(name)
        book.NameToInfo.pop(name)
        book.writestr(info.filename, parts[name])
    return Mutant(f"{name} twice", file.getvalue())


def _shared_texts(_chance: random.Random, data: bytes) -> Mutant:
    """Keep the texts in a part of their own, as Excel does."""
    parts = parts_of(data)
    texts: list[str] = []

    def shared(match: re.Match[str]) -> str:
        texts.append(match["text"])
        return f'{match["start"]} t="s"><v>{len(texts) - 1}</v></c>'

    pattern = r'(?P<start><c [^>]*?) t="inlineStr"><is>(?P<text>.*?)</is></c>'
    sheet = re.sub(pattern, shared, parts[SHEET_PART].decode(), flags=re.DOTALL)
    parts[SHEET_PART] = sheet.encode()
    items = "".join(f"<si>{text}</si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_S}">{items}</sst>'.encode()
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHARED_TYPE}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    return Mutant("texts in a part of their own", packed(parts))


def _hidden_row(chance: random.Random, data: bytes) -> Mutant:
    parts = parts_of(data)
    parts[SHEET_PART] = parts[SHEET_PART].replace(b"<row ", b'<row hidden="1" ', chance.randint(1, 4))
    return Mutant("hidden rows", packed(parts))


def _with_cell(data: bytes, name: str, cell: str) -> bytes:
    """Return a workbook with another cell in place of one."""
    parts = parts_of(data)
    sheet = parts[SHEET_PART].decode()
    pattern = rf'<c r="{name}"[^>]*?(?:/>|>.*?</c>)'
    parts[SHEET_PART] = re.sub(pattern, _literal(cell), sheet, count=1, flags=re.DOTALL).encode()
    return packed(parts)


MUTATIONS: Final[tuple[Mutation, ...]] = (
    _formatted_cell,
    _text_cell,
    _formula_cell,
    _error_cell,
    _broken_cell,
    _change_letters,
    _drop_attribute,
    _drop_part,
    _cut_part,
    _cut,
    _flip_bytes,
    _same_sheet_names,
    _without_styles,
    _entities,
    _twice_in_the_zip,
    _hidden_row,
    _shared_texts,
)
