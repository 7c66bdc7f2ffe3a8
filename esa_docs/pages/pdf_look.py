"""A quick look at a PDF of any origin: whether it is locked, and whether it has pages."""

from __future__ import annotations

import io

from pypdf import PdfReader

from esa_docs.pages.pdf_reading import NotAPdfError, reading
from esa_docs.pages.quiet_pypdf import quiet


def look_at_pdf(file: io.BufferedReader) -> bool:
    """Return whether a PDF is locked. Its pages are counted, and not read.

    Args:
        file: the PDF, opened.

    Raises:
        NotAPdfError: it is no readable PDF, or it has no pages.
    """
    with quiet(), reading():
        reader = PdfReader(file)
        if reader.is_encrypted:
            return True
        count = len(reader.pages)
    if not count:
        raise NotAPdfError("no pages")
    return False
