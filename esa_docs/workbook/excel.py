"""The workbook of a self-assessment as an Excel file; imported only where openpyxl is there."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from esa_docs.model.cell_forms import Number
from esa_docs.model.workbook_form import Column
from esa_docs.workbook.layout import Layout, Row, Sheet
from esa_docs.workbook.record import RECORD_SHEET, Place, Record, digest_of
from esa_docs.workbook.row_heights import row_height

_SHEETS: Final = "xl/worksheets/"
_FIXED: Final = b' customHeight="1"'
_GUIDE: Final = "คำชี้แจง"
_GUIDE_TEXTS: Final = (
    "กรอกเฉพาะช่องสีขาว ช่องสีเทาเป็นหัวข้อของเกณฑ์และถูกล็อกไว้",
    "ขึ้นย่อหน้าหรือรายการใหม่ในช่องเดียวกันด้วย Alt+Enter หนึ่งบรรทัดคือหนึ่งย่อหน้าหรือหนึ่งรายการ บรรทัดว่างไม่นับ",
    "รายการที่มีหลายส่วนคั่นด้วยเครื่องหมาย | ตามที่หัวคอลัมน์บอก หากข้อความมีเครื่องหมาย | ให้พิมพ์ \\|",
    "แถวสุดท้ายของแต่ละตัวบ่งชี้เว้นไว้สำหรับประเด็นที่เพิ่มใหม่ หากไม่มีให้เว้นว่าง",
    "ช่องผู้รับผิดชอบของประเด็นที่เว้นว่างหมายถึงผู้รับผิดชอบของตัวบ่งชี้",
    "อย่าเปลี่ยนชื่อแผ่นงาน อย่าใช้สูตร วางข้อความจาก Word ได้",
)
_ISSUES_ONLY: Final = (3, 4)
"""Lines of the guide that speak of issues."""
_SIZE, _SMALL = 16, 14
_GREY: Final = PatternFill("solid", fgColor="E7E6E6")
_HEAD: Final = PatternFill("solid", fgColor="D9E2F3")
_LINE: Final = Side(style="thin", color="A6A6A6")
_FRAME: Final = Border(_LINE, _LINE, _LINE, _LINE)
_TEXT_FORMAT: Final = "@"
"""Excel keeps what is typed: no date, percentage or formula is made of it."""
_CODE_WIDTH: Final = 9
_A3: Final = 8
_MARGIN: Final = 0.4
"""Inches."""
_FIRST_ROW: Final = 3
_LONGEST_LIST: Final = 999


class _Book:
    """A workbook being written, with its record."""

    def __init__(self, layout: Layout, owners: Sequence[str], digests: Mapping[Path, str]) -> None:
        document = layout.document
        self._layout, self._owners = layout, owners
        self._year_folder = document.year_folder
        self._family = document.office.font
        self._cells: dict[Place, tuple[tuple[str, int | None, tuple[str, ...]], str]] = {}
        self._texts: dict[Place, str] = {}
        self._files = {path.relative_to(self._year_folder).as_posix(): one for path, one in digests.items()}
        self._book = Workbook()

    def made(self) -> bytes:
        """Write all sheets and give the file."""
        guide = self._book.active
        if not isinstance(guide, Worksheet):
            raise TypeError("a new workbook has a sheet")
        self._write_guide(guide)
        for sheet in self._layout.sheets:
            self._write_sheet(self._book.create_sheet(sheet.title), sheet)
        self._write_record(self._book.create_sheet(RECORD_SHEET))
        self._book.security = WorkbookProtection(lockStructure=True)
        file = io.BytesIO()
        self._book.save(file)
        return _with_free_heights(file.getvalue())

    def _write_guide(self, sheet: Worksheet) -> None:
        document = self._layout.document
        sheet.title = _GUIDE
        sheet.column_dimensions["A"].width = 110
        has_issues = self._layout.form.has_issues
        texts = [one for n, one in enumerate(_GUIDE_TEXTS) if has_issues or n not in _ISSUES_ONLY]
        head = (document.title, f"ปีงบประมาณ พ.ศ. {document.year}", document.office.name)
        for number, text in enumerate((*head, *texts), 1):
            self._write_fixed(_cell(sheet, number, 1), text, is_bold=number == 1)
        _protect(sheet)

    def _write_sheet(self, sheet: Worksheet, form: Sheet) -> None:
        heads = (*self._layout.form.code_heads, *(column.head for column in form.columns))
        self._write_fixed(_cell(sheet, 1, 1), form.heading, is_bold=True)
        _cell(sheet, 1, 1).alignment = Alignment(vertical="center")
        for number, head in enumerate(heads, 1):
            cell = _cell(sheet, _FIRST_ROW - 1, number)
            self._write_fixed(cell, head, is_bold=True)
            cell.fill, cell.border = _HEAD, _FRAME
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        for number, row in enumerate(form.rows, _FIRST_ROW):
            self._write_row(sheet, number, row, form.columns)
        self._lay_out(sheet, form)
        self._add_choices(sheet, form)
        _protect(sheet)

    def _write_row(self, sheet: Worksheet, number: int, row: Row, columns: Sequence[Column]) -> None:
        codes = (row.part.code, "" if row.issue is None else str(row.issue))
        first = len(self._layout.form.code_heads)
        for column_number in range(1, first + 1):
            self._write_locked(_cell(sheet, number, column_number), codes[column_number - 1])
        for place, column in enumerate(columns, first + 1):
            keys, cell = row.keys(column), _cell(sheet, number, place)
            if not keys:
                is_bold = row.issue is None
                self._write_locked(cell, row.name if column is columns[0] else "", is_bold=is_bold)
                continue
            text = column.form.show(row.value(keys))
            self._write(cell, text, is_number=isinstance(column.form, Number))
            self._cells[sheet.title, cell.coordinate] = ((row.part.code, row.issue, keys), digest_of(text))

    def _write(self, cell: Cell, text: str, *, is_number: bool) -> None:
        cell.font, cell.border = Font(self._family, _SMALL), _FRAME
        cell.protection = Protection(locked=False)
        cell.alignment = Alignment(horizontal="center" if is_number else None, vertical="top", wrap_text=True)
        if is_number and text.isascii() and text.isdigit():
            cell.value = int(text)
        elif text:
            _set_text(cell, text)
        if not is_number:
            cell.number_format = _TEXT_FORMAT

    def _write_locked(self, cell: Cell, text: str, *, is_bold: bool = False) -> None:
        self._write_fixed(cell, text, is_bold=is_bold)
        cell.fill, cell.border = _GREY, _FRAME

    def _write_fixed(self, cell: Cell, text: str, *, is_bold: bool) -> None:
        """Write what is not to be changed; an empty cell is not to be filled in either."""
        cell.font = Font(self._family, _SIZE if is_bold else _SMALL, bold=is_bold)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if text:
            _set_text(cell, text)
            self._texts[cell.parent.title, cell.coordinate] = text

    def _lay_out(self, sheet: Worksheet, form: Sheet) -> None:
        codes = len(self._layout.form.code_heads)
        widths = (*[_CODE_WIDTH] * codes, *(column.width for column in form.columns))
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.row_dimensions[1].height = row_height([(form.heading, sum(widths), _SIZE)])
        for number in range(_FIRST_ROW - 1, _FIRST_ROW + len(form.rows)):
            cells = (_cell(sheet, number, place) for place in range(1, len(widths) + 1))
            texts = (
                (str(one.value or ""), width, one.font.size) for one, width in zip(cells, widths, strict=True)
            )
            sheet.row_dimensions[number].height = row_height(texts)
        sheet.freeze_panes = _cell(sheet, _FIRST_ROW, codes + 2).coordinate
        sheet.print_title_rows = f"1:{_FIRST_ROW - 1}"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
        sheet.page_margins = PageMargins(*[_MARGIN] * 4)
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _add_choices(self, sheet: Worksheet, form: Sheet) -> None:
        codes = len(self._layout.form.code_heads)
        for place, column in enumerate(form.columns, codes + 1):
            rule = self._choices(column)
            rows = [n for n, row in enumerate(form.rows, _FIRST_ROW) if row.keys(column)]
            if rule is None or not rows:
                continue
            for number in rows:
                rule.add(_cell(sheet, number, place))
            sheet.add_data_validation(rule)

    def _choices(self, column: Column) -> DataValidation | None:
        if column.is_from_roster and self._owners:
            listed = f"'{RECORD_SHEET}'!$I$1:$I${len(self._owners)}"
        elif column.choices:
            listed = f'"{",".join(column.choices)}"'
        else:
            return None
        rule = DataValidation("list", formula1=listed, allow_blank=True)
        rule.error, rule.errorTitle = "เลือกจากรายการเท่านั้น", "ไม่อยู่ในรายการ"
        return rule

    def _write_record(self, sheet: Worksheet) -> None:
        document, edition = self._layout.document, self._layout.edition
        record = Record(document.name, document.year, edition, self._files, self._cells, self._texts)
        for number, row in enumerate(record.rows(), 1):
            for column, text in enumerate(row, 1):
                _set_text(_cell(sheet, number, column), text)
        for number, owner in enumerate(self._owners, 1):
            _set_text(_cell(sheet, number, 9), owner)
        sheet.sheet_state = "hidden"
        _protect(sheet)


def make_workbook(layout: Layout, owners: Sequence[str], digests: Mapping[Path, str]) -> bytes:
    """Make the workbook of a self-assessment.

    Args:
        layout: what stands in it.
        owners: ids of the roster, to choose from.
        digests: SHA-256 of the content files.
    """
    return _Book(layout, owners, digests).made()


def _with_free_heights(data: bytes) -> bytes:
    """Let rows grow as they are filled in: openpyxl fixes every height that it writes."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            free = part.replace(_FIXED, b"") if name.startswith(_SHEETS) else part
            after.writestr(ZipInfo(name), free, ZIP_DEFLATED)
    return made.getvalue()


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("nothing is merged here")
    return cell


def _set_text(cell: Cell, text: str) -> None:
    """Put a text into a cell as a text, also one that looks like a formula or an error."""
    cell.value = text
    cell.data_type = "s"


def _protect(sheet: Worksheet) -> None:
    """Lock what is locked, without a password; columns and rows may be made wider."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
