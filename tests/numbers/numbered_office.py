"""A small project with orders, for tests of their numbers."""

from __future__ import annotations

from pathlib import Path

from written_project import put_office

ORDER = """\
# คำสั่งตัวอย่าง
kind: order
subject: SUBJECT   # เรื่อง
cause: [ด้วยเหตุตัวอย่าง]
clauses:
  - ให้ปฏิบัติตามนี้
"""


def write_project(root: Path) -> Path:
    """Write a project without documents."""
    return put_office(root)


def write_order(root: Path, name: str, number: str = "", date: str = "", subject: str = "") -> Path:
    """Write an order; ``name`` begins with its year. Number and date stand in lines 4 and 5."""
    path = root / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ORDER.replace("SUBJECT", subject or f"เรื่องของ {name}")
    lines = text.splitlines(keepends=True)
    lines.insert(3, f"number: {number}\n" if number else "")
    lines.insert(4, f"date: {date}\n" if date else "")
    path.write_text("".join(lines), encoding="utf-8")
    return path


def write_register(root: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write the register of orders made elsewhere."""
    path = root / "registers" / "orders.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path
