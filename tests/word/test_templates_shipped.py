"""The shipped templates: made by their script, clean by every rule, valid by the schemas."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import make_templates
import pytest
from lxml import etree
from word_files import (
    DOCUMENT,
    HEADER,
    ROOT,
    SETTINGS,
    STYLES,
    Element,
    lines_of,
    parts_of,
    text_of,
    the,
    xml_of,
    xpath,
)

from esa_docs.diagnostics import MachineError, Severity
from esa_docs.jobs.dividers import DIVIDER
from esa_docs.jobs.number_registers import NUMBER_REGISTER
from esa_docs.jobs.progress import PROGRESS_REPORT
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.word import template_file
from esa_docs.word.render import render
from esa_docs.word.template_file import shipped_template
from esa_docs.word.verify import verify
from esa_docs.word.verify.schema import validate_schema

FOLDER = ROOT / "templates_docx"
TEMPLATES = dict(map(make_templates.make_template, make_templates.template_bodies()))
NAMES = sorted(TEMPLATES)
SCHEMAS = ROOT.parent / "shared" / "xsd"
SCHEMA_PARTS = (DOCUMENT, STYLES, SETTINGS, HEADER, "word/fontTable.xml")

CAUSED_BY_TAGS = {
    "E703": "the tags themselves",
    "E710": "a run holds Thai text and a tag together: the build splits it",
    "E716": "the rows of {%tr %} may be broken across pages: the build takes them away",
}


@pytest.fixture(scope="module")
def made(manual: Document[Any]) -> bytes:
    return render(manual, today=dt.date(2026, 9, 16))


def test_every_form_has_its_template_and_no_other_file_is_shipped() -> None:
    of_kinds = [form.name for kind in KINDS for form in kind.forms]
    of_the_program = [form.name for form in (NUMBER_REGISTER, PROGRESS_REPORT, DIVIDER)]
    assert sorted(f"{form}.docx" for form in (*of_kinds, *of_the_program)) == NAMES
    assert sorted(path.name for path in FOLDER.iterdir() if not path.name.startswith("~$")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_file_on_disk_is_what_the_script_makes(name: str) -> None:
    assert (FOLDER / name).read_bytes() == TEMPLATES[name], "run: python tools/make_templates.py"


def test_the_script_writes_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates_docx").mkdir()
    monkeypatch.setattr(make_templates, "ROOT", tmp_path)
    make_templates.main()
    written = {path.name: path.read_bytes() for path in (tmp_path / "templates_docx").iterdir()}
    assert written == {name: (FOLDER / name).read_bytes() for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_no_fault_but_its_tags(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    found = verify(data, name)
    tables = len(xpath(xml_of(data), "//w:tbl[.//w:t[contains(., '{%tr')]]"))
    assert {one.code for one in found} == set(CAUSED_BY_TAGS) - ({"E716"} if not tables else set())
    assert {one.code for one in found if one.severity is Severity.ERROR} == {"E703"}
    assert Counter(one.code for one in found)["E716"] == min(tables, 1)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_fits_the_schema_of_word(name: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / name, tmp_path))
    assert list(validate_schema(path, name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_clerk_finds_named_styles_and_tags_of_one_piece(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    root = xml_of(data)
    unstyled = [text_of(one) for one in xpath(root, "//w:p[not(w:pPr/w:pStyle)]")]
    assert unstyled == []
    styles = set(xpath(xml_of(data, STYLES), "//w:style/@w:styleId"))
    assert set(xpath(root, "//w:pStyle/@w:val")) <= styles
    texts = xpath(root, "//w:t/text()") + xpath(root, "//w:instrText/text()")
    tagged = [text for text in texts if "{" in text or "}" in text]
    assert len(tagged) >= 8
    halves = [
        one for one in tagged if one.count("{{") != one.count("}}") or one.count("{%") != one.count("%}")
    ]
    assert halves == []
    assert xpath(root, "//w:r/w:rPr/*[not(self::w:rStyle)]") == []
    assert set(xpath(root, "//w:rStyle/@w:val")) <= styles


@pytest.mark.parametrize("name", NAMES)
def test_a_template_names_its_theme_and_fonts(name: str) -> None:
    parts = parts_of((FOLDER / name).read_bytes())
    assert {"word/theme/theme1.xml", "word/fontTable.xml", SETTINGS, STYLES} <= set(parts)
    mode = the(etree.fromstring(parts[SETTINGS]), "//w:compatSetting[@w:name='compatibilityMode']/@w:val")
    assert mode == "15"
    assert xpath(etree.fromstring(parts[SETTINGS]), "//w:updateFields") == []


# The schemas of ECMA-376, where the folder with them lies beside the checkout.


@cache
def word_schema() -> etree.XMLSchema:
    if not SCHEMAS.is_dir():
        pytest.skip("the folder shared/xsd with the schemas of ECMA-376 does not lie beside this checkout")
    return etree.XMLSchema(etree.parse(SCHEMAS / "wml.xsd"))


def faults_by_schema(root: Element) -> list[str]:
    """Validate what a reader of the standard alone sees: shapes are an extension it leaves out."""
    for drawing in xpath(root, "//mc:AlternateContent"):
        drawing.getparent().remove(drawing)
    schema = word_schema()
    schema.validate(root)
    return str(schema.error_log).splitlines()


@pytest.mark.parametrize("part", SCHEMA_PARTS)
def test_the_manual_fits_the_schema_of_the_standard(part: str, made: bytes) -> None:
    assert faults_by_schema(xml_of(made, part)) == []


def test_what_stands_in_the_shapes_fits_the_schema_of_the_standard(made: bytes) -> None:
    root = xml_of(made)
    paragraphs = xpath(root, "//w:txbxContent/w:p")
    assert len(paragraphs) > 4 * 20
    body = root[0]
    body[:] = [*paragraphs, body[-1]]
    assert faults_by_schema(root) == []


@pytest.mark.parametrize("part", SCHEMA_PARTS)
@pytest.mark.parametrize("name", NAMES)
def test_the_template_fits_the_schema_of_the_standard(name: str, part: str) -> None:
    assert faults_by_schema(xml_of((FOLDER / name).read_bytes(), part)) == []


def test_the_schema_of_the_standard_refuses_what_is_wrong(made: bytes) -> None:
    root = xml_of(made)
    table = xpath(root, "//w:tbl/w:tblPr")[0]
    table[:] = list(table)[::-1]
    assert len(faults_by_schema(root)) == 1


# Where templates are looked for.


def test_a_template_inside_the_package_goes_before_the_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, beside = tmp_path / "inside", tmp_path / "beside"
    for folder in (inside, beside):
        folder.mkdir()
    monkeypatch.setattr(template_file, "_FOLDERS", (inside, beside))
    (beside / "manual.docx").write_bytes(b"")
    assert shipped_template("manual.docx") == beside / "manual.docx"
    (inside / "manual.docx").write_bytes(b"")
    assert shipped_template("manual.docx") == inside / "manual.docx"


def test_a_lost_template_is_a_fault_of_the_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manual: Document[Any]
) -> None:
    monkeypatch.setattr(template_file, "_FOLDERS", (tmp_path,))
    with pytest.raises(MachineError) as caught:
        render(manual, today=dt.date(2026, 9, 16))
    (found,) = caught.value.diagnostics
    assert (found.code, found.severity, found.location.path) == ("E301", Severity.ERROR, "manual.docx")


def test_the_placeholder_of_the_contents_does_not_come_through(made: bytes) -> None:
    (placeholder,) = [line for line in lines_of((FOLDER / "manual.docx").read_bytes()) if "สารบัญที่นี่" in line]
    assert placeholder not in lines_of(made)
