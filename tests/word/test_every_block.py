"""No block is added by half: each key is printed, looked for, numbered, named and documented."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from block_examples import EXAMPLES, INNER_ID, PICTURE, UNIT_OF_CHART, words_of
from blocked_papers import TODAY, project_of
from made_png import red_square
from pydantic import BaseModel

from esa_docs import api
from esa_docs.diagnostics import Checked
from esa_docs.i18n import LANGUAGE_VARIABLE
from esa_docs.kinds import KINDS
from esa_docs.model.cell_blocks import lines_of_paragraphs
from esa_docs.model.inner_values import inner_values, models_in
from esa_docs.model.printed_fields import type_of
from esa_docs.model.prose.block_keys import BLOCK_KEYS, BLOCKS
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.paragraph_texts import plain_lines
from esa_docs.source.schemas.schema import schema_text
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.printing import BlockPrinter, UnprintedBlockError
from esa_docs.word.blocks.texts import texts_of_block

DOCS: Final = Path(__file__).parents[2] / "docs" / "content.md"
EVERY_KEY: Final = pytest.mark.parametrize("key", BLOCK_KEYS)
WITH_WORDS: Final = [key for key in BLOCK_KEYS if key != "page_break"]


def models_of(key: str) -> set[type[BaseModel]]:
    """Return the models of which the block of a key may consist; what stands in a block within it is not."""
    models: set[type[BaseModel]] = set()
    open_fields = [Block.model_fields[key]]
    while open_fields:
        field_type = type_of(open_fields.pop())
        for model in (field_type.model, field_type.keys):
            if model is None or model in models:
                continue
            models.add(model)
            if model is not Block:
                open_fields += model.model_fields.values()
    return models


HOLDERS: Final = [key for key in BLOCK_KEYS if Block in models_of(key)]


def block_of(key: str) -> Block:
    return Block.model_validate({key: EXAMPLES[key]})


def filled_fields(value: object) -> Iterator[tuple[type[BaseModel], str]]:
    """Generate the fields that have a value in content, each with its model."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if getattr(value, name):
                yield type(value), name
    for _step, inner in inner_values(value):
        yield from filled_fields(inner)


def printed(root: Path, *clauses: object) -> Checked[bytes]:
    """Return the Word file of an order with these clauses, and what is wrong with it."""
    (root / "pictures").mkdir(parents=True)
    (root / PICTURE).write_bytes(red_square())
    # JSON is YAML.
    project = project_of(root, "".join(f"- {json.dumps(each, ensure_ascii=False)}\n" for each in clauses))
    assert [each.as_line() for each in api.check(project) if each.severity == "error"] == []
    return api.render_checked(api.find(project, "order"), today=TODAY)


def text_in(data: bytes) -> str:
    """Return all text of a Word file, of its charts too."""
    pieces = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                xml = package.read(name).decode("utf-8")
                pieces.append(html.unescape(re.sub(r"</w:p>", "\n", xml)))
    return re.sub(r"<[^>]*>", "", "".join(pieces))


def errors_of(checked: Checked[bytes]) -> list[str]:
    return [each.code for each in checked.diagnostics if each.severity == "error"]


def test_keys_fields_and_examples_agree() -> None:
    assert set(BLOCK_KEYS) == set(Block.model_fields) - {"id", "caption"}
    assert list(EXAMPLES) == list(BLOCK_KEYS)
    assert {"steps", "landscape"} <= set(HOLDERS)


@EVERY_KEY
def test_an_example_has_every_text_of_its_block(key: str) -> None:
    texts = set()
    for model in models_of(key) - {Block}:
        names = [name for name, field in model.model_fields.items() if type_of(field).is_printed_text]
        texts |= {(model, name) for name in names}

    assert texts <= set(filled_fields(block_of(key)))
    assert bool(words_of(EXAMPLES[key])) == (key in WITH_WORDS)


@EVERY_KEY
def test_a_block_is_printed(key: str, tmp_path: Path) -> None:
    with_block = printed(tmp_path / "with", "ก่อน", {key: EXAMPLES[key]}, "หลัง")
    without = printed(tmp_path / "without", "ก่อน", "หลัง")

    assert (errors_of(with_block), errors_of(without)) == ([], [])
    assert with_block.value is not None
    assert without.value is not None
    text = text_in(with_block.value)
    assert [word for word in words_of(EXAMPLES[key]) if word not in text] == []
    assert document_of(with_block.value) != document_of(without.value)


def document_of(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")


@EVERY_KEY
def test_all_texts_are_looked_for_and_read(key: str) -> None:
    captions = Captions()
    block = block_of(key)
    captions.add(block)
    words = words_of(EXAMPLES[key])

    texts = "\n".join(texts_of_block(block, captions))
    assert set(words_of(texts)) == set(words)
    assert set(words_of("\n".join(plain_lines([block])))) == set(words) - {UNIT_OF_CHART}


@pytest.mark.parametrize("key", WITH_WORDS)
def test_a_block_that_prints_nothing_is_told(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BlockPrinter, "_pieces", lambda *_arguments: iter(()))
    checked = printed(tmp_path, "ก่อน", {key: EXAMPLES[key]})
    assert "E704" in errors_of(checked)


def test_a_key_without_printer_is_a_fault_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Block, "key", "box")
    printer: Any = BlockPrinter((), None)  # type: ignore[arg-type]

    with pytest.raises(UnprintedBlockError, match="box"):
        list(printer._pieces(Block.model_construct(), None))


@pytest.mark.parametrize("key", HOLDERS)
def test_a_caption_within_a_block_is_numbered_and_referred_to(key: str, tmp_path: Path) -> None:
    inner_ids = [block.id for _path, block in models_in(block_of(key), Block) if block.id]
    assert inner_ids == [INNER_ID]

    checked = printed(tmp_path, {key: EXAMPLES[key]}, f"ดูตารางที่ {{ref:{INNER_ID}}} นี้")

    assert errors_of(checked) == []
    assert checked.value is not None
    words_of_caption = words_of(EXAMPLES[key])[-1]
    text = text_in(checked.value).replace("\N{NO-BREAK SPACE}", " ")
    assert f"ตารางที่ ๑ {words_of_caption}" in text
    assert "ดูตารางที่ ๑ นี้" in text


@EVERY_KEY
def test_a_block_has_one_name_in_workbooks_and_in_editors(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "th")
    properties = json.loads(schema_text("announcement", KINDS))["$defs"]["Block"]["properties"]
    ((line, _block),) = lines_of_paragraphs([{key: EXAMPLES[key]}])

    assert re.search("[ก-ฮ]", BLOCKS[key].word)
    assert line == f"[[{BLOCKS[key].word} 1]]"
    assert properties[key]["title"] == BLOCKS[key].word
    assert re.search("[ก-ฮ]", properties[key]["description"])


@EVERY_KEY
def test_a_block_is_documented(key: str) -> None:
    docs = DOCS.read_text(encoding="utf-8")
    (all_keys,) = re.findall("แต่ละส่วนแทรกมีช่องเดียวใน (.*?) แม่แบบ", docs)

    assert f"`{key}`" in all_keys
    assert re.search(rf"^\| `{key}[`.]", docs, re.MULTILINE)
