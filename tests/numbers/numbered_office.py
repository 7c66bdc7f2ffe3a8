"""A small project with orders, for tests of their numbers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from written_project import put_office

from esa_docs import api
from esa_docs.jobs.kept.issuing import Issuance

ORDER = """\
# คำสั่งตัวอย่าง
kind: order   # ชนิด
subject: {subject}
{number_and_date}cause: [ด้วยเหตุตัวอย่าง]
clauses:
  - ให้ปฏิบัติตามนี้
"""


def write_project(root: Path) -> Path:
    """Write a project without documents, and return its folder."""
    return put_office(root)


def write_order(root: Path, name: str, number: str = "", date: str = "", subject: str = "") -> Path:
    """Write an order and return its path.

    Args:
        root: folder of the project.
        name: name of the order with its year, without ending.
        number: its number, in line 4; an empty one is left out.
        date: its date, in line 5, or in line 4 where there is no number; an empty one is left out.
        subject: its subject; an empty one stands for one that bears the name.
    """
    path = root / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not subject:
        subject = f"เรื่องของ {name}"
    number_and_date = ""
    if number:
        number_and_date += f"number: {number}\n"
    if date:
        number_and_date += f"date: {date}\n"
    path.write_text(ORDER.format(subject=subject, number_and_date=number_and_date), encoding="utf-8")
    return path


def write_register(root: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write the register of orders made elsewhere, and return its path."""
    path = root / "registers" / "orders.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def issue_paper(root: Path, name: str, number: str | None, date: dt.date, *, force: bool = False) -> Issuance:
    """Issue a paper of 2569."""
    return api.issue(root, name, number, date, year=2569, force=force)
