"""What a template is given: plain dicts and text, numbered and formatted. One builder per kind."""

from __future__ import annotations

Context = dict[str, object]
