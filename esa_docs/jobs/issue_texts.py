"""The text of each field of an issue, ready to be pasted into the form of the centre's system.

E692 the document is no SAR · E693 it has no such issue with results in its round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from esa_docs import thai
from esa_docs.assess.issues import IssueFacts, issues_of
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.copies import issue_papers
from esa_docs.jobs.papers import another_file
from esa_docs.model.assessment import Evidence, PlanStep, Table
from esa_docs.model.document import Document
from esa_docs.model.sar import Sar
from esa_docs.source.files import shown_path
from esa_docs.word.context.sar_issue import level_line, owner_line


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field of a form.

    Attributes:
        name: by which programs know it.
        label: by which people know it.
        text: what is pasted: digits as the document prints them, a line for each paragraph, empty where
            nothing is known.
    """

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class IssueText:
    """The fields of an issue.

    Attributes:
        code: numbers of standard, indicator and issue, such as 1.2.3.
        file_name: name of its files without an ending.
        fields: its fields in the order of the Word file.
    """

    code: str
    file_name: str
    fields: tuple[FieldText, ...]


def issue_texts(document: Document, code: str | None = None) -> tuple[IssueText, ...]:
    """Give the fields of every issue of a SAR that has results in its round.

    Args:
        document: a SAR.
        code: numbers of the one issue that is wanted, in either digit set; None for all.

    Raises:
        ContentError: the document is no SAR (E692), or has no such issue (E693).
    """
    if not isinstance(document.content, Sar):
        message = _("a SAR is expected, '{name}' is of the kind {kind}")
        told = message.format(name=document.name, kind=document.kind)
        hint = _("Name a document of the kind sar: 'esa-docs list --kind sar'.")
        raise ContentError([Diagnostic("E692", told, _place(document), hint)])
    texts = tuple(_text(paper) for paper in issue_papers(document, Path()))
    if code is None:
        return texts
    wanted = thai.to_arabic_digits(code)
    if found := tuple(one for one in texts if one.code == wanted):
        return found
    message = _("an issue with results in this round is expected, found '{code}'").format(code=code)
    hint = nearest_hint(wanted, [one.code for one in texts])
    raise ContentError([Diagnostic("E693", message, _place(document), hint)])


def text_files(texts: Iterable[IssueText], folder: Path, *, force: bool = False) -> Mapping[Path, bytes]:
    """Give what goes into the text file of each issue; a mark tells Windows that it is UTF-8.

    Args:
        texts: the issues.
        folder: where their files go.
        force: overwrite files that say something else.

    Raises:
        ContentError: another file is there (E418).
    """
    files = {folder / f"{one.file_name}.txt": _file_text(one).encode("utf-8-sig") for one in texts}
    others = [] if force else [path for path, data in files.items() if _is_another(path, data)]
    if others:
        raise ContentError([another_file(path) for path in others])
    return files


def _text(paper: Document) -> IssueText:
    (facts,) = issues_of(paper.content)
    fields = tuple(
        FieldText(name, label, "\n".join(_plain(line, paper.numerals) for line in lines))
        for name, label, lines in _fields(facts)
    )
    return IssueText(facts.code, PurePosixPath(paper.name).name, fields)


def _fields(facts: IssueFacts) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Give name, label and lines; strengths, improvements and plan are those of the whole indicator."""
    yield "standard", "มาตรฐาน", [facts.standard.name]
    yield "indicator", "ตัวบ่งชี้", [facts.indicator.name]
    yield "issue", "ประเด็นการพิจารณา", [facts.name or ""]
    yield "owner", "ผู้รับผิดชอบ", [owner_line(facts.owner)]
    yield "results", "ผลการดำเนินงาน", [*facts.result.results, *_tables(facts.issue.tables)]
    yield "level", "ระดับคุณภาพ", [level_line(facts)]
    yield "evidence", "หลักฐาน", [_evidence(one) for one in facts.evidence]
    yield "strengths", "จุดเด่นของตัวบ่งชี้", facts.findings.strengths
    yield "improve", "จุดที่ควรพัฒนาของตัวบ่งชี้", facts.findings.improve
    yield "plan", "แนวทางการพัฒนาของตัวบ่งชี้", [_step(one) for one in facts.findings.plan]


def _tables(tables: Iterable[Table]) -> Iterator[str]:
    """Give tables line by line, cells parted by tabs: a web form or a spreadsheet takes them so."""
    for one in tables:
        yield from filter(None, (one.title,))
        yield from ("\t".join(cells) for cells in (one.columns, *one.rows))


def _plain(line: str, numerals: thai.Numerals) -> str:
    """Leave the spaces that bind words in print out of what goes into a web form."""
    cells = thai.apply_numerals(line, numerals).split("\t")
    return "\t".join(map(thai.normalise_spaces, cells))


def _evidence(one: Evidence) -> str:
    return " ".join(filter(None, (one.code, one.name, one.link)))


def _step(step: PlanStep) -> str:
    more = ", ".join(filter(None, (step.owner, step.time)))
    return f"{step.text} ({more})" if more else step.text


def _file_text(one: IssueText) -> str:
    """Write each field below its label, with the line ends of Windows."""
    blocks = (f"[{field.label}]\n{field.text}\n" for field in one.fields)
    return "\n".join(blocks).replace("\n", "\r\n")


def _is_another(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _place(document: Document) -> Location:
    return Location(shown_path(document.sources[0])) if document.sources else Location(document.name)
