"""The shipped templates: made by their script, clean by every rule, valid by the schemas."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import make_templates
import pytest
from audited import audit
from lxml import etree
from word_files import (
    DOCUMENT,
    HEADER,
    ROOT,
    SETTINGS,
    STYLES,
    lines_of,
    lines_with,
    only_match,
    parts_of,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs.diagnostics import MachineError, Severity
from esa_docs.jobs.building.dividers import DIVIDER
from esa_docs.jobs.numbers.number_registers import NUMBER_REGISTER
from esa_docs.jobs.people.committee_lists import COMMITTEE_LIST
from esa_docs.jobs.progress import PROGRESS_REPORT
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document, Form
from esa_docs.word.render import render
from esa_docs.word.templates.reading import template_file
from esa_docs.word.templates.reading.template_file import shipped_template
from esa_docs.word.verify import verify
from esa_docs.word.verify.schema_faults import FaultKind
from esa_docs.word.verify.schema_walk import schema_faults

FOLDER = ROOT / "templates_docx"
TEMPLATES = dict(map(make_templates.make_template, make_templates.template_bodies()))
NAMES = sorted(TEMPLATES)
SCHEMA_PARTS = (DOCUMENT, STYLES, SETTINGS, HEADER, "word/fontTable.xml")

CAUSED_BY_TAGS = {
    "E703": "the tags themselves",
    "E710": "a run holds Thai text and a tag together: the build splits it",
    "E716": "the rows of {%tr %} may be broken across pages: the build removes them",
}


@pytest.fixture(scope="module")
def manual_file(manual: Document[Any]) -> bytes:
    """Return the Word file of the shipped manual."""
    return render(manual, today=dt.date(2026, 9, 16))


def test_every_form_has_its_template_and_no_other_file_is_shipped() -> None:
    forms: list[Form[Any]] = [NUMBER_REGISTER, PROGRESS_REPORT, DIVIDER, COMMITTEE_LIST]
    for kind in KINDS:
        forms += kind.forms
    assert sorted(f"{form.name}.docx" for form in forms) == NAMES
    # Word keeps a file ~$… beside each one that it has open.
    files = [path.name for path in FOLDER.iterdir() if not path.name.startswith("~$")]
    assert sorted(files) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_file_on_disk_is_what_the_script_makes(name: str) -> None:
    assert (FOLDER / name).read_bytes() == TEMPLATES[name], "run: python tools/make_templates.py"


def test_the_script_writes_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates_docx").mkdir()
    monkeypatch.setattr(make_templates, "ROOT", tmp_path)
    make_templates.main()
    new_files = {path.name: path.read_bytes() for path in (tmp_path / "templates_docx").iterdir()}
    assert new_files == {name: (FOLDER / name).read_bytes() for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_no_fault_but_its_tags(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    diagnostics = verify(data, name)
    codes = [diagnostic.code for diagnostic in diagnostics]
    errors = {diagnostic.code for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
    assert errors == {"E703"}
    if xpath(xml_of(data), "//w:tbl[.//w:t[contains(., '{%tr')]]"):
        assert set(codes) == set(CAUSED_BY_TAGS)
        assert codes.count("E716") == 1
    else:
        assert set(codes) == set(CAUSED_BY_TAGS) - {"E716"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_fits_the_schema_of_word(name: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / name, tmp_path))
    assert audit(path) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_clerk_finds_named_styles_and_tags_of_one_piece(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    root = xml_of(data)
    assert texts_of_all(xpath(root, "//w:p[not(w:pPr/w:pStyle)]")) == []
    styles = set(xpath(xml_of(data, STYLES), "//w:style/@w:styleId"))
    assert set(xpath(root, "//w:pStyle/@w:val")) <= styles
    texts = xpath(root, "//w:t/text()") + xpath(root, "//w:instrText/text()")
    texts_with_tags = [text for text in texts if "{" in text or "}" in text]
    assert len(texts_with_tags) >= 8
    for text in texts_with_tags:
        assert text.count("{{") == text.count("}}"), text
        assert text.count("{%") == text.count("%}"), text
    assert xpath(root, "//w:r/w:rPr/*[not(self::w:rStyle)]") == []
    assert set(xpath(root, "//w:rStyle/@w:val")) <= styles


@pytest.mark.parametrize("name", NAMES)
def test_a_template_names_its_theme_and_fonts(name: str) -> None:
    parts = parts_of((FOLDER / name).read_bytes())
    assert {"word/theme/theme1.xml", "word/fontTable.xml", SETTINGS, STYLES} <= set(parts)
    word_settings = etree.fromstring(parts[SETTINGS])
    # Below mode 15 Word breaks Thai lines only at spaces.
    mode = only_match(word_settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val")
    assert mode == "15"
    # With updateFields Word asks the reader whether to update the fields.
    assert xpath(word_settings, "//w:updateFields") == []


# The schema of the standard, as the table has it.


@pytest.mark.parametrize("part", SCHEMA_PARTS)
def test_the_manual_fits_the_schema_of_the_standard(part: str, manual_file: bytes) -> None:
    assert schema_faults(xml_of(manual_file, part)) == []


def test_what_stands_in_the_shapes_fits_the_schema_of_the_standard(manual_file: bytes) -> None:
    root = xml_of(manual_file)
    paragraphs = xpath(root, "//w:txbxContent/w:p")
    assert len(paragraphs) > 4 * 20
    body = root[0]
    section_properties = body[-1]
    body[:] = [*paragraphs, section_properties]
    assert schema_faults(root) == []


def test_the_schema_of_the_standard_refuses_what_is_wrong(manual_file: bytes) -> None:
    root = xml_of(manual_file)
    table = xpath(root, "//w:tbl/w:tblPr")[0]
    table[:] = list(table)[::-1]
    assert {placed.fault.kind for placed in schema_faults(root)} == {FaultKind.MISPLACED_CHILD}


# Where templates are looked for.


def test_a_template_inside_the_package_goes_before_the_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner_folder, outer_folder = tmp_path / "inside", tmp_path / "beside"
    for folder in (inner_folder, outer_folder):
        folder.mkdir()
    monkeypatch.setattr(template_file, "_FOLDERS", (inner_folder, outer_folder))
    (outer_folder / "manual.docx").write_bytes(b"")
    assert shipped_template("manual.docx") == outer_folder / "manual.docx"
    (inner_folder / "manual.docx").write_bytes(b"")
    assert shipped_template("manual.docx") == inner_folder / "manual.docx"


def test_a_lost_template_is_a_fault_of_the_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manual: Document[Any]
) -> None:
    monkeypatch.setattr(template_file, "_FOLDERS", (tmp_path,))
    with pytest.raises(MachineError) as error_info:
        render(manual, today=dt.date(2026, 9, 16))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("E301", Severity.ERROR)
    assert diagnostic.location.path == "manual.docx"


def test_the_placeholder_of_the_contents_does_not_come_through(manual_file: bytes) -> None:
    manual_template = (FOLDER / "manual.docx").read_bytes()
    (placeholder,) = lines_with(lines_of(manual_template), "สารบัญที่นี่")
    assert placeholder not in lines_of(manual_file)
