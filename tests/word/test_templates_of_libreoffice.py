"""The shipped templates opened and saved in LibreOffice: they print what they printed before."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from shipped_documents import print_with, shipped_documents
from word_files import ROOT, Element, only_match, xml_of, xpath

from esa_docs.diagnostics import Severity
from esa_docs.pages.office_suite import find_office_suite
from esa_docs.word.printed_lines import printed_lines
from esa_docs.word.verify import verify

pytestmark = pytest.mark.office

FOLDER = ROOT / "templates_docx"
NAMES = sorted(path.stem for path in FOLDER.glob("[!~]*.docx"))
WITH_CONTENTS = ("manual", "pmqa", "sar")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every shipped template as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("saved")
    profile = (folder / "profile").as_uri()
    files = [str(FOLDER / f"{name}.docx") for name in NAMES]
    command = [str(find_office_suite()), f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "docx:MS Word 2007 XML", "--outdir", str(folder), *files], check=True, capture_output=True
    )
    return folder


def lines_once(data: bytes) -> list[str]:
    """Return the printed lines; those of heads, which LibreOffice writes for each section, once."""
    return list(dict.fromkeys(printed_lines(data)))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_saved_by_libreoffice_prints_what_it_printed_before(name: str, saved: Path) -> None:
    document = shipped_documents()[name]

    plain = print_with(document, (FOLDER / f"{name}.docx").read_bytes())
    through_libreoffice = print_with(document, (saved / f"{name}.docx").read_bytes())

    assert lines_once(through_libreoffice) == lines_once(plain)
    assert len(lines_once(plain)) >= 3
    severities = {diagnostic.severity for diagnostic in verify(through_libreoffice, "a.docx")}
    assert Severity.ERROR not in severities


def contents_of(root: Element) -> list[str]:
    """Return level and text of each entry of the contents, by the digit at the end of its style's name."""
    entries = xpath(root, "//w:p[w:hyperlink[starts-with(@w:anchor, '_Toc')]]")
    lines = []
    for entry in entries:
        style = only_match(entry, "w:pPr/w:pStyle/@w:val")
        text = "".join(xpath(entry, "w:hyperlink//w:t/text()"))
        lines.append(f"{style[-1]} {text}")
    return lines


@pytest.mark.parametrize("name", WITH_CONTENTS)
def test_contents_keep_their_levels_and_end_with_their_entries(name: str, saved: Path) -> None:
    """LibreOffice 7.4 writes each entry a level too deep, and the whole field as one paragraph."""
    document = shipped_documents()[name]

    plain = xml_of(print_with(document, (FOLDER / f"{name}.docx").read_bytes()))
    through_libreoffice = xml_of(print_with(document, (saved / f"{name}.docx").read_bytes()))

    assert contents_of(through_libreoffice) == contents_of(plain)
    assert len(contents_of(plain)) >= 5
    last_entry = xpath(through_libreoffice, "//w:p[w:hyperlink[starts-with(@w:anchor, '_Toc')]]")[-1]
    assert xpath(last_entry, "w:r[last()]/w:fldChar/@w:fldCharType") == ["end"]
    types = xpath(through_libreoffice, "//w:fldChar/@w:fldCharType")
    assert types.count("begin") == types.count("end")
