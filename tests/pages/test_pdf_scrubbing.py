"""What PDFs of the evidence would run or carry does not come into the bound report; what they show does."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from test_pdf_merging import A4, REPORT, pdf_of, with_objects

from esa_docs.pages.pdf_merging import Piece, check_mergeable, merge_behind
from esa_docs.pages.pdf_reading import NotAPdfError

_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def _with_catalogue(entries: bytes, *further: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    catalogue = b"<</Type/Catalog/Pages 2 0 R" + entries + b">>"
    return with_objects(catalogue, _PAGES, page, *further)


def _with_page(entries: bytes, *further: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + entries + b">>"
    return with_objects(_CATALOGUE, _PAGES, page, *further)


def _with_link(action: bytes) -> bytes:
    return _with_page(b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A " + action + b">>]")


_SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
ACTIVE = {
    "a script when it is opened": _with_catalogue(b"/OpenAction" + _SCRIPT),
    "a program when it is opened": _with_catalogue(b"/OpenAction<</S/Launch/F(cmd.exe)>>"),
    "further actions of the file": _with_catalogue(b"/AA<</WC" + _SCRIPT + b">>"),
    "scripts by name": _with_catalogue(b"/Names<</JavaScript<</Names[(a)" + _SCRIPT + b"]>>>>"),
    "files within": _with_catalogue(b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)>>]>>>>"),
    "a form with a script": _with_catalogue(
        b"/AcroForm<</XFA(x)/Fields[<</T(a)/AA<</K" + _SCRIPT + b">>>>]>>"
    ),
    "further actions of a page": _with_page(b"/AA<</O" + _SCRIPT + b">>"),
    "a link that starts a program": _with_link(b"<</S/Launch/F(cmd.exe)>>"),
    "a link with a script": _with_link(_SCRIPT),
    "a link to a file": _with_link(b"<</S/GoToR/F(a.pdf)/D[0/Fit]>>"),
    "a link to a file within": _with_link(b"<</S/GoToE/D[0/Fit]>>"),
    "a form that sends": _with_link(b"<</S/SubmitForm/F(https://example.org)>>"),
    "a form that takes data": _with_link(b"<</S/ImportData/F(a.fdf)>>"),
    "an address of a script": _with_link(b"<</S/URI/URI(javascript:alert)>>"),
    "an address of a file": _with_link(b"<</S/URI/URI(file:///C:/a.exe)>>"),
    "an action of no sort": _with_link(b"<</S/Nothing>>"),
    "an action behind a good one": _with_link(b"<</S/URI/URI(https://a.go.th)/Next" + _SCRIPT + b">>"),
    "a file as a remark": _with_page(
        b"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/F(a.exe)/EF<<>>>>>>]"
    ),
    "a film": _with_page(b"/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>]"),
    "a widget with a script": _with_page(
        b"/Annots[4 0 R]",
        b"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/AA<</E" + _SCRIPT + b">>/Parent 5 0 R>>",
        b"<</T(a)/Kids[4 0 R]/A" + _SCRIPT + b">>",
    ),
}
_TRACES = (
    *(
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/EmbeddedFile",
        b"/OpenAction",
        b"/AA",
        b"/SubmitForm",
        b"/GoToR",
    ),
    *(
        b"/GoToE",
        b"/ImportData",
        b"/XFA",
        b"/RichMedia",
        b"/FileAttachment",
        b"javascript:",
        b"cmd.exe",
    ),
    *(b"file:", b"a.exe", b"alert"),
)


def _bound(pdf: bytes) -> bytes:
    return merge_behind(REPORT, "หลักฐาน", [Piece("E-1", "E-1", pdf_of([A4]), pdf)])


@pytest.mark.parametrize("pdf", ACTIVE.values(), ids=list(ACTIVE))
def test_nothing_that_runs_or_lies_in_it_comes_along(pdf: bytes) -> None:
    assert check_mergeable(pdf)
    bound = _bound(pdf)
    assert [trace for trace in _TRACES if trace in bound] == []
    with pypdfium2.PdfDocument(bound) as document:
        assert len(document) == 6


@pytest.mark.parametrize(
    "pdf",
    [
        pdf_of([A4]),
        _with_link(b"<</S/URI/URI(https://www.obec.go.th/)>>"),
        _with_link(b"<</S/URI/URI(mailto:a@example.go.th)>>"),
        _with_page(b"/Annots[<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]>>]"),
    ],
)
def test_what_is_harmless_stays(pdf: bytes) -> None:
    assert not check_mergeable(pdf)


def test_links_to_web_pages_stay_in_the_report() -> None:
    bound = PdfReader(io.BytesIO(_bound(_with_link(b"<</S/URI/URI(https://www.obec.go.th/)>>"))))
    annotations = bound.pages[-1].annotations
    assert annotations is not None
    assert [annotation.get_object()["/A"]["/URI"] for annotation in annotations] == [
        "https://www.obec.go.th/"
    ]


def test_a_real_attachment_is_left_out() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of([A4])))
    writer.add_attachment("a.exe", b"MZ program")
    target = io.BytesIO()
    writer.write(target)
    assert check_mergeable(target.getvalue())
    bound = _bound(target.getvalue())
    assert [trace for trace in (*_TRACES, b"MZ program") if trace in bound] == []


CYCLES = {
    "pages that hold themselves": with_objects(_CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "a catalogue as its pages": with_objects(b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>"),
}


@pytest.mark.parametrize("pdf", CYCLES.values(), ids=list(CYCLES))
def test_pages_in_a_circle_are_no_pdf(pdf: bytes) -> None:
    with pytest.raises(NotAPdfError):
        check_mergeable(pdf)


def test_remarks_in_a_circle_are_read_once() -> None:
    pdf = _with_page(
        b"/Annots[4 0 R]",
        b"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 5 0 R>>",
        b"<</T(a)/Kids[4 0 R 5 0 R]/Parent 5 0 R>>",
    )
    assert not check_mergeable(pdf)
