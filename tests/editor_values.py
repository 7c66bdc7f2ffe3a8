"""YAML as editors read it: they guess numbers, booleans and dates, by the rules of YAML 1.1 or 1.2."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

_TAG: Final = "tag:yaml.org,2002:"


class Yaml11(yaml.SafeLoader):
    """YAML 1.1: yes is a boolean, 0123 is octal, 9:30 counts in sixties. A date stays text, as in JSON."""


Yaml11.yaml_implicit_resolvers = {}
for _first_letter, _resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items():
    Yaml11.yaml_implicit_resolvers[_first_letter] = [
        (tag, pattern) for tag, pattern in _resolvers if tag != f"{_TAG}timestamp"
    ]


class Yaml12(yaml.SafeLoader):
    """The core schema of YAML 1.2 (section 10.3.2): yes is a text, 0123 is a decimal number."""


_CORE: Final = (
    ("null", r"^(?:null|Null|NULL|~|)$", ["n", "N", "~", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
)
Yaml12.yaml_implicit_resolvers = {}
for _name, _pattern, _first in _CORE:
    Yaml12.add_implicit_resolver(_TAG + _name, re.compile(_pattern), _first)


def _read_int(_loader: Yaml12, node: yaml.ScalarNode) -> int:
    text = str(node.value)
    if text.startswith("0o"):
        return int(text[2:], 8)
    if text.startswith("0x"):
        return int(text[2:], 16)
    return int(text)


def _read_float(_loader: Yaml12, node: yaml.ScalarNode) -> float:
    return float(node.value)


Yaml12.add_constructor(f"{_TAG}int", _read_int)
Yaml12.add_constructor(f"{_TAG}float", _read_float)

EDITORS: Final[tuple[type[yaml.SafeLoader], ...]] = (Yaml11, Yaml12)


def editor_value(text: str, editor: type[yaml.SafeLoader]) -> Any:
    """Return what an editor sees in the text of a content file."""
    return yaml.load(text, Loader=editor)  # noqa: S506 both are safe loaders
