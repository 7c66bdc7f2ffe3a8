"""หนังสือเวียน: circulars of every kind are counted together (ระเบียบงานสารบรรณ ข้อ 32)."""

from __future__ import annotations

from typing import Final

from esa_docs.model.abilities import NumberSeries

CIRCULARS: Final = NumberSeries("circular", "ทะเบียนหนังสือเวียน", is_coded=True, is_circular=True)
