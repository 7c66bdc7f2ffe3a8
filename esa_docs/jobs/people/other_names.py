"""Names that a sent paper would print otherwise today, though nobody has changed its content.

E456 (warning) the roster gives other names than the paper had when it was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from esa_docs.diagnostics import Diagnostic, EsaDocsError, Location, Severity
from esa_docs.hints import few_names
from esa_docs.i18n import gettext as _
from esa_docs.jobs.kept.own_files import has_same_content
from esa_docs.jobs.kept.printing import inputs_of_print, prints_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.people import people_in
from esa_docs.model.project import Project
from esa_docs.source.folders.files import path_label


def other_names(project: Project, document: Document[Content]) -> Iterator[Diagnostic]:
    """Generate a warning where a sent paper with unchanged content would print other names today (E456).

    Posts, telephones and whatever else office and roster have changed are passed over: what was sent holds.
    Nothing is rendered of a paper that is made of the same as it was.

    Args:
        project: whose paper it is.
        document: the paper.
    """
    history = project.histories.get(document.key, History())
    record = history.record
    if record is None or not history.is_sent or not has_same_content(document, record):
        return
    copies = prints_of(project, document)
    if {name: inputs_of_print(copy) for name, copy in copies.items()} == dict(record.inputs):
        return
    try:
        text = _printed_text(project, copies.values())
    except EsaDocsError as fault:
        yield from fault.diagnostics
        return
    names = _other_names(document, record.text, text)
    if names:
        yield _diagnose(document, names)


def _printed_text(project: Project, copies: Iterable[Document[Content]]) -> str:
    from esa_docs.word.printed_lines import printed_lines  # noqa: PLC0415 loads lxml
    from esa_docs.word.render import render  # noqa: PLC0415 loads jinja2 and lxml

    lines: list[str] = []
    for copy in copies:
        lines += printed_lines(render(copy, today=project.today))
    return "\n".join(lines)


def _other_names(document: Document[Content], kept_text: str, text: str) -> list[str]:
    """Return the names in a text that do not stand at their place in the kept text.

    Args:
        document: the paper; the names are those of the people to whom it refers.
        kept_text: what the paper printed when it was kept.
        text: what it prints today.
    """
    names = {
        _without_spaces(person.full_name): person.full_name for _path, person in people_in(document.content)
    }
    if not names:
        return []
    # A name may be the beginning of a longer one.
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(name) for name in longest_first))
    old_names = pattern.findall(_without_spaces(kept_text))
    new_names = pattern.findall(_without_spaces(text))
    matcher = SequenceMatcher(None, old_names, new_names, autojunk=False)
    changed_names: list[str] = []
    for tag, _old_start, _old_end, start, end in matcher.get_opcodes():
        if tag != "equal":
            changed_names += [names[name] for name in new_names[start:end]]
    return list(dict.fromkeys(changed_names))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _diagnose(document: Document[Content], names: Sequence[str]) -> Diagnostic:
    message = _("the roster gives other names than '{name}' had when it was sent: {names}")
    text = message.format(name=document.name, names=few_names(names))
    hint = _(
        "If somebody has changed the name, nothing is to be done. If the id was given to another person, give"
        " that person an id of their own, and the old id to whom it was of."
    )
    return Diagnostic("E456", text, Location(path_label(document.sources[0])), hint, Severity.WARNING)
