"""Make the workbook of a self-assessment as an Excel file; imported only where openpyxl is there."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from esa_docs.model.cell_forms import Number
from esa_docs.model.workbook_form import Column
from esa_docs.workbook.excel_cells import (
    HEADING_SIZE,
    cell_at,
    fill_open_cell,
    frame_head,
    frame_locked,
    protect_sheet,
    set_text,
    style_text,
)
from esa_docs.workbook.layout import Address, Layout, Row, Sheet
from esa_docs.workbook.record import RECORD_SHEET, Place, Record, digest_of
from esa_docs.workbook.row_heights import SizedText, row_height

_FOLDER_OF_SHEETS: Final = "xl/worksheets/"
_FIXED_HEIGHT: Final = b' customHeight="1"'
"""The attribute of a row that does not grow with its text."""
_GUIDE: Final = "คำชี้แจง"
_GUIDE_BEGINNING: Final = (
    "กรอกเฉพาะช่องสีขาว ช่องสีเทาเป็นหัวข้อของเกณฑ์และถูกล็อกไว้",
    "ขึ้นย่อหน้าหรือรายการใหม่ในช่องเดียวกันด้วย Alt+Enter หนึ่งบรรทัดคือหนึ่งย่อหน้าหรือหนึ่งรายการ บรรทัดว่างไม่นับ",
    "รายการที่มีหลายส่วนคั่นด้วยเครื่องหมาย | ตามที่หัวคอลัมน์บอก หากข้อความมีเครื่องหมาย | ให้พิมพ์ \\|",
)
_GUIDE_TO_ISSUES: Final = (
    "แถวสุดท้ายของแต่ละตัวบ่งชี้เว้นไว้สำหรับประเด็นที่เพิ่มใหม่ หากไม่มีให้เว้นว่าง",
    "ช่องผู้รับผิดชอบของประเด็นที่เว้นว่างหมายถึงผู้รับผิดชอบของตัวบ่งชี้",
)
_GUIDE_END: Final = ("อย่าเปลี่ยนชื่อแผ่นงาน อย่าใช้สูตร วางข้อความจาก Word ได้",)
_GUIDE_WIDTH: Final = 110
_CODE_WIDTH: Final = 9
_A3: Final = 8
"""Number of the paper size in Excel."""
_MARGIN: Final = 0.4
"""Inches."""
_HEADING_ROW, _HEAD_ROW, _FIRST_ROW = 1, 2, 3
_OWNERS_COLUMN: Final = 9
"""Column I of the hidden sheet, right of the record."""


class _Book:
    """A workbook that is being written, with its record."""

    def __init__(self, layout: Layout, owners: Sequence[str], digests: Mapping[Path, str]) -> None:
        self._layout = layout
        self._owners = owners
        self._family = layout.document.office.font
        self._code_columns = len(layout.form.code_heads)
        self._cells: dict[Place, tuple[Address, str]] = {}
        self._texts: dict[Place, str] = {}
        self._files: dict[str, str] = {}
        for path, digest in digests.items():
            name = path.relative_to(layout.document.year_folder).as_posix()
            self._files[name] = digest
        self._book = Workbook()

    def to_bytes(self) -> bytes:
        """Write all sheets and return the file."""
        guide = self._book.active
        if not isinstance(guide, Worksheet):
            raise TypeError("a new workbook has a sheet")
        self._write_guide(guide)
        for sheet in self._layout.sheets:
            self._write_sheet(self._book.create_sheet(sheet.title), sheet)
        self._write_record(self._book.create_sheet(RECORD_SHEET))
        # A sheet that comes back is known by its title: Excel must not let it be renamed.
        self._book.security = WorkbookProtection(lockStructure=True)
        file = io.BytesIO()
        self._book.save(file)
        return _with_free_heights(file.getvalue())

    def _write_guide(self, sheet: Worksheet) -> None:
        document = self._layout.document
        sheet.title = _GUIDE
        sheet.column_dimensions["A"].width = _GUIDE_WIDTH
        texts = [document.title, f"ปีงบประมาณ พ.ศ. {document.year}", document.office.name]
        texts += _GUIDE_BEGINNING
        if self._layout.form.has_issues:
            texts += _GUIDE_TO_ISSUES
        texts += _GUIDE_END
        for number, text in enumerate(texts, 1):
            self._write_fixed(cell_at(sheet, number, 1), text, is_bold=number == 1)
        protect_sheet(sheet)

    def _write_sheet(self, sheet: Worksheet, form: Sheet) -> None:
        heading = cell_at(sheet, _HEADING_ROW, 1)
        self._write_fixed(heading, form.heading, is_bold=True)
        heading.alignment = Alignment(vertical="center")
        heads = [*self._layout.form.code_heads, *(column.head for column in form.columns)]
        for number, head in enumerate(heads, 1):
            cell = cell_at(sheet, _HEAD_ROW, number)
            self._write_fixed(cell, head, is_bold=True)
            frame_head(cell)
        for number, row in enumerate(form.rows, _FIRST_ROW):
            self._write_row(sheet, number, row, form.columns)
        self._set_sizes(sheet, form)
        self._set_up_page(sheet)
        self._add_choices(sheet, form)
        protect_sheet(sheet)

    def _write_row(self, sheet: Worksheet, row_number: int, row: Row, columns: Sequence[Column]) -> None:
        issue = "" if row.issue is None else str(row.issue)
        codes = (row.part.code, issue)
        for column_number, code in enumerate(codes[: self._code_columns], 1):
            self._write_locked(cell_at(sheet, row_number, column_number), code)
        for column_number, column in enumerate(columns, self._code_columns + 1):
            cell = cell_at(sheet, row_number, column_number)
            keys = row.keys(column)
            if keys:
                text = column.form.show(row.value(keys))
                fill_open_cell(cell, text, self._family, is_number=isinstance(column.form, Number))
                address = Address(row.part.code, row.issue, keys)
                self._cells[sheet.title, cell.coordinate] = (address, digest_of(text))
            else:
                name = row.name if column is columns[0] else ""
                self._write_locked(cell, name, is_bold=row.issue is None)

    def _write_locked(self, cell: Cell, text: str, *, is_bold: bool = False) -> None:
        self._write_fixed(cell, text, is_bold=is_bold)
        frame_locked(cell)

    def _write_fixed(self, cell: Cell, text: str, *, is_bold: bool) -> None:
        """Write a text that is not to be changed, and record it; an empty cell is locked all the same."""
        style_text(cell, self._family, is_bold=is_bold)
        if text:
            set_text(cell, text)
            self._texts[cell.parent.title, cell.coordinate] = text

    def _set_sizes(self, sheet: Worksheet, form: Sheet) -> None:
        widths: list[float] = [_CODE_WIDTH] * self._code_columns
        widths += [column.width for column in form.columns]
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        heading = SizedText(form.heading, sum(widths), HEADING_SIZE)
        sheet.row_dimensions[_HEADING_ROW].height = row_height([heading])
        for number in range(_HEAD_ROW, _FIRST_ROW + len(form.rows)):
            sheet.row_dimensions[number].height = row_height(_texts_of_row(sheet, number, widths))

    def _set_up_page(self, sheet: Worksheet) -> None:
        sheet.freeze_panes = cell_at(sheet, _FIRST_ROW, self._code_columns + 2).coordinate
        sheet.print_title_rows = f"{_HEADING_ROW}:{_HEAD_ROW}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A3
        sheet.page_margins = PageMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        # One page wide; a height of 0 lets the table take as many pages as it needs.
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _add_choices(self, sheet: Worksheet, form: Sheet) -> None:
        for column_number, column in enumerate(form.columns, self._code_columns + 1):
            rule = self._choices(column)
            row_numbers = [number for number, row in enumerate(form.rows, _FIRST_ROW) if row.keys(column)]
            if rule is None or not row_numbers:
                continue
            for row_number in row_numbers:
                rule.add(cell_at(sheet, row_number, column_number))
            sheet.add_data_validation(rule)

    def _choices(self, column: Column) -> DataValidation | None:
        """Return the rule that gives a column a list to choose from; None for a column without a list."""
        if column.is_from_roster and self._owners:
            formula = f"'{RECORD_SHEET}'!$I$1:$I${len(self._owners)}"
        elif column.choices:
            formula = f'"{",".join(column.choices)}"'
        else:
            return None
        rule = DataValidation("list", formula1=formula, allow_blank=True)
        rule.error = "เลือกจากรายการเท่านั้น"
        rule.errorTitle = "ไม่อยู่ในรายการ"
        return rule

    def _write_record(self, sheet: Worksheet) -> None:
        document, edition = self._layout.document, self._layout.edition
        record = Record(document.name, document.year, edition, self._files, self._cells, self._texts)
        for row_number, row in enumerate(record.rows(), 1):
            for column_number, text in enumerate(row, 1):
                set_text(cell_at(sheet, row_number, column_number), text)
        for row_number, owner in enumerate(self._owners, 1):
            set_text(cell_at(sheet, row_number, _OWNERS_COLUMN), owner)
        sheet.sheet_state = "hidden"
        protect_sheet(sheet)


def make_workbook(layout: Layout, owners: Sequence[str], digests: Mapping[Path, str]) -> bytes:
    """Return the workbook of a self-assessment as an Excel file.

    Args:
        layout: what stands in it.
        owners: ids of the roster, to choose from.
        digests: SHA-256 of the content files.
    """
    return _Book(layout, owners, digests).to_bytes()


def _texts_of_row(sheet: Worksheet, row_number: int, widths: Sequence[float]) -> Iterator[SizedText]:
    """Generate the text of each cell of a row."""
    for column_number, width in enumerate(widths, 1):
        cell = cell_at(sheet, row_number, column_number)
        yield SizedText(str(cell.value or ""), width, cell.font.size)


def _with_free_heights(data: bytes) -> bytes:
    """Return a workbook whose rows grow as text is filled in."""
    # openpyxl marks every height that it writes as fixed, and has no setting for it.
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name.startswith(_FOLDER_OF_SHEETS):
                part = part.replace(_FIXED_HEIGHT, b"")
            after.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return file.getvalue()
