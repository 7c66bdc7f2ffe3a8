"""Pictures in a Word file: their size, their captions, their grid, and the parts that they bring."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from blocked_papers import FIRST_LINE, TODAY, printed_order, project_of
from lxml import etree
from made_pictures import CAMERA, encoded, noise, picture, put_photograph
from PIL import Image
from test_blocks_docx import put_template, text_of
from word_files import DOCUMENT, NAMES, Element, parts_of, xml_of

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.model.prose.blocks import Block
from esa_docs.word.blocks.caption_writing import CaptionWriter
from esa_docs.word.blocks.captions import Caption, Captions
from esa_docs.word.blocks.host import Host
from esa_docs.word.blocks.pictures import words_of_name
from esa_docs.word.blocks.printing import BlockPrinter
from esa_docs.word.blocks.styles import block_styles
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.contents import Contents
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.pictures import preparing
from esa_docs.word.pictures.encoding import EncodedPicture
from esa_docs.word.pictures.picture_cache import (
    MOST_BYTES,
    MOST_DAYS,
    PICTURES_VARIABLE,
    cached_picture,
    keep_picture,
    tidy,
)
from esa_docs.word.pictures.printed_size import row_sizes, single_size
from esa_docs.word.pictures.used_pictures import UsedPictures

CM = 360_000
TEXT_WIDTH = 9071 * 635
"""16 cm in twips, in English metric units."""
BROWN = (200, 100, 50, 100)
PICTURE_NAMES = {**NAMES, "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture"}


def nodes_at(element: Element, path: str) -> list[Any]:
    """Return what an XPath finds, also in pictures."""
    return list(element.xpath(path, namespaces=PICTURE_NAMES))


def order_file(root: Path, clauses: str) -> bytes:
    """Return the Word file of an order, of which nothing is said but that its emblem is missing (E501)."""
    checked = printed_order(root, clauses)
    assert [diagnostic.code for diagnostic in checked.diagnostics] == ["E501"]
    assert checked.value is not None
    return checked.value


def sizes_of(root: Element) -> list[tuple[int, int]]:
    """Return width and height of each picture of a document, and require that all elements say the same."""
    sizes = []
    for inline in nodes_at(root, ".//wp:inline[.//pic:pic]"):
        (extent,) = nodes_at(inline, "./wp:extent")
        (inner,) = nodes_at(inline, ".//pic:spPr//a:ext")
        assert dict(extent.attrib) == dict(inner.attrib)
        sizes.append((int(extent.get("cx")), int(extent.get("cy"))))
    return sizes


def media_of(data: bytes) -> dict[str, bytes]:
    """Return the pictures of a Word file by their names."""
    return {name: part for name, part in parts_of(data).items() if name.startswith("word/media/")}


def test_a_picture_stands_above_its_caption_and_its_source(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 400, 300)
    clauses = (
        "  - ตามภาพที่ {ref:ป}\n"
        "  - picture: {file: pictures/a.jpg, alt: ครูประชุม, source: ศูนย์ **ฯ** 2569}\n"
        "    id: ป\n"
        "    caption: การประชุม 3 ครั้ง\n"
        "  - ก\n"
    )
    root = xml_of(order_file(tmp_path, clauses))
    (paragraph,) = nodes_at(root, "//w:p[.//pic:pic]")
    caption, source, behind = list(paragraph.itersiblings())[:3]

    assert list(map(text_of, (caption, source, behind))) == [
        "ภาพที่ ๑ การประชุม ๓ ครั้ง",
        "ที่มา: ศูนย์ ฯ ๒๕๖๙",
        "ก",
    ]
    # the picture stays with its caption, the caption with its source, and nothing with what follows
    keeps = [nodes_at(each, "./w:pPr/w:keepNext[not(@w:val='0')]") for each in (paragraph, caption, source)]
    assert list(map(len, keeps)) == [1, 1, 0]
    assert [nodes_at(each, "./w:pPr/w:jc/@w:val") for each in (paragraph, caption, source)] == [
        ["center"]
    ] * 3
    # exact lines would cut it
    assert nodes_at(paragraph, "./w:pPr/w:spacing/@w:lineRule") == ["auto"]
    assert nodes_at(paragraph, ".//wp:docPr/@descr") == ["ครูประชุม"]
    assert [text_of(link) for link in nodes_at(root, "//w:hyperlink")] == ["๑"]


def test_a_picture_fits_its_text_and_its_page(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/wide.jpg", 3000, 1000)
    put_photograph(tmp_path / "pictures/tall.jpg", 1000, 3000)
    put_photograph(tmp_path / "pictures/small.jpg", 96, 48)
    put_photograph(tmp_path / "pictures/phone.jpg", 800, 600, orientation=6)
    clauses = "".join(
        f"  - picture: {{file: pictures/{words}}}\n    caption: ก\n"
        for words in ("wide.jpg", "tall.jpg", "small.jpg", "phone.jpg, width: 3", "small.jpg, width: 25")
    )
    wide, tall, small, phone, enlarged = sizes_of(xml_of(order_file(tmp_path, clauses)))

    assert wide == (TEXT_WIDTH, round(TEXT_WIDTH / 3))
    # A4 is 29.7 cm; whatever the margins, two thirds of the text are between 14 and 18 cm
    assert 14 * CM < tall[1] < 18 * CM
    assert tall[0] == round(tall[1] / 3)
    # 96 pixels are an inch, which has 914,400 units
    assert small == (914_400, 457_200)
    assert phone == (3 * CM, 4 * CM)
    assert enlarged == (TEXT_WIDTH, round(TEXT_WIDTH / 2))


@pytest.mark.parametrize(
    ("pixels", "width", "size"),
    [
        ((100, 100), None, (952_500, 952_500)),
        ((3000, 1000), None, (900_000, 300_000)),
        ((100, 3000), None, (20_000, 600_000)),
        ((100, 100), "1", (360_000, 360_000)),
        ((100, 100), "25", (810_000, 810_000)),
        ((10_000, 1), None, (900_000, 90)),
        ((1, 10_000_000), None, (1, 600_000)),
    ],
)
def test_a_size_by_hand(pixels: tuple[int, int], width: str | None, size: tuple[int, int]) -> None:
    """The room is 900,000 wide and 900,000 high: two thirds are 600,000, nine tenths 810,000."""
    from decimal import Decimal  # noqa: PLC0415 for this test alone

    room_width = 1_000_000 if pixels == (100, 100) and width is None else 900_000
    page_height = 1_500_000 if room_width == 1_000_000 else 900_000
    width_cm = None if width is None else Decimal(width)
    assert single_size(pixels, (room_width, page_height), width_cm) == size


def test_pictures_of_a_row_are_of_one_height() -> None:
    """A column is 360 wide, a page 900 high: landscape 4:3 is 270 high there, portrait 3:4 would be 480."""
    landscape, portrait, panorama, small = (4000, 3000), (3000, 4000), (8000, 1000), (2, 1)

    assert row_sizes([landscape, portrait], 360_000, 900_000) == [(360_000, 270_000), (202_500, 270_000)]
    assert row_sizes([portrait, portrait], 360_000, 900_000) == [(360_000, 480_000)] * 2
    # two thirds of the page are the most
    assert row_sizes([portrait, portrait], 360_000, 600_000) == [(300_000, 400_000)] * 2
    # beside a panorama the others keep half of the width of a column
    assert row_sizes([landscape, panorama], 360_000, 900_000) == [(240_000, 180_000), (360_000, 45_000)]
    # and beside a few pixels, which are not made larger
    assert row_sizes([landscape, small], 360_000, 900_000) == [(240_000, 180_000), (19_050, 9_525)]


def test_a_narrow_cell_has_fewer_pictures_side_by_side(tmp_path: Path) -> None:
    """A cell of 1200 twips has room for one picture of a centimetre, which is 567 twips, and one more."""
    put_photograph(tmp_path / "pictures/a.jpg", 800, 600)
    project = project_of(
        tmp_path, "  - picture: {files: [pictures/a.jpg, pictures/a.jpg], columns: 6}\n    caption: ก\n"
    )
    document = api.find(project, "order")
    (block,) = document.content.clauses
    styles = block_styles(b"<w:styles></w:styles>")
    text = BlockText(Captions(), styles, "thai", "TH SarabunPSK", MarkStyles())
    captions = CaptionWriter(text, Contents("thai", {}), ())
    printer = BlockPrinter((block,), captions, pictures=UsedPictures(document.pictures))
    widths = []
    for room in (1200, 300):
        xml = printer.xml(0, Host("", "", "", room, is_in_cell=True))
        widths.append(re.findall(r'<w:gridCol w:w="([0-9]+)"/>', xml))
        assert min(map(int, re.findall(r'c[xy]="(-?[0-9]+)"', xml))) > 0
    assert widths == [["600", "600"], ["567"]]


def test_a_grid_is_a_table_without_lines(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 800, 600)
    put_photograph(tmp_path / "pictures/b.jpg", 600, 800)
    clauses = (
        "  - picture:\n"
        "      files:\n"
        "        - {file: pictures/a.jpg, caption: ก 1}\n"
        "        - {file: pictures/b.jpg, caption: ข, alt: ค}\n"
        "        - pictures/a_b c.jpg\n"
        "      columns: 2\n"
        "    caption: ง\n"
        "  - ก\n"
    )
    put_photograph(tmp_path / "pictures/a_b c.jpg", 800, 600)
    root = xml_of(order_file(tmp_path, clauses))
    (table,) = nodes_at(root, "//w:tbl[.//pic:pic]")
    first_row, last_row, row_of_caption = nodes_at(table, "./w:tr")

    assert nodes_at(table, "./w:tblPr/w:tblBorders/*/@w:val") == ["nil"] * 6
    assert [len(nodes_at(row, "./w:trPr/w:cantSplit")) for row in (first_row, last_row)] == [1, 1]
    assert [text_of(cell) for cell in nodes_at(first_row, "./w:tc")] == ["ก ๑", "ข"]
    # the last picture stands in the middle of its row
    (last_cell,) = nodes_at(last_row, "./w:tc")
    assert nodes_at(last_cell, "./w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert nodes_at(table, ".//wp:docPr/@descr") == ["ก ๑", "ค", "ง"]
    assert len(set(nodes_at(root, "//wp:docPr/@id"))) == len(nodes_at(root, "//wp:docPr"))
    heights = [height for _width, height in sizes_of(table)]
    assert heights[0] == heights[1]
    # rows are not held together, but for the last one with the caption in its row
    assert text_of(row_of_caption) == "ภาพที่ ๑ ง"
    assert nodes_at(row_of_caption, "./w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    rows = (first_row, last_row, row_of_caption)
    assert [len(nodes_at(row, ".//w:keepNext[not(@w:val='0')]")) for row in rows] == [0, 1, 0]


def test_a_picture_in_steps_stands_within_their_room(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 3000, 1000)
    clauses = (
        "  - steps:\n"
        "      - text: ก\n"
        "        paragraphs:\n"
        "          - picture: {file: pictures/a.jpg}\n"
        "            caption: ข\n"
        "          - picture: {files: [pictures/a.jpg, pictures/a.jpg]}\n"
        "            caption: ค\n"
    )
    root = xml_of(order_file(tmp_path, clauses))
    (paragraph,) = nodes_at(root, "//w:body/w:p[.//pic:pic]")
    (table,) = nodes_at(root, "//w:tbl[.//pic:pic]")
    (start,) = map(int, nodes_at(paragraph, "./w:pPr/w:ind/@w:left"))

    assert start > 0
    ((picture_width, _height),) = sizes_of(paragraph)
    assert picture_width == TEXT_WIDTH - start * 635
    assert nodes_at(table, "./w:tblPr/w:tblInd/@w:w") == [str(start)]
    (width,) = map(int, nodes_at(table, "./w:tblPr/w:tblW/@w:w"))
    assert 9071 - start - 2 < width <= 9071 - start


def test_a_picture_in_a_cell_fits_the_cell(tmp_path: Path) -> None:
    """The cell is 3000 twips wide; its margins are 57 at each side."""

    def into_a_cell(root: Any) -> None:
        tags = ("{%p for paragraph in order.clauses %}", "{{ paragraph }}", "{%p endfor %}")
        paragraphs = "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)
        cell = f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
        table = (
            f'<w:tbl xmlns:w="{NAMES["w"]}"><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>'
            f"<w:tr>{cell}</w:tr></w:tbl>"
        )
        root[0].insert(0, etree.fromstring(table))

    put_photograph(tmp_path / "pictures/a.jpg", 3000, 1000)
    project_of(tmp_path, "  - picture: {file: pictures/a.jpg}\n    caption: ก\n")
    put_template(tmp_path, DOCUMENT, into_a_cell)
    checked = api.render_checked(api.find(api.load(tmp_path), "order"), today=TODAY)
    assert [diagnostic.code for diagnostic in checked.diagnostics if diagnostic.severity == "error"] == []
    assert checked.value is not None
    root = xml_of(checked.value)
    (cell,) = nodes_at(root, "//w:tc[.//pic:pic]")

    # it is printed in its paragraph too, and references lead to the first print
    names = nodes_at(root, "//w:bookmarkStart/@w:name")
    assert [name for name in names if name.startswith("_Ref")] == ["_Ref5000000"]
    assert len(nodes_at(cell, ".//w:bookmarkStart")) == 1
    assert sizes_of(cell) == [(2886 * 635, round(2886 * 635 / 3))]
    assert "ภาพที่ ๑ ก" in text_of(cell)


def test_one_picture_is_one_part_however_often_it_is_printed(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 3000, 2000)
    (tmp_path / "pictures/copy.jpg").write_bytes((tmp_path / "pictures/a.jpg").read_bytes())
    clauses = (
        "  - picture: {file: pictures/a.jpg, width: 2, alt: ก}\n"
        "  - picture: {file: pictures/a.jpg, width: 10, alt: ก}\n"
        "  - picture: {file: pictures/copy.jpg, width: 4, alt: ก}\n"
    )
    data = order_file(tmp_path, clauses)
    (name, part), *further = media_of(data).items()
    root = xml_of(data)

    assert further == []
    digest = hashlib.sha256((tmp_path / "pictures/a.jpg").read_bytes()).hexdigest()
    assert name == f"word/media/picture-{digest[:20]}.jpg"
    assert nodes_at(root, "//a:blip/@r:embed") == [f"rIdPicture{digest[:20]}"] * 3
    # 10 cm are 3.94 inches, with 220 dots each: 866.2
    assert Image.open(io.BytesIO(part)).size == (867, 578)
    assert CAMERA.encode() not in data


def test_equal_orders_are_equal_files_and_pictures_are_stored_as_they_are(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 300, 200)
    (tmp_path / "pictures/b.png").write_bytes(encoded(noise(30, 20), "PNG"))
    clauses = "  - picture: {files: [pictures/a.jpg, pictures/b.png]}\n    caption: ก\n"
    cold, warm = order_file(tmp_path, clauses), order_file(tmp_path, clauses)

    assert cold == warm
    with zipfile.ZipFile(io.BytesIO(cold)) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
    stored = [name for name, method in methods.items() if method == zipfile.ZIP_STORED]
    assert stored == list(media_of(cold))
    assert len(stored) == 2


def test_the_cache_gives_what_was_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 3000, 2000)
    clauses = "  - picture: {file: pictures/a.jpg, alt: ก}\n"
    cold = order_file(tmp_path, clauses)

    monkeypatch.setattr(preparing, "prepare", lambda *_arguments: pytest.fail("it was prepared again"))
    assert order_file(tmp_path, clauses) == cold


def test_a_damaged_cache_and_one_that_cannot_be_written_are_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 3000, 2000)
    clauses = "  - picture: {file: pictures/a.jpg, alt: ก}\n"
    folder = tmp_path / "cache"
    monkeypatch.setenv(PICTURES_VARIABLE, str(folder))
    cold = order_file(tmp_path, clauses)
    (kept_file,) = folder.iterdir()
    kept_bytes = kept_file.read_bytes()
    kept_file.write_bytes(kept_bytes[:-1])
    assert order_file(tmp_path, clauses) == cold
    assert kept_file.read_bytes() == kept_bytes

    file = tmp_path / "file"
    file.write_bytes(b"")
    monkeypatch.setenv(PICTURES_VARIABLE, str(file / "no folder"))
    assert order_file(tmp_path, clauses) == cold


def test_the_cache_is_bounded_in_age_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, day = 1_000_000_000.0, 86_400
    monkeypatch.setenv(PICTURES_VARIABLE, str(tmp_path))
    for days, name in enumerate(("today", "yesterday", "before")):
        keep_picture(name, EncodedPicture(b"data", "png"))
        os.utime(tmp_path / f"{name}.png", (now - days * day,) * 2)
    keep_picture("old", EncodedPicture(b"data", "jpg"))
    os.utime(tmp_path / "old.jpg", (now - (MOST_DAYS + 1) * day,) * 2)
    os.truncate(tmp_path / "yesterday.png", MOST_BYTES - 36)

    tidy(tmp_path, now)
    # today's has 36 bytes, a hash of 32 and four of its own: with yesterday's the cache is just full
    assert sorted(path.name for path in tmp_path.iterdir()) == ["today.png", "yesterday.png"]
    assert cached_picture("today") == EncodedPicture(b"data", "png")
    assert cached_picture("old") is None


def test_several_hands_keep_and_read_whole_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PICTURES_VARIABLE, str(tmp_path))
    picture_file = EncodedPicture(bytes(100_000), "png")

    def keep_and_read(number: int) -> EncodedPicture | None:
        if number % 2:
            keep_picture("a", picture_file)
        return cached_picture("a")

    keep_picture("a", picture_file)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(keep_and_read, range(40)))
    assert results == [picture_file] * 40
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_a_picture_of_the_cache_in_use_is_not_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PICTURES_VARIABLE, str(tmp_path))
    keep_picture("a", EncodedPicture(b"data", "png"))
    os.utime(tmp_path / "a.png", (0, 0))

    assert cached_picture("a") is not None
    assert (tmp_path / "a.png").stat().st_mtime > 1_000_000_000


@pytest.mark.parametrize(("size", "part"), [((3000, 2000), 2), ((300, 200), 2)])
def test_a_picture_broken_in_its_pixels_is_told_when_it_is_printed(
    size: tuple[int, int], part: int, tmp_path: Path
) -> None:
    path = put_photograph(tmp_path / "pictures/a.jpg", *size)
    data = encoded(noise(300, 200), "JPEG")
    path.write_bytes(data[: len(data) // part])
    clauses = "  - ก\n  - picture: {file: pictures/a.jpg, alt: ก}\n"

    assert [
        finding.code for finding in api.check(project_of(tmp_path, clauses)) if finding.severity == "error"
    ] == []
    with pytest.raises(ContentError) as refused:
        printed_order(tmp_path, clauses)
    (diagnostic,) = refused.value.diagnostics
    location = diagnostic.location
    assert (diagnostic.code, location.line - FIRST_LINE + 1, location.column) == ("E482", 2, 21)


def test_all_broken_pictures_are_told_at_once_with_their_paths(tmp_path: Path) -> None:
    clauses = ""
    for name in ("a", "b"):
        path = put_photograph(tmp_path / f"pictures/{name}.jpg", 300, 200 + len(clauses))
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        clauses += f"  - picture: {{file: pictures/{name}.jpg, alt: ก}}\n"
    with pytest.raises(ContentError) as refused:
        printed_order(tmp_path, clauses)
    lines = [(each.code, each.location.line - FIRST_LINE + 1) for each in refused.value.diagnostics]
    assert lines == [("E482", 1), ("E482", 2)]
    assert ["pictures/a.jpg" in each.message for each in refused.value.diagnostics] == [True, False]


def test_a_picture_that_went_away_is_told_when_it_is_printed(tmp_path: Path) -> None:
    path = put_photograph(tmp_path / "pictures/a.jpg", 8, 8)
    project = project_of(tmp_path, "  - picture: {file: pictures/a.jpg, alt: ก}\n")
    path.unlink()
    with pytest.raises(ContentError) as refused:
        api.render(api.find(project, "order"), today=TODAY)
    (diagnostic,) = refused.value.diagnostics
    assert (diagnostic.code, diagnostic.location.line) == ("E438", FIRST_LINE)


def test_a_document_made_without_its_pictures_says_so(tmp_path: Path) -> None:
    from dataclasses import replace  # noqa: PLC0415 for this test alone

    put_photograph(tmp_path / "pictures/a.jpg", 8, 8)
    project = project_of(tmp_path, "  - picture: {file: pictures/a.jpg, alt: ก}\n")
    document = replace(api.find(project, "order"), pictures={})
    with pytest.raises(ContentError) as refused:
        api.render(document, today=dt.date(2026, 9, 16))
    assert [diagnostic.code for diagnostic in refused.value.diagnostics] == ["E644"]


def test_a_template_lists_its_figures(tmp_path: Path) -> None:
    def add_list(root: Any) -> None:
        begin, separate, end = [
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        ]
        instruction = "<w:r><w:instrText> TOC \\f g </w:instrText></w:r>"
        field = f'<w:p xmlns:w="{root.nsmap["w"]}">{begin}{instruction}{separate}{end}</w:p>'
        root[0].insert(0, etree.fromstring(field))

    put_photograph(tmp_path / "pictures/a.jpg", 8, 8)
    clauses = (
        "  - picture: {file: pictures/a.jpg}\n    caption: ก\n"
        "  - table: {columns: [ก], rows: [[ข]]}\n    caption: ค\n"
        "  - picture: {file: pictures/a.jpg}\n    caption: ข\n"
    )
    project_of(tmp_path, clauses)
    put_template(tmp_path, DOCUMENT, add_list)
    root = xml_of(api.render(api.find(api.load(tmp_path), "order"), today=TODAY))

    entries = [text_of(entry) for entry in nodes_at(root, "//w:p[w:hyperlink]")]
    assert entries == ["ภาพที่ ๑ ก→", "ภาพที่ ๒ ข→"]
    captions = [text_of(paragraph) for paragraph in nodes_at(root, "//w:p[not(w:hyperlink)]")]
    assert [caption for caption in captions if caption.startswith(("ภาพที่", "ตารางที่"))] == [
        "ภาพที่ ๑ ก",
        "ตารางที่ ๑ ค",
        "ภาพที่ ๒ ข",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pictures/ภาพกิจกรรม_01.jpg", "ภาพกิจกรรม 01"),
        ("a\\การประชุม--ครั้งที่ 2.final.png", "การประชุม ครั้งที่ 2.final"),
    ],
)
def test_the_name_of_a_file_stands_for_words_that_nobody_wrote(name: str, words: str) -> None:
    assert words_of_name(name) == words


def test_a_paper_without_pictures_loads_nothing_of_them(tmp_path: Path) -> None:
    project_of(tmp_path, "  - table: {columns: [ก], rows: [[ข]]}\n")
    program = (
        "import datetime, sys; from pathlib import Path; from esa_docs import api\n"
        f"project = api.load(Path({str(tmp_path)!r}))\n"
        "api.check(project); api.render(api.find(project, 'order'), today=datetime.date(2026, 9, 16))\n"
        "print(sorted(name for name in sys.modules if name == 'PIL' or name.endswith('blocks.pictures')))"
    )
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert output.stdout.strip() == "[]"


def test_captions_of_pictures_count_apart_from_those_of_tables() -> None:
    captions = Captions()
    table = Block.model_validate({"table": {"columns": ["ก"], "rows": [["ข"]]}, "caption": "ก"})
    figure = Block.model_validate({"picture": {"file": "a.png"}, "caption": "ข", "id": "ข"})
    captions.add(table, [7])
    captions.add(figure)

    caption = captions.by_id["ข"]
    assert isinstance(caption, Caption)
    assert (caption.label, caption.number, caption.list) == ("ภาพที่", 1, "g")


def test_a_see_through_picture_stays_png(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    see_through = picture(2000, 1000).convert("RGBA")
    see_through.putalpha(100)
    (tmp_path / "pictures/a.png").write_bytes(encoded(see_through, "PNG"))
    data = order_file(tmp_path, "  - picture: {file: pictures/a.png, width: 5, alt: ก}\n")

    ((name, part),) = media_of(data).items()
    image = Image.open(io.BytesIO(part))
    assert (name[-4:], image.mode) == (".png", "RGBA")
    # brown, but for what is lost where colours are reckoned with what shines through
    pixel: Any = image.getpixel((200, 100))
    differences = [abs(value - expected) for value, expected in zip(pixel, BROWN, strict=True)]
    assert max(differences) <= 2
    types = parts_of(data)["[Content_Types].xml"]
    assert types.count(b'Extension="png"') == 1
