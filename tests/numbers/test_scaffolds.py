"""New content files: a comment explains every field; what stands in them has no fault and is a draft."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from numbered_office import write_project
from written_project import paths_in

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError, MachineError
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.model.progress import Progress
from esa_docs.model.project import Project

NAMES_OF_KINDS = sorted(KINDS.names)
BLOCKS = {
    *("Block", "ChartBlock", "ListBlock", "ListItem", "PictureBlock", "PictureItem", "StepItem"),
    "TableBlock",
}
"""What may stand in place of any paragraph: in each list of a new file it would hide the rest."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "office")


def start(root: Path, kind: str = "order", name: str = "a", year: int | None = 2569) -> Path:
    """Write a new content file and return its path; None as year stands for the newest."""
    return api.start(root, kind, name, year)[0]


def meanings_in(value: Any) -> Iterator[tuple[str, str]]:
    """Generate name and meaning of every property of a JSON Schema."""
    if isinstance(value, list):
        for item in value:
            yield from meanings_in(item)
    elif isinstance(value, dict):
        for name, field in value.get("properties", {}).items():
            yield name, field["description"]
        yield from meanings_in(list(value.values()))


def codes_of(project: Project) -> set[str]:
    return {diagnostic.code for diagnostic in api.check(project)}


def schema_of(kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(api.schemas()[kind])
    return schema


def without_comment_signs(text: str, meanings: set[str]) -> str:
    """Return a new content file with every field in use: without its head, its meanings, then every ``#``."""
    lines = [line for line in text.splitlines()[3:] if line.lstrip(" #") not in meanings]
    # A field inside a field has a sign for each; none lies deeper than nine.
    for _level in range(9):
        lines = [without_first_comment_sign(line) for line in lines]
    return "\n".join(lines)


def without_first_comment_sign(line: str) -> str:
    return re.sub(r"^( *)# ", r"\1", line)


@pytest.mark.parametrize("kind", NAMES_OF_KINDS)
@pytest.mark.parametrize("name", ["a", "orders/เรื่องหนึ่ง", "a/b/c"])
def test_a_new_file_is_a_draft_that_says_what_to_fill_in(root: Path, kind: str, name: str) -> None:
    path = start(root, kind, name)
    project = api.load(root)
    assert path == root / "2569" / f"{name}.yaml"
    assert codes_of(project) <= {"W505"}
    (document,) = project.documents
    assert (document.kind, document.name, document.is_draft) == (kind, name, True)
    assert [missing.message for missing in document.missing if not missing.place.path] == []
    schema = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert (path.parent / schema).resolve() == root.resolve() / "schemas" / f"{kind}.schema.json"


def _of_one_level(name: str, model: dict[str, Any]) -> dict[str, Any]:
    """Return a model without the fields that hold more of its own kind: an example has one level of them."""
    fields = {}
    for key, field in model.get("properties", {}).items():
        if f"#/$defs/{name}" not in json.dumps(field):
            fields[key] = field
    return {**model, "properties": fields}


@pytest.mark.parametrize("kind", NAMES_OF_KINDS)
def test_every_field_stands_in_it_below_its_meaning(root: Path, kind: str) -> None:
    lines = [line.lstrip(" #-") for line in start(root, kind).read_text(encoding="utf-8").splitlines()]
    keys_with_line_above = {(line.partition(":")[0], line_above) for line_above, line in pairwise(lines)}
    schema = schema_of(kind)
    models = schema["$defs"]
    assert models.keys() >= BLOCKS
    own_models = {name: _of_one_level(name, model) for name, model in models.items() if name not in BLOCKS}
    names_with_meaning = set(meanings_in({**schema, "$defs": own_models}))
    assert len(names_with_meaning) >= 5
    assert names_with_meaning - keys_with_line_above == set()


@pytest.mark.parametrize("kind", NAMES_OF_KINDS)
def test_with_every_comment_sign_deleted_it_fits_the_schema(root: Path, kind: str) -> None:
    """The package jsonschema validates it, which knows nothing of our models."""
    schema = schema_of(kind)
    meanings = {meaning.lstrip(" #") for _name, meaning in meanings_in(schema)}
    content = yaml.safe_load(without_comment_signs(start(root, kind).read_text(encoding="utf-8"), meanings))
    Draft7Validator(schema).validate(content)
    assert set(content) == set(schema["properties"])


def test_people_and_powers_are_those_of_the_office(root: Path) -> None:
    office = root / "office.yaml"
    text = office.read_text(encoding="utf-8")
    office.write_text(f"{text}powers: [{{id: ม9, text: มาตรา 9}}]\n", encoding="utf-8")
    content = yaml.safe_load(start(root).read_text(encoding="utf-8"))
    assert content["power"] == ["ม9"]
    assert content["committees"][0]["members"] == [{"person": "ก", "role": "ประธานกรรมการ"}]


def test_a_new_order_whose_examples_are_replaced_can_be_issued_and_keeps_its_explanations(root: Path) -> None:
    path = start(root)
    before = path.read_text(encoding="utf-8").replace("ตัวอย่าง", "จริง")
    path.write_text(before, encoding="utf-8")
    api.issue(root, "a", "7", dt.date(2026, 3, 16))
    after = path.read_text(encoding="utf-8")
    after_without_number = after.replace("number: '7'\n", "number:\n")
    after_without_both = after_without_number.replace("date: 16 มีนาคม 2569\n", "date:\n", 1)
    assert after_without_both == before


def test_without_a_year_it_goes_to_the_newest(root: Path) -> None:
    (root / "2568").mkdir()
    (root / "๒๕๗๐").mkdir()
    assert start(root, year=None) == root / "๒๕๗๐" / "a.yaml"


def refusal_codes(root: Path, name: str, year: int | None = 2569) -> list[str]:
    """Return the codes for which no new file is written, and require that none is left behind."""
    before = paths_in(root)
    with pytest.raises((ContentError, MachineError)) as error_info:
        start(root, "order", name, year)
    assert paths_in(root) == before
    return [diagnostic.code for diagnostic in error_info.value.diagnostics]


def test_a_project_without_years_needs_one(root: Path) -> None:
    assert refusal_codes(root, "a", None) == ["E407"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a/",
        "/a",
        "a//b",
        "../a",
        "a/../b",
        ".a",
        "~$a",
        "a:b",
        "CON",
        "a/nul.x",
        "a.",
        "a?",
        "a\\b",
    ],
)
def test_a_name_that_cannot_be_used_is_refused(root: Path, name: str) -> None:
    assert refusal_codes(root, name) == ["E403"]


@pytest.mark.parametrize("existing_name", ["a.yaml", "a.yml", "A.YAML"])
def test_a_file_that_is_there_is_left_alone(root: Path, existing_name: str) -> None:
    path = root / "2569" / existing_name
    path.parent.mkdir()
    path.write_text("kind: order\n", encoding="utf-8")
    assert refusal_codes(root, "a") == ["E415"]
    assert path.read_text(encoding="utf-8") == "kind: order\n"


def test_a_name_longer_than_the_disk_allows_is_told(root: Path) -> None:
    (root / "2569").mkdir()
    assert refusal_codes(root, "ก" * 200) == ["E405"]


# Self-assessments: the report and one file for each indicator or item of its edition.

EDITIONS = {
    "sar-2560": ("sar", 14),
    "pmqa-2550": ("pmqa", 17),
    "pmqa-2558": ("pmqa", 18),
    "pmqa-4.0": ("pmqa", 30),
}
"""Kind of each shipped edition, and how many parts its sources say it has."""


LINE_OF_CONTENT = re.compile(r" *(# )?(  )*(- )?([a-z_]+:|- |\{|ข้อความ)")
"""A line that begins with a key, an item of a list, a brace or an example of a text, also behind a ``#``."""


def only_document(project: Project) -> Document[Any]:
    (document,) = project.documents
    return document


def progress_of(report: Document[Any]) -> Progress:
    progress_of_kind = KINDS.of(report).progress
    assert progress_of_kind is not None
    return progress_of_kind.of(report.content, dt.date(2026, 1, 1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_is_laid_out_in_parts_that_pass_every_check(root: Path, edition: str) -> None:
    kind, count = EDITIONS[edition]
    report, *parts = api.start(root, kind, "a/รายงาน", 2569, edition)
    assert report == root / "2569/a/รายงาน.yaml"
    assert len(parts) == count
    assert {path.parent for path in parts} == {root / "2569/a/รายงาน"}
    project = api.load(root)
    assert api.check(project) == ()
    document = only_document(project)
    assert (document.content.scheme.id, document.sources) == (edition, (report, *sorted(parts)))


@pytest.mark.parametrize(("kind", "schema"), [("sar", "sar-indicator"), ("pmqa", "pmqa-item")])
def test_an_editor_finds_the_schema_of_every_part(root: Path, kind: str, schema: str) -> None:
    _report, *parts = api.start(root, kind, "a/รายงาน", 2569)
    lines = [path.read_text(encoding="utf-8").splitlines()[0] for path in parts]
    assert {line.partition("$schema=")[2] for line in lines} == {f"../../../schemas/{schema}.schema.json"}


def test_a_measure_names_a_range_only_where_the_edition_has_none_for_its_item(root: Path) -> None:
    """PMQA 4.0: item 7.3 is scored from 80 to 100, item 7.4 by a range that each measure names."""
    start(root, "pmqa", "pmqa")
    parts = root / "2569" / "pmqa"
    assert "percent: 80}" in (parts / "7-3.yaml").read_text(encoding="utf-8")
    assert "percent: 80, range: 75-95}" in (parts / "7-4.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", EDITIONS)
def test_with_every_comment_sign_deleted_the_parts_pass_every_check(root: Path, edition: str) -> None:
    """Lines of content begin with a key, an item of a list or a brace; all other lines are meanings."""
    kind, _count = EDITIONS[edition]
    _report, *parts = api.start(root, kind, "a", 2569, edition)
    for path in parts:
        lines = path.read_text(encoding="utf-8").splitlines()
        lines_of_content = [without_first_comment_sign(line) for line in lines if LINE_OF_CONTENT.match(line)]
        path.write_text("\n".join(lines_of_content), encoding="utf-8")
    project = api.load(root)
    assert codes_of(project) == {"W505"}
    document = only_document(project)
    content = document.content
    answers = content.indicators if edition == "sar-2560" else content.items
    for answer in answers:
        assert answer.owner
        assert answer.strengths
        assert answer.improve
        assert answer.plan
    assert len(list(content.evidence())) >= len(parts)
    assert progress_of(document).open == 0


def test_the_command_tells_every_file(root: Path) -> None:
    arguments = ["new", "pmqa", "a.yaml", "--scheme", "pmqa-2550", "--year", "2569", "-C", str(root)]
    result = CliRunner().invoke(app, arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    report, *parts = result.stdout.splitlines()
    assert report == (root / "2569/a.yaml").as_posix()
    assert sorted(map(Path, parts)) == sorted((root / "2569/a").iterdir())


def test_known_issues_are_numbered_and_named(root: Path) -> None:
    start(root, "sar", "sar")
    text = (root / "2569/sar/1-1.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {
        "part_of": "sar",
        "indicator": "1.1",
        "issues": [{"number": 1}, {"number": 2}, {"number": 3}, {"number": 4}],
    }
    assert "# มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 การบริหารจัดการที่ดี\n" in text
    assert "  # ประเด็นที่ 1 ภาวะผู้นำของผู้บริหารในการนำองค์การไปสู่เป้าหมาย\n  - number: 1\n" in text
    assert "  # ประเด็นที่ 2 ....................\n  - number: 2\n    # name: " in text


def test_a_new_report_is_empty_until_it_is_filled_in(root: Path) -> None:
    start(root, "pmqa", "pmqa")
    progress = progress_of(api.find(api.load(root), "pmqa", 2569))
    assert (len(progress.parts), progress.filled, progress.without_owner) == (30, 0, 30)


def test_the_edition_of_the_newest_report_is_taken(root: Path) -> None:
    api.start(root, "pmqa", "a", 2568, "pmqa-2550")
    api.start(root, "pmqa", "a", 2569, "pmqa-2558")
    start(root, "pmqa", "b", 2570)
    assert api.find(api.load(root), "b", 2570).content.scheme.id == "pmqa-2558"


@pytest.mark.parametrize("existing_name", ["a.yaml", "a/1-2.yaml", "a/3-6.yml"])
def test_where_one_file_is_there_none_is_written(root: Path, existing_name: str) -> None:
    path = root / "2569" / existing_name
    path.parent.mkdir(parents=True)
    path.write_text("kind: order\n", encoding="utf-8")
    with pytest.raises(ContentError) as error_info:
        start(root, "sar", "a")
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E415", path.name)
    assert [file for file in (root / "2569").rglob("*") if file.is_file()] == [path]


def test_where_a_part_cannot_be_written_none_is_left(root: Path) -> None:
    """A file stands where the folder of the parts would be."""
    (root / "2569").mkdir()
    (root / "2569/a").write_text("", encoding="utf-8")
    with pytest.raises(MachineError) as error_info:
        start(root, "sar", "a")
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.code == "E405"
    assert list((root / "2569").iterdir()) == [root / "2569/a"]


@pytest.mark.parametrize(
    ("kind", "edition"), [("sar", "sar-2561"), ("sar", "pmqa-4.0"), ("order", "sar-2560")]
)
def test_an_edition_that_the_kind_has_not_is_told(root: Path, kind: str, edition: str) -> None:
    with pytest.raises(ContentError) as error_info:
        api.start(root, kind, "a", 2569, edition)
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.code == "E660"
    assert not (root / "2569").exists()
