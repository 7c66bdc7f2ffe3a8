"""Names in a part with the prefixes of the table of the schema, whatever prefixes the part itself uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import MC, XML
from esa_docs.word.verify.schema_table import schema_table

_DECLARED: Final = re.compile(r'xmlns(?::(?P<prefix>[^\s=]+))?="(?P<namespace>[^"]*)"')
_IGNORED: Final = re.compile(r'(?P<name>[^\s=]+:Ignorable)="(?P<prefixes>[^"]*)"')
MARKUP_COMPATIBILITY: Final = "mc"
SKIPPED: Final = ""
"""Prefix of names that Word passes by: extensions of Microsoft, and what the part itself lets be ignored."""
FOREIGN: Final = "?"
"""Prefix of names that the schema does not know, and that the part does not let be ignored."""
_EXTENSIONS: Final = frozenset({"w14"})
"""Prefixes of the table whose attributes have types, and whose elements are extensions."""
# Word knows the extensions of Microsoft, also where the part does not name them in mc:Ignorable.
_OF_MICROSOFT: Final = ("http://schemas.microsoft.com/", "urn:schemas-microsoft-com:")
_FIXED: Final = {MC: MARKUP_COMPATIBILITY, XML: "xml"}


@dataclass(frozen=True, eq=False)
class Names:
    """The prefixes that hold at one place of a part.

    Attributes:
        namespaces: namespace of each prefix; the default namespace stands at the empty prefix.
        ignorable: namespaces that a reader who does not know them passes by.
    """

    namespaces: Mapping[str, str]
    ignorable: frozenset[str]

    def element(self, raw_name: str) -> str:
        """Return the name of an element as the table writes it, such as ``w:p``."""
        prefix, _colon, local_name = raw_name.rpartition(":")
        known_prefix = self._prefix(self.namespaces.get(prefix, ""))
        if known_prefix in _EXTENSIONS:
            known_prefix = SKIPPED
        return f"{known_prefix}:{local_name}"

    def attribute(self, raw_name: str) -> str:
        """Return the name of an attribute as the table writes it; one without a prefix has no namespace."""
        prefix, colon, local_name = raw_name.rpartition(":")
        if not colon:
            return local_name
        if prefix == "xml":
            return raw_name
        return f"{self._prefix(self.namespaces.get(prefix, ''))}:{local_name}"

    def _prefix(self, namespace: str) -> str:
        prefix = _FIXED.get(namespace) or schema_table().prefix_of_namespace.get(namespace)
        if prefix is not None:
            return prefix
        is_skipped = namespace in self.ignorable or namespace.startswith(_OF_MICROSOFT)
        return SKIPPED if is_skipped else FOREIGN

    def inside(self, token: str) -> Names:
        """Return the prefixes inside an element, by its start tag."""
        if "xmlns" not in token and ":Ignorable=" not in token:
            return self
        namespaces = dict(self.namespaces)
        for match in _DECLARED.finditer(token):
            namespaces[match["prefix"] or ""] = match["namespace"]
        ignorable = set(self.ignorable)
        for match in _IGNORED.finditer(token):
            ignorable.update(namespaces.get(prefix, "") for prefix in match["prefixes"].split())
        return _names(frozenset(namespaces.items()), frozenset(ignorable))


@lru_cache(maxsize=256)
def _names(namespaces: frozenset[tuple[str, str]], ignorable: frozenset[str]) -> Names:
    return Names(dict(namespaces), ignorable)


def no_names() -> Names:
    """Return the prefixes that hold before the root of a part: none."""
    return _names(frozenset(), frozenset())


def name_of(element: etree._Element) -> str:
    """Return the name of an element as the table writes it; a namespace that it does not know stays."""
    qualified_name = etree.QName(element)
    prefix = schema_table().prefix_of_namespace.get(qualified_name.namespace or "")
    return f"{prefix}:{qualified_name.localname}" if prefix else qualified_name.text
