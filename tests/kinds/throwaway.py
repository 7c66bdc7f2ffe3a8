"""A copy of the package with one more kind, as CONTRIBUTING.md says that a kind is made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import make_templates
from template_bodies.frame import Frame
from template_bodies.pieces import each, issued_section, par

ROOT = Path(__file__).parents[2]
NOTICE = {
    "content.py": '''\
"""หนังสือแจ้ง: a notice."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from esa_docs.model.base import Content, Text
from esa_docs.model.signing import Issued


class Topic(Content):
    """A matter of a notice."""

    title: Text
    """What it is about."""


class Notice(Issued):
    """หนังสือแจ้ง."""

    kind: Literal["notice"] = "notice"
    """Kind of document."""
    text: tuple[Text, ...] = Field(min_length=1)
    """Paragraphs."""
    topics: tuple[Topic, ...] = ()
    """Matters; each may stand in a file of its own with 'part_of'."""
''',
    "rules.py": '''\
"""W599: a notice has matters."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.kinds.notice.content import Notice
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem


def check_notice(notice: Notice, _office: Office) -> Iterator[Problem]:
    """Generate the problem of a notice without matters."""
    if not notice.topics:
        yield Problem(("topics",), "W599", "a matter is expected", "Add one.", Severity.WARNING)
''',
    "view.py": '''\
"""The view of a notice that its template prints."""

from __future__ import annotations

from esa_docs.kinds.notice.content import Notice
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.word.context.signing import issue_date, number_line, office_names, signature_of


def build_context(document: Document[Notice], _area: Area) -> Context:
    """Return everything that the template of a notice prints."""
    notice = document.content
    return {
        "office": office_names(document.office),
        "notice": {
            "number": number_line(notice),
            "subject": notice.subject,
            "text": list(notice.text),
            "topics": [topic.title for topic in notice.topics],
            "date": issue_date(notice, document.numerals),
        },
        "signature": signature_of(notice, document.office),
    }
''',
    "__init__.py": '''\
"""หนังสือแจ้ง: a notice."""

from __future__ import annotations

from esa_docs.kinds.notice.content import Notice, Topic
from esa_docs.kinds.notice.rules import check_notice
from esa_docs.model.abilities import Examples, NumberSeries, Parts
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.model.signing import subject_of


def _view(document: Document[Notice], area: Area) -> Context:
    from esa_docs.kinds.notice.view import build_context

    return build_context(document, area)


KIND = Kind(
    name="notice",
    thai_name="หนังสือแจ้ง",
    content=Notice,
    title=subject_of,
    forms=(Form("notice", _view),),
    rules=(check_notice,),
    examples=Examples(offered=frozenset({"Notice.topics"})),
    parts=Parts("topics", Topic, "notice-topic"),
    numbers=NumberSeries("notice", "ทะเบียนหนังสือแจ้ง"),
)
''',
}
"""The folder of a kind: a subject, paragraphs, a date, one list of parts, a series of numbers."""


def notice_body() -> str:
    """Return the body of its template."""
    return (
        par("IssuedHead", "หนังสือแจ้ง{{ office.name }}")
        + par("IssuedHead", "ที่ {{ notice.number }}")
        + par("IssuedHead", "เรื่อง {{ notice.subject }}")
        + each("paragraph in notice.text", par("BodyText", "{{ paragraph }}"))
        + each("topic in notice.topics", par("BodyText", "{{ topic }}"))
        + par("BodyText", "{{ notice.date }}")
        + par("BodyText", "{{ signature.name }}")
        + each("line in signature.lines", par("BodyText", "{{ line }}"))
        + issued_section(first=False)
    )


@dataclass(frozen=True)
class House:
    """A copy of the package, and a project beside it."""

    root: Path

    @property
    def kinds(self) -> Path:
        """Folder of the kinds."""
        return self.root / "esa_docs" / "kinds"

    @property
    def templates(self) -> Path:
        """Folder of the shipped templates."""
        return self.root / "templates_docx"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the copy in its own project."""
        environment = {**os.environ, "PYTHONPATH": str(self.root), "ESA_DOCS_LANG": "en", "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "esa_docs.cli", *words]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def rows(self, *words: str) -> Any:
        """Run a command with ``--format json`` and return its report."""
        result = self.run(*words, "--format", "json")
        return json.loads(result.stdout)

    def list_kind(self, name: str, after: str) -> None:
        """Add a kind to the only list: a line below that of another kind, and one with its import."""
        path = self.kinds / "__init__.py"
        lines = []
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            lines.append(line)
            if after in line:
                lines.append(line.replace(after, name))
        path.write_text("".join(lines), encoding="utf-8")


def copy_house(root: Path) -> House:
    """Copy the package and its templates into a folder.

    The compiled modules come along, with the times of their sources: Python does not compile them again.
    """
    shutil.copytree(ROOT / "esa_docs", root / "esa_docs")
    shutil.copytree(ROOT / "templates_docx", root / "templates_docx")
    return House(root)


def add_notice(house: House) -> None:
    """Add the kind ``notice``: one folder, one template, and its place in the list."""
    folder = house.kinds / "notice"
    folder.mkdir()
    for name, text in NOTICE.items():
        (folder / name).write_text(text, encoding="utf-8")
    template = make_templates.build(notice_body(), Frame())
    (house.templates / "notice.docx").write_bytes(template)
    house.list_kind("notice", after="announcement")


def copy_kind(house: House, kind: str, name: str) -> None:
    """Copy a kind and its template under another name, the word replaced throughout."""
    shutil.copytree(house.kinds / kind, house.kinds / name)
    class_name = name.title().replace("_", "")
    for path in (house.kinds / name).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        text = text.replace(kind, name).replace(kind.title(), class_name)
        path.write_text(text, encoding="utf-8")
    _copy_template(house.templates / f"{kind}.docx", house.templates / f"{name}.docx")
    house.list_kind(name, after=kind)


def _copy_template(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as source_file, zipfile.ZipFile(target, "w") as target_file:
        for name in source_file.namelist():
            part = source_file.read(name)
            target_file.writestr(name, part.replace(source.stem.encode(), target.stem.encode()))
