"""The check of the content of a document: the rules of its kind, then those of all kinds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from esa_docs.model.base import Content
from esa_docs.model.kind import Kind
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.captions import check_captions
from esa_docs.rules.paper_numbers import check_paper_number
from esa_docs.rules.people import check_people
from esa_docs.rules.text_setting import Setting


def check_content(kind: Kind[Any], content: Content, office: Office, today: dt.date) -> Iterator[Problem]:
    """Generate the problems that the rules find in the content of a document.

    Args:
        kind: kind of the document.
        content: what the document says.
        office: whose document it is.
        today: the day as of which a document without a date names people.
    """
    for rule in kind.rules:
        yield from rule(content, office)
    numerals = office.numerals.get(kind.name, kind.numerals)
    yield from check_captions(content, Setting(office.font, numerals))
    yield from check_people(content, office, today)
    yield from check_paper_number(kind, content, office)
