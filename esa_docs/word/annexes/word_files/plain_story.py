"""The text of a Word file in the plain words of its format: nothing that only a newer Word knows.

What Word is asked to ignore is left out. Content controls, smart tags and the like give way to what is in
them. An embedded object stays as its picture, and what lies outside the file goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import MC, WPG, WPS, M, V, local, w
from esa_docs.word.annexes.word_files.faults import FilePlace, holds_files, holds_macros, linked_object
from esa_docs.word.annexes.word_files.frozen_fields import FrozenFields, freeze_fields
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.annexes.word_files.removing import remove, remove_all, unwrap
from esa_docs.word.templates.cleaning.paragraph_property_order import order_paragraph_properties
from esa_docs.word.templates.cleaning.run_property_order import order_properties

_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_WPC: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
_KNOWN_NAMESPACES: Final = frozenset({WPS, WPG, _WPC})
"""Namespaces of drawings that Word and LibreOffice know: a branch that needs another one gives way."""
_IGNORABLE, _REQUIRES = f"{{{MC}}}Ignorable", "Requires"
_LISTS: Final = ("Ignorable", "MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes")
_ALTERNATIVES, _CHOICE, _FALLBACK = (f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_FRAMES: Final = tuple(map(w, ("smartTag", "customXml", "dir", "bdo")))
_FRAME_PROPERTIES: Final = tuple(map(w, ("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr")))
_OBJECT: Final = f"{{{_OFFICE}}}OLEObject"
_RUN_CONTENT: Final = frozenset({w("rPr")})
_EDITING: Final = ("rsid", "paraId", "textId")

Element = Any


def make_plain(opened: OpenedFile) -> None:
    """Bring all text of a Word file into plain form; its roots and remarks are changed.

    Raises:
        ContentError: it holds other files (E344), controls or linked objects (E485).
    """
    for root in (*opened.roots.values(), *opened.sheets.values()):
        _choose_branches(root)
        _leave_out_ignorable(root)
        # LibreOffice writes some properties out of order, and some twice.
        order_properties(root)
        order_paragraph_properties(root)
    for root in opened.roots.values():
        _refuse_active(root, opened.file)
        _unwrap_frames(root)
        if _flatten_objects(root):
            opened.remarks.append(_("embedded objects, such as a worksheet, stand as pictures"))
        opened.remarks += _remarks_of_fields(freeze_fields(root))
        _forget_editing(root)
        _remove_empty_runs(root)


def _remarks_of_fields(frozen: FrozenFields) -> Iterator[str]:
    """Generate what is told of fields that stand as text."""
    if frozen.shows_outside:
        yield _("fields that show another file stand as the text that they showed")
    if frozen.reckons_with_pages:
        yield _("numbers that fields reckon from numbers of pages stay as they were last shown")
    for name in sorted(set(frozen.lost_names)):
        words = _("what only Word shows is left out (a field {name}): type it as text in the file")
        yield words.format(name=name)


def _choose_branches(root: Element) -> None:
    """Leave of two branches of a drawing the one for every Word, where the other needs a newer one."""
    for alternatives in list(root.iter(_ALTERNATIVES)):
        choices = alternatives.findall(_CHOICE)
        if choices and all(_is_known(choice) for choice in choices):
            continue
        fallback = alternatives.find(_FALLBACK)
        if fallback is None:
            remove(alternatives)
        else:
            unwrap(alternatives, fallback)


def _is_known(choice: Element) -> bool:
    prefixes = choice.get(_REQUIRES, "").split()
    return bool(prefixes) and all(choice.nsmap.get(prefix) in _KNOWN_NAMESPACES for prefix in prefixes)


def _leave_out_ignorable(root: Element) -> None:
    ignorable = (
        {root.nsmap.get(prefix) for prefix in root.get(_IGNORABLE, "").split()} - _KNOWN_NAMESPACES - {None}
    )
    for name in _LISTS:
        root.attrib.pop(f"{{{MC}}}{name}", None)
    for element in list(root.iter(etree.Element)):
        if _namespace(element.tag) in ignorable:
            remove(element)
            continue
        for attribute in list(element.attrib):
            if _namespace(attribute) in ignorable:
                del element.attrib[attribute]


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def _refuse_active(root: Element, file: FilePlace) -> None:
    """Refuse what holds other files, or runs.

    Raises:
        ContentError: it does (E344, E485).
    """
    if next(root.iter(w("altChunk"), w("subDoc")), None) is not None:
        raise holds_files(file)
    if next(root.iter(w("control")), None) is not None:
        raise holds_macros(file)
    for embedded_object in root.iter(_OBJECT):
        if embedded_object.get("Type") == "Link":
            raise linked_object(file)


def _unwrap_frames(root: Element) -> None:
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if content is None:
            remove(control)
        else:
            unwrap(control, content)
    remove_all(root.iter(*_FRAME_PROPERTIES))
    for frame in list(root.iter(*_FRAMES)):
        unwrap(frame)


def _flatten_objects(root: Element) -> bool:
    """Leave the pictures of embedded objects; return whether there was one."""
    objects = list(root.iter(_OBJECT))
    for embedded_object in objects:
        holder = embedded_object.getparent()
        remove(embedded_object)
        if holder is not None and holder.tag == w("object"):
            _make_picture(holder)
    return bool(objects)


def _make_picture(holder: Element) -> None:
    """Make a picture of VML of what holds an object."""
    if next(holder.iter(f"{{{V}}}shape"), None) is None:
        remove(holder)
        return
    holder.tag = w("pict")
    for attribute in list(holder.attrib):
        del holder.attrib[attribute]
    for shape in holder.iter(f"{{{V}}}shape"):
        shape.attrib.pop(f"{{{_OFFICE}}}ole", None)


def _forget_editing(root: Element) -> None:
    """Remove ids by which Word compares versions."""
    for element in root.iter(etree.Element):
        for attribute in list(element.attrib):
            if local(attribute).startswith(_EDITING):
                del element.attrib[attribute]


def _remove_empty_runs(root: Element) -> None:
    """Remove runs in which nothing is left but their properties."""
    for run in list(_empty_runs(root)):
        remove(run)


def _empty_runs(root: Element) -> Iterator[Element]:
    for run in root.iter(w("r"), f"{{{M}}}r"):
        if run.tag == w("r") and all(child.tag in _RUN_CONTENT for child in run):
            yield run
