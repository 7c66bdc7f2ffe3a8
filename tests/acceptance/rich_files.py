"""The project of rich papers on disk: its content is kept beside this file, its pictures are made."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import docx
from docx.oxml.ns import qn
from PIL import Image, ImageDraw

from esa_docs import api

CONTENT = Path(__file__).parent / "rich_papers"
TODAY = dt.date(2026, 11, 30)
BANGKOK = dt.timezone(dt.timedelta(hours=7))
OCCASION = api.Occasion(dt.datetime(2026, 11, 30, 9, 30, tzinfo=BANGKOK), "clerk-of-tests")
SCREEN, PHOTOGRAPH, CERTIFICATE, SCAN = (320, 180), (160, 120), (105, 148), (310, 438)
"""Sizes of the pictures in pixels: screens of computers, photographs, papers upright."""


def put_rich_project(root: Path) -> Path:
    """Write the project with a signed order and its scan, and return its folder."""
    shutil.copytree(CONTENT, root)
    _put_pictures(root)
    _put_word_annex(root / "files" / "record-form.docx")
    scan = root.parent / "scan.pdf"
    _picture(SCAN, 0).save(scan)
    api.issue(root, "orders/committee", occasion=OCCASION)
    api.attach(root, "orders/committee", scan, occasion=OCCASION)
    return root


def _put_pictures(root: Path) -> None:
    for place, name in enumerate(("login", "plan", "form")):
        _put_picture(root / "pictures" / f"screen-{name}.png", SCREEN, place)
    for number in (1, 2):
        _put_picture(root / "pictures" / f"school-{number}.jpg", PHOTOGRAPH, number + 3)
        _put_picture(root / "evidence" / f"certificate-{number}.png", CERTIFICATE, number + 5)
    for number in range(1, 7):
        _put_picture(root / "evidence" / f"photo-{number}.jpg", PHOTOGRAPH, number + 7)


def _put_picture(path: Path, size: tuple[int, int], place: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _picture(size, place).save(path)


def _picture(size: tuple[int, int], place: int) -> Image.Image:
    """Return a picture with a frame, whose colour tells it from the pictures in other places."""
    picture = Image.new("RGB", size, (255 - 15 * place, 240, 200))
    width, height = size
    ImageDraw.Draw(picture).rectangle((2, 2, width - 3, height - 3), outline=(20, 20, 120), width=2)
    return picture


def _put_word_annex(path: Path) -> None:
    """Write a form of another office's hand: a heading, a line to fill in, a numbered list and a table."""
    document = docx.Document()
    for name in ("Normal", "Heading 1"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), "TH SarabunPSK")
    document.add_heading("แบบบันทึกของศึกษานิเทศก์", 1)
    document.add_paragraph("โรงเรียน ............................ วันที่ ................")
    for text in ("ด้านการสอน", "ด้านสื่อ"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("ที่", "สิ่งที่พบ", "ข้อเสนอแนะ"), strict=True):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษของแบบ"
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
