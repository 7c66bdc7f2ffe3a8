"""The kinds of documents: a folder each, and the only list of them.

A kind refers only to those before it. CONTRIBUTING.md says how a kind is made.
"""

from __future__ import annotations

from typing import Final

from esa_docs.kinds import (
    announcement,
    letter,
    manual,
    memo,
    minutes,
    order,
    pmqa,
    sar,
)
from esa_docs.model.kind import Kinds

KINDS: Final = Kinds(
    (
        manual.KIND,
        order.KIND,
        announcement.KIND,
        sar.KIND,
        pmqa.KIND,
        minutes.KIND,
        memo.KIND,
        letter.KIND,
    )
)
