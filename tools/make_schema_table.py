"""Make the table by which finished Word files are held against the schema of their format.

    python tools/make_schema_table.py FOLDER

FOLDER holds the transitional schemas of ISO/IEC 29500 (ECMA-376) as ``*.xsd`` files. They are not in this
repository; THIRD_PARTY.md says where they come from. ``esa_docs/word/verify/schema_table.json`` has what they
allow, in a short form that ``esa_docs/word/verify/schema_table.py`` describes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from lxml import etree

TABLE: Final = Path(__file__).parents[1] / "esa_docs" / "word" / "verify" / "schema_table.json"
_XSD: Final = "{http://www.w3.org/2001/XMLSchema}"
_OFFICE: Final = "http://schemas.openxmlformats.org/"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/word/2010/"
PREFIXES: Final = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_OFFICE}drawingml/2006/picture": "pic",
    f"{_OFFICE}drawingml/2006/chart": "c",
    f"{_OFFICE}drawingml/2006/chartDrawing": "cdr",
    f"{_OFFICE}drawingml/2006/diagram": "dgm",
    f"{_OFFICE}drawingml/2006/lockedCanvas": "lc",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_OFFICE}officeDocument/2006/sharedTypes": "s",
    f"{_OFFICE}officeDocument/2006/characteristics": "ac",
    f"{_OFFICE}officeDocument/2006/bibliography": "b",
    f"{_OFFICE}officeDocument/2006/customXml": "ds",
    f"{_OFFICE}officeDocument/2006/custom-properties": "op",
    f"{_OFFICE}officeDocument/2006/extended-properties": "ep",
    f"{_OFFICE}officeDocument/2006/docPropsVTypes": "vt",
    f"{_OFFICE}schemaLibrary/2006/main": "sl",
    f"{_OFFICE}package/2006/content-types": "ct",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
    "urn:schemas-microsoft-com:office:excel": "x",
    "urn:schemas-microsoft-com:office:powerpoint": "pvml",
    "http://www.w3.org/XML/1998/namespace": "xml",
    f"{_MICROSOFT}wordml": "w14",
    f"{_MICROSOFT}wordprocessingShape": "wps",
    f"{_MICROSOFT}wordprocessingGroup": "wpg",
    f"{_MICROSOFT}wordprocessingCanvas": "wpc",
}
_SKIPPED: Final = frozenset({"all.xsd"})
# Word writes the shapes that ISO/IEC 29500:2011 has in the namespace of drawings in three of Microsoft's.
_SHAPES: Final = "dml-wordprocessingDrawing.xsd"
_TEXT_OF_SHAPE: Final = "txbxContent"
_HOME_OF_SHAPE: Final = {"wsp": "wps", "wgp": "wpg", "wpc": "wpc"}
_ID_OF_PARAGRAPH: Final = {"base": "xsd:token", "pattern": ["(?!0{8})[0-7][0-9A-Fa-f]{7}"]}
"""Values of ``w14:paraId`` and ``w14:textId`` ([MS-DOCX] 2.2.4)."""
# Python's expressions have no classes of characters by property. Only names of content types use them.
_CLASS_OF_CHARACTERS: Final = "\\p{"
_SPACE: Final = {"base": "xsd:string", "enumeration": ["default", "preserve"]}
# The schema lets a property stand twice in a run. Word takes one of the two and says nothing.
_RUN_PROPERTIES: Final = ("w:CT_RPr", "w:CT_ParaRPr", "w:CT_RPrOriginal", "w:CT_ParaRPrOriginal")
_FACETS: Final = {"pattern", "enumeration"}

Element = Any
Model = list[Any]


@dataclass
class Schema:
    """One file of a schema.

    Attributes:
        root: its root element.
        prefix: our prefix of its target namespace.
        is_of_shapes: whether global elements of shapes have namespaces of their own.
    """

    root: Element
    prefix: str
    is_of_shapes: bool = False

    def qualifies(self, element: Element, kind: str) -> bool:
        """Return whether a local element or attribute bears the namespace of the schema."""
        form = element.get("form") or self.root.get(f"{kind}FormDefault", "unqualified")
        return bool(form == "qualified")

    def name(self, text: str) -> str:
        """Return a name as a schema writes it with our prefix, such as ``w:CT_P``."""
        prefix, _colon, local_name = text.rpartition(":")
        if prefix == "xml":
            return text
        namespace = self.root.nsmap.get(prefix or None)
        if namespace == _XSD[1:-1]:
            return f"xsd:{local_name}"
        if self.is_of_shapes and (namespace is None or PREFIXES[namespace] == "wp"):
            return f"{self.prefix}:{local_name}"
        own_prefix = PREFIXES[namespace] if namespace else self.prefix
        return f"{own_prefix}:{local_name}"


@dataclass
class Table:
    """What the schemas allow, as it will stand in the file."""

    elements: dict[str, str] = field(default_factory=dict)
    types: dict[str, Any] = field(default_factory=dict)
    groups: dict[str, Model] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


class Reader:
    """Reads schemas into a table."""

    def __init__(self, schemas: list[Schema]) -> None:
        self._schemas = schemas
        self._table = Table()
        self._definitions: dict[tuple[str, str], tuple[Schema, Element]] = {}
        for schema in schemas:
            for child in schema.root:
                self._definitions[child.tag, f"{schema.prefix}:{child.get('name')}"] = schema, child

    def read(self) -> Table:
        """Return everything that the schemas define."""
        for (tag, name), (schema, definition) in self._definitions.items():
            if tag == f"{_XSD}element":
                element_name = self._element_name(schema, definition)
                self._table.elements[element_name] = self._global_type(schema, definition, element_name)
            elif tag == f"{_XSD}complexType":
                self._table.types[name] = self._complex_type(schema, definition, name)
            elif tag == f"{_XSD}group":
                self._table.groups[name] = self._particle(schema, definition[-1], name)
            elif tag == f"{_XSD}simpleType":
                self._table.values[name] = self._simple_type(schema, definition)
        self._add_what_word_asks()
        return self._table

    def _add_what_word_asks(self) -> None:
        """Add what Word and its SDK ask beyond the schema."""
        types = self._table.types
        self._table.values |= {"w14:ST_Id": _ID_OF_PARAGRAPH, "xml:space": _SPACE}
        for name in ("w:CT_P", "w:CT_Row"):
            types[name][1] |= {"w14:paraId": "w14:ST_Id", "w14:textId": "w14:ST_Id"}
        types["w:CT_CompatSetting"][1] = dict.fromkeys(("w:name!", "w:uri!", "w:val!"), "s:ST_String")
        for name in _RUN_PROPERTIES:
            content = types[name][0]
            properties = {item[1]: item for item in self._elements_in(content)}
            types[name][0] = ["a", [[*item[:3], 0, 1] for item in properties.values()], 1, 1]

    def _elements_in(self, particle: Model) -> Iterator[Model]:
        """Generate the elements of a content, also those of its groups."""
        if particle[0] == "e":
            yield particle
        elif particle[0] == "g":
            yield from self._elements_in(self._table.groups[particle[1]])
        else:
            for item in particle[1]:
                yield from self._elements_in(item)

    def _global_type(self, schema: Schema, element: Element, name: str) -> str:
        """Return the name of the type of a global element; that of a shape lies where the shape lies."""
        type_name = self._type_of(schema, element, name)
        if not schema.is_of_shapes:
            return type_name
        home, _colon, _local_name = name.partition(":")
        prefix, _colon, local_type = type_name.partition(":")
        return f"{home}:{local_type}" if prefix == schema.prefix else type_name

    def _definition(self, kind: str, name: str) -> tuple[Schema, Element]:
        return self._definitions[f"{_XSD}{kind}", name]

    def _element_name(self, schema: Schema, element: Element) -> str:
        if not schema.is_of_shapes:
            return f"{schema.prefix}:{element.get('name')}"
        return f"{_HOME_OF_SHAPE.get(element.get('name'), schema.prefix)}:{element.get('name')}"

    def _type_of(self, schema: Schema, element: Element, path: str) -> str:
        """Return the name of the type of an element; an anonymous type gets the name of its place."""
        if element.get("type"):
            return schema.name(element.get("type"))
        inner = element.find(f"{_XSD}complexType")
        if inner is None:
            inner_value = element.find(f"{_XSD}simpleType")
            if inner_value is None:
                return "xsd:anyType"
            self._table.values[path] = self._simple_type(schema, inner_value)
            return path
        type_name = f"{path}/"
        self._table.types[type_name] = self._complex_type(schema, inner, type_name)
        return type_name

    def _complex_type(self, schema: Schema, definition: Element, path: str) -> list[Any]:
        """Return content, attributes and text of a complex type."""
        model: Model | None = None
        attributes: dict[str, str] = {}
        text = ""
        if definition.get("mixed") == "true":
            text = "xsd:string"
        for child in definition:
            kind = etree.QName(child).localname
            if kind in {"sequence", "choice", "all", "group"}:
                model = self._particle(schema, child, path)
            elif kind in {"complexContent", "simpleContent"}:
                model, attributes, text = self._extended(schema, child[0], path)
            else:
                attributes |= self._attributes(schema, child, path)
        return [model, attributes, text]

    def _extended(
        self, schema: Schema, extension: Element, path: str
    ) -> tuple[Model | None, dict[str, str], str]:
        """Return content, attributes and text of a type that extends another one."""
        base_name = schema.name(extension.get("base"))
        base: list[Any] = [None, {}, base_name]
        if (f"{_XSD}complexType", base_name) in self._definitions:
            base = self._complex_type(*self._definition("complexType", base_name), base_name)
        model, attributes, text = base
        for child in extension:
            kind = etree.QName(child).localname
            if kind in {"sequence", "choice", "all", "group"}:
                own_model = self._particle(schema, child, path)
                model = own_model if model is None else ["s", [model, own_model], 1, 1]
            else:
                attributes = attributes | self._attributes(schema, child, path)
        return model, attributes, text

    def _attributes(self, schema: Schema, child: Element, path: str) -> dict[str, str]:
        """Return the attributes that a child of a type declares, ``!`` behind those that must stand."""
        kind = etree.QName(child).localname
        if kind == "attributeGroup":
            group_schema, group = self._definition("attributeGroup", schema.name(child.get("ref")))
            attributes: dict[str, str] = {}
            for inner in group:
                attributes |= self._attributes(group_schema, inner, path)
            return attributes
        if kind == "anyAttribute":
            return {"*": ""}
        if kind != "attribute":
            return {}
        name, type_name = self._attribute(schema, child, path)
        if child.get("use") == "required":
            name += "!"
        return {name: type_name}

    def _attribute(self, schema: Schema, attribute: Element, path: str) -> tuple[str, str]:
        """Return the name of an attribute and of the type of its values."""
        if attribute.get("ref"):
            name = schema.name(attribute.get("ref"))
            if name == "xml:space":
                return name, name
            if name.startswith("xml:"):
                return name, "xsd:string"
            home, definition = self._definition("attribute", name)
            return name, self._value_type(home, definition, name)
        name = attribute.get("name")
        if schema.qualifies(attribute, "attribute"):
            name = f"{schema.prefix}:{name}"
        return name, self._value_type(schema, attribute, f"{path}@{name}")

    def _value_type(self, schema: Schema, attribute: Element, path: str) -> str:
        if attribute.get("type"):
            return schema.name(attribute.get("type"))
        inner = attribute.find(f"{_XSD}simpleType")
        if inner is None:
            return "xsd:string"
        self._table.values[path] = self._simple_type(schema, inner)
        return path

    def _simple_type(self, schema: Schema, definition: Element) -> dict[str, Any]:
        """Return what a simple type allows: members of a union, items of a list, or facets of a base."""
        child = next(definition.iterchildren(etree.Element))
        kind = etree.QName(child).localname
        if kind == "union":
            members: list[Any] = [schema.name(name) for name in child.get("memberTypes", "").split()]
            members += [self._simple_type(schema, inner) for inner in child]
            return {"union": members}
        if kind == "list":
            return {"list": schema.name(child.get("itemType"))}
        facets: dict[str, Any] = {"base": schema.name(child.get("base"))}
        for facet in child.iterchildren(etree.Element):
            facet_name = etree.QName(facet).localname
            if _CLASS_OF_CHARACTERS in facet.get("value"):
                continue
            if facet_name in _FACETS:
                facets.setdefault(facet_name, []).append(facet.get("value"))
            else:
                facets[facet_name] = facet.get("value")
        return facets

    def _particle(self, schema: Schema, particle: Element, path: str) -> Model:
        """Return a particle of a content model in its short form."""
        kind = etree.QName(particle).localname
        least = int(particle.get("minOccurs", "1"))
        most_text = particle.get("maxOccurs", "1")
        most = -1 if most_text == "unbounded" else int(most_text)
        match kind:
            case "element":
                return self._element_particle(schema, particle, path, least, most)
            case "group":
                return ["g", schema.name(particle.get("ref")), least, most]
            case "any":
                return ["*", self._any_prefix(particle), least, most]
            case _:
                items = [self._particle(schema, child, path) for child in _particles(particle)]
                return [kind[0], items, least, most]

    def _element_particle(self, schema: Schema, element: Element, path: str, least: int, most: int) -> Model:
        if element.get("ref"):
            home, definition = self._definition("element", schema.name(element.get("ref")))
            name = self._element_name(home, definition)
            return ["e", name, self._global_type(home, definition, name), least, most]
        name = element.get("name")
        if name == _TEXT_OF_SHAPE:
            # The schema puts it into the namespace of drawings; Word writes and reads that of the text.
            return ["e", f"w:{name}", "w:CT_TxbxContent", least, most]
        if schema.qualifies(element, "element"):
            name = f"{schema.prefix}:{name}"
        return ["e", name, self._type_of(schema, element, f"{path}/{name}"), least, most]

    def _any_prefix(self, particle: Element) -> str:
        namespace = particle.get("namespace", "##any")
        return str(PREFIXES.get(namespace, namespace))


def _particles(particle: Element) -> Iterator[Element]:
    for child in particle.iterchildren(etree.Element):
        if child.tag != f"{_XSD}annotation":
            yield child


def read_schemas(folder: Path) -> Table:
    """Return what the schemas of a folder define."""
    schemas = []
    for path in sorted(folder.glob("*.xsd")):
        if path.name in _SKIPPED:
            continue
        root: Element = etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()
        prefix = PREFIXES[root.get("targetNamespace")]
        schemas.append(Schema(root, prefix))
        if path.name == _SHAPES:
            schemas += [Schema(root, home, is_of_shapes=True) for home in _HOME_OF_SHAPE.values()]
    return Reader(schemas).read()


def table_text(table: Table) -> str:
    """Return the file of a table: one line an entry."""
    prefixes = {prefix: namespace for namespace, prefix in sorted(PREFIXES.items())}
    sections = {"prefixes": prefixes, **vars(table)}
    lines = []
    for name, entries in sections.items():
        rows = [f"{json.dumps(key)}:{_short(entries[key])}" for key in sorted(entries)]
        lines.append(f'"{name}":{{\n' + ",\n".join(rows) + "\n}")
    return "{" + ",\n".join(lines) + "}\n"


def _short(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    TABLE.write_text(table_text(read_schemas(Path(sys.argv[1]))), encoding="utf-8", newline="\n")
