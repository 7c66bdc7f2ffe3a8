"""The declared variables of the forms are those that their views return: neither fewer nor others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invented_office import DIRECTOR, OFFICE, document_of
from pmqa_reports import percent_scheme, report

from esa_docs import api
from esa_docs.diagnostics import Location
from esa_docs.jobs.building.dividers import DIVIDER, divider_of
from esa_docs.jobs.numbers.number_registers import NUMBER_REGISTER, register_document
from esa_docs.jobs.people.committee_lists import COMMITTEE_LIST, committee_list, make_committee_list
from esa_docs.jobs.progress import PROGRESS_REPORT, make_status, reports_under_way
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.model.document import AnnexFile, Context, Document, Form
from esa_docs.model.printed.shape import INTERNAL_NAMES, Shape, Sort, Variable, read_shape, variables_of
from esa_docs.model.prose.prose import Prose
from esa_docs.word import render
from esa_docs.word.context.replaceable import ReplaceableWords
from esa_docs.word.drawings import is_mark

ROOT = Path(__file__).parents[2]
PROJECTS = (ROOT / "content", ROOT / "examples" / "secondary-office")
TODAY = dt.date(2026, 9, 16)
FORMS: dict[str, Form[Any]] = {
    form.name: form for form in (NUMBER_REGISTER, PROGRESS_REPORT, DIVIDER, COMMITTEE_LIST)
}
for kind in api.kinds():
    FORMS |= {form.name: form for form in kind.forms}

Contexts = dict[str, list[Context]]
"""What views returned, by the name of their form."""


def occurrences(value: Any, shape: Shape, name: str) -> Iterator[str]:
    """Generate the variables that occur in a value of a view; each part must be as it is declared."""
    yield name
    match shape.sort:
        case Sort.GROUP:
            yield from occurrences_in_group(value, shape, f"{name}.")
        case Sort.LIST:
            assert shape.item is not None
            for member in value:
                yield from occurrences(member, shape.item, f"{name}[]")
        case _:
            refuse_other_value(value, shape.sort, name)


def occurrences_in_group(value: Any, shape: Shape, prefix: str) -> Iterator[str]:
    """Generate the variables that occur in a dict, whose keys must be those of the group."""
    names = set(value) - INTERNAL_NAMES
    assert names - set(shape.fields) == set(), f"printed.py does not declare these of {prefix}"
    assert set(shape.fields) - names == set(), f"view.py does not give these of {prefix}"
    for name in names:
        yield from occurrences(value[name], shape.fields[name], f"{prefix}{name}")


def refuse_other_value(value: Any, sort: Sort, name: str) -> None:
    """Require that a value has the declared type, and is a mark of a drawing where that is declared."""
    types: dict[Sort, set[type]] = {
        Sort.TEXT: {str, Prose, ReplaceableWords},
        Sort.DRAWING: {str},
        Sort.NUMBER: {int},
        Sort.YES_NO: {bool},
    }
    assert type(value) in types[sort], name
    text = str(value)
    if sort is Sort.DRAWING:
        assert text == "" or is_mark(text), name
    elif sort is Sort.TEXT:
        assert not is_mark(text), name


def documents() -> Iterator[Document[Any]]:
    """Generate the documents of the shipped projects, their copies, and a PMQA report by percentages."""
    for root in PROJECTS:
        for document in api.load(root).documents:
            yield document
            yield from copies_of(document)
    yield from invented_documents()


def invented_documents() -> Iterator[Document[Any]]:
    """Generate what the shipped projects lack: a PMQA report by percentages, and an order with an annex."""
    factors = {"adli": {"approach": 40, "deployment": 50, "learning": 60, "integration": 55}}
    section = {"heading": "สภาพทั่วไป", "text": ["ก"], "tables": [{"columns": ["ปี"], "rows": [["2569"]]}]}
    scheme = percent_scheme(100, 60, 40)
    yield report(scheme, items=[{"item": "1.1", **factors}], general=[section])
    committee = {"name": "คณะทำงาน", "annex": True, "members": [{"position": "ครู", "role": "ประธาน"}]}
    order = {"subject": "แต่งตั้ง", "cause": ["ด้วย"], "committees": [committee]}
    yield document_of("order", order, {**OFFICE, "director": DIRECTOR})


def copies_of(document: Document[Any]) -> Iterator[Document[Any]]:
    """Generate the copies of a document, the files of issues and the page before its evidence."""
    kind = api.kinds().of(document)
    if kind.copies:
        yield from kind.copies(document)
    if kind.name == "sar":
        yield from issue_files(document, FORMS["sar-issue"])
        cited = ("มาตรฐานที่ 1",)
        file = AnnexFile("E-1", "รายงาน", Path("a.pdf"), Location("sar.yaml"), "file", cited)
        yield divider_of(document, file)


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> Contexts:
    """Return what the views of all forms return for the shipped projects."""
    contexts: Contexts = {}
    for document in documents():
        contexts.setdefault(document.form.name, []).append(render.build_context(document))
    folder = tmp_path_factory.mktemp("papers")
    view = render._view

    def keep_context(document: Document[Any], template: Any) -> Context:
        context = view(document, template)
        contexts.setdefault(document.form.name, []).append(context)
        return context

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "_view", keep_context)
        make_program_papers(folder)
    return contexts


def make_program_papers(folder: Path) -> None:
    """Make a list of members, a progress report and a register of the shipped project."""
    project = api.load(ROOT / "content")
    order, members = committee_list(project, "orders/pmqa-steering", TODAY)
    make_committee_list(project, order, members, folder / "list.docx", today=TODAY)
    make_status(project, reports_under_way(project), folder / "status.docx", today=TODAY)
    table = api.register(project, "order")
    render.render(register_document(project, table), today=TODAY)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_view_returns_what_is_declared_and_everything_declared_occurs(
    name: str, contexts: Contexts
) -> None:
    declaration = FORMS[name].printed
    assert declaration is not None
    shape = read_shape(declaration())
    names: set[str] = set()
    for context in contexts[name]:
        names.update(occurrences_in_group(context, shape, ""))
    declared_names = {variable.name for variable in variables_of(shape)}
    # A member of a list has a name here, and none of its own in the list of variables.
    names_without_members = {name for name in names if not name.endswith("[]") or name in declared_names}
    assert names_without_members == declared_names


def test_every_variable_has_a_meaning_and_what_is_printed_has_an_example() -> None:
    variables: list[Variable] = []
    for form in FORMS.values():
        assert form.printed is not None
        variables += variables_of(read_shape(form.printed()))
    assert [variable.name for variable in variables if not variable.meaning] == []
    printed_sorts = {Sort.TEXT, Sort.NUMBER, Sort.YES_NO, Sort.DRAWING}
    printed_variables = [variable for variable in variables if variable.sort in printed_sorts]
    assert len(printed_variables) > 300
    assert [variable.name for variable in printed_variables if not variable.example] == []


def test_the_comparison_sees_a_key_that_is_not_declared() -> None:
    declaration = FORMS["announcement"].printed
    assert declaration is not None
    with pytest.raises(AssertionError):
        list(occurrences_in_group({"office": {}}, read_shape(declaration()), ""))
