"""What a PDF of any origin would run, open or carry with it, taken out before its pages are bound.

A report goes to many readers under the name of the office. The pages of its evidence, their text and the
links to web pages and addresses stay; scripts, programs, forms that send, files within and links to files do
not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject

from esa_docs.links import is_safe_address

_ACTION_KEYS: Final = ("/A", "/PA", "/OpenAction")
"""Keys of what happens when a reader opens or clicks something (ISO 32000-1, 12.6)."""
_ACTIVE_KEYS: Final = ("/AA", "/AF", "/EF", "/FS", "/JS", "/Next", "/RichMediaContent", "/XFA", "/CO")
"""Keys of further actions, of files within, and of scripts of forms."""
_CATALOGUE_KEYS: Final = ("/AA", "/AF", "/Collection", "/OpenAction", "/URI", "/PieceInfo")
_NAME_TREES: Final = ("/EmbeddedFiles", "/JavaScript", "/URLS", "/Renditions", "/AlternatePresentations")
_ACTIVE_ANNOTATIONS: Final = frozenset(
    {"/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound", "/TrapNet"}
)
_INNER_KEYS: Final = ("/Kids", "/Parent", "/Popup", "/IRT")
"""Keys by which parts of a form, and remarks, lead to each other."""


def scrub(reader: PdfReader) -> bool:
    """Take out of an open PDF what its pages would bring along beside what they show.

    Returns:
        Whether anything was taken out.
    """
    scrubber = _Scrubber()
    scrubber.scrub_catalogue(reader.root_object)
    for page in reader.pages:
        scrubber.scrub_page(page)
    return scrubber.is_changed


class _Scrubber:
    """Takes things out of the objects of one PDF, each object once.

    Attributes:
        is_changed: whether anything was taken out.
    """

    def __init__(self) -> None:
        self.is_changed = False
        self._seen_ids: set[int] = set()

    def scrub_catalogue(self, catalogue: DictionaryObject) -> None:
        """Take out what happens when the file is opened, what lies in it, and scripts of its forms."""
        # LibreOffice names the page that a reader sees first: it goes without a word.
        if _is_first_page(catalogue.get("/OpenAction", NullObject()).get_object()):
            del catalogue["/OpenAction"]
        self._drop(catalogue, _CATALOGUE_KEYS)
        names = _dictionary(catalogue, "/Names")
        self._drop(names, _NAME_TREES)
        form = _dictionary(catalogue, "/AcroForm")
        self._drop(form, _ACTIVE_KEYS)
        for field in _entries(form, "/Fields"):
            self._scrub_annotation(field)

    def scrub_page(self, page: DictionaryObject) -> None:
        """Take out of a page what it runs, and the annotations that play or carry something."""
        self._drop(page, _ACTIVE_KEYS)
        annotations = page.get("/Annots", NullObject()).get_object()
        if not isinstance(annotations, ArrayObject):
            return
        safe_annotations = []
        for reference in annotations:
            annotation = reference.get_object()
            if not isinstance(annotation, DictionaryObject) or _is_active(annotation):
                self.is_changed = True
                continue
            self._scrub_annotation(annotation)
            safe_annotations.append(reference)
        annotations[:] = safe_annotations

    def _scrub_annotation(self, annotation: DictionaryObject) -> None:
        """Take out the actions of an annotation or a field of a form, and of what it leads to."""
        waiting = [annotation]
        while waiting:
            entry = waiting.pop()
            # A field and its parent lead to each other.
            if id(entry) in self._seen_ids or entry.get("/Type") == "/Page":
                continue
            self._seen_ids.add(id(entry))
            self._scrub_actions(entry)
            for key in _INNER_KEYS:
                waiting.extend(_entries(entry, key))

    def _scrub_actions(self, entry: DictionaryObject) -> None:
        self._drop(entry, _ACTIVE_KEYS)
        for key in _ACTION_KEYS:
            if key not in entry:
                continue
            action = entry[key].get_object()
            if _is_safe_action(action):
                self._drop(_as_dictionary(action), ("/Next",))
            else:
                self._drop(entry, (key,))

    def _drop(self, holder: DictionaryObject, keys: tuple[str, ...]) -> None:
        for key in keys:
            if key in holder:
                del holder[key]
                self.is_changed = True


def _is_active(annotation: DictionaryObject) -> bool:
    return annotation.get("/Subtype") in _ACTIVE_ANNOTATIONS


def _is_safe_action(action: PdfObject | None) -> bool:
    """Return whether an action leads to a place in the file, to a web page or to an address."""
    if isinstance(action, ArrayObject):
        return True
    if not isinstance(action, DictionaryObject):
        return False
    sort = str(action.get("/S", ""))
    if sort == "/GoTo":
        return True
    if sort != "/URI":
        return False
    return is_safe_address(str(action.get("/URI", "")))


def _is_first_page(action: PdfObject | None) -> bool:
    """Return whether an action of opening names the page to be shown, and nothing more."""
    if isinstance(action, ArrayObject):
        return True
    entry = _as_dictionary(action)
    return entry.get("/S") == "/GoTo" and "/Next" not in entry


def _as_dictionary(entry: PdfObject | None) -> DictionaryObject:
    return entry if isinstance(entry, DictionaryObject) else DictionaryObject()


def _dictionary(holder: DictionaryObject, key: str) -> DictionaryObject:
    """Return an entry that is a dictionary; an empty one where it is missing or something else."""
    return _as_dictionary(holder.get(key, NullObject()).get_object())


def _entries(holder: DictionaryObject, key: str) -> Iterator[DictionaryObject]:
    """Generate the dictionaries of an entry: those of a list, or the one that it is."""
    value = holder.get(key, NullObject()).get_object()
    members = value if isinstance(value, ArrayObject) else [value]
    for member in members:
        entry = member.get_object()
        if isinstance(entry, DictionaryObject):
            yield entry
