"""Faults of a template: a diagnostic names each by its code, and none passes in silence."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from filling import BOLD, CONTEXT, FILE_LABEL, expected_error, faults_of, fill_in
from word_files import (
    DOCUMENT,
    STYLES,
    pack,
    paragraph,
    parts_of,
    run,
    template,
)

from esa_docs.diagnostics import ContentError, Severity
from esa_docs.model.document import Document
from esa_docs.word.render import render


@pytest.mark.parametrize(
    "tag",
    [
        "{{ nothing }}",
        "{{ rows[0].nothing }}",
        "{% for x in nothing %}{% endfor %}",
        "{{ nothing.at.all }}",
        "{{ items[9] }}",
    ],
)
def test_what_the_content_does_not_have_is_named(tag: str) -> None:
    assert faults_of(template(tag)) == expected_error("E304")


def test_what_the_content_does_not_have_is_named_in_a_header() -> None:
    assert faults_of(template("x", header="{{ nothing }}")) == expected_error("E304")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ work.nmae",
        "{{ work.nmae name }}",
        "{% if work.nmae %}",
        "{% fro work.nmae in x %}",
        "{{ work.nmae|nofilter }}",
    ],
)
def test_a_wrong_tag_is_named_with_the_words_around_it(tag: str) -> None:
    with pytest.raises(ContentError) as error_info:
        fill_in(template("ก่อนหน้า", f"ใกล้นี้ {tag}"))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == ("E303", FILE_LABEL)
    assert diagnostic.hint != ""


@pytest.mark.parametrize(
    "tag", ["{{ work.nmae name }}", "{% fro work.nmae in x %}", "{{ work.nmae|nofilter }}"]
)
def test_the_words_around_a_wrong_tag_are_shown_without_xml(tag: str) -> None:
    with pytest.raises(ContentError) as error_info:
        fill_in(template("ก่อนหน้า", f"ใกล้นี้ {tag}", "หลังจากนี้"))
    (diagnostic,) = error_info.value.diagnostics
    assert f"ใกล้นี้ {tag}" in diagnostic.message
    assert "w:t" not in diagnostic.message
    assert "ก่อนหน้า" not in diagnostic.message


@pytest.mark.parametrize("tag", ["{{r one }}", "{{p one }}", "{{tr one }}", "{{tc one }}"])
def test_tags_that_put_xml_in_are_refused(tag: str) -> None:
    assert faults_of(template(tag)) == expected_error("E305")


def test_a_refused_tag_is_found_although_word_split_it() -> None:
    assert faults_of(template(paragraph(run("{{", BOLD), run("r"), run(" one }}")))) == expected_error("E305")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ items.append(1) }}",
        "{% do items.clear() %}",
        "{{ rows[0].update(a='x') }}",
        "{{ one.__init__.__globals__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ self.__class__ }}",
        "{{ '{0.__class__}'.format(one) }}",
    ],
)
def test_the_sandbox_refuses_escapes(tag: str) -> None:
    context = {**CONTEXT, "items": ["ก"], "rows": [{"a": "1"}]}
    assert faults_of(template(tag), context) == expected_error("E306")
    assert (context["items"], context["rows"]) == (["ก"], [{"a": "1"}])


@pytest.mark.parametrize(
    "tag",
    [
        "{{ void }}",
        "{{ items }}",
        "{{ rows[0] }}",
        "{{ ratio }}",
        "{{ flag }}",
        "{{ one.title }}",
        "{{ range(3) }}",
        "{{ number / 0 }}",
        "{{ one + 1 }}",
        "{% include 'x' %}",
        "{% for a, b in items %}{% endfor %}",
        "{{ one|dictsort }}",
        "{{ '{1}'.format(one) }}",
        "{{ range(999999999)|length }}",
    ],
)
def test_what_is_no_text_is_not_printed(tag: str) -> None:
    assert faults_of(template(tag)) == expected_error("E307")


def without_part(name: str) -> bytes:
    """Return a template from which a part is missing."""
    parts = parts_of(template("x"))
    del parts[name]
    return pack(parts)


NOT_WORD = {
    "nothing": b"",
    "text": b"hello",
    "a zip": pack({"a.txt": b""}),
    "broken XML": pack({**parts_of(template("x")), DOCUMENT: b"<w:document"}),
    "no document": without_part(DOCUMENT),
    "no styles": without_part(STYLES),
}


@pytest.mark.parametrize("data", NOT_WORD.values(), ids=NOT_WORD)
def test_what_is_no_word_file_is_no_template(data: bytes) -> None:
    assert faults_of(data) == expected_error("E302")


def test_a_template_that_cannot_be_read_is_named(
    manual: Document[Any], tmp_path: Path, today: dt.date
) -> None:
    for path in (tmp_path / "missing.docx", tmp_path):
        with pytest.raises(ContentError) as error_info:
            render(dataclasses.replace(manual, templates={"manual": path}), today=today)
        (diagnostic,) = error_info.value.diagnostics
        assert (diagnostic.code, diagnostic.severity) == ("E301", Severity.ERROR)
        assert diagnostic.location.path == path.as_posix()
