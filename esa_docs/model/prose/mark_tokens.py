"""What a reader of marks stops at in a text: signs of marks, and what looks like them and is none."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.model.prose.mark_signs import DELIMITERS, NOTE_BEGINNING, PLACED_NAMES

TOKEN: Final = re.compile(
    rf"""
      (?P<backslashes>\\+)
    | (?P<skipped>(?:https?://|www\.)(?:                                          # an address
           [A-Za-z0-9.:/?\#@!$&'+,;=%~-]
          |\([A-Za-z0-9.:/?\#@!$&'+,;=%~_-]*\)
          |\^+(?=[A-Za-z0-9/])
          |(?<=[/?&=\#])(?P<stars>\*{{2,3}})[A-Za-z0-9.:/?\#@!$&'+,;=%~_-]+(?P=stars)(?!\*)
          |(?<=/)\*[^\s*()\[\]]+\*(?!\*)
          |\*[^\s*()\[\]]+\*(?=[A-Za-z0-9/?\#@&=%])
          |_+(?=[A-Za-z0-9/])
          |(?<!_)_(?=\()
          |_*(?<!\*)\*(?!\*)_*(?=[A-Za-z0-9])
        )+
      |\^_+\^|(?<![^\s(])\^[oO0.-]*\^(?![^\s)])                                   # a face
      |__(?:all|call|class|dict|doc|file|init|main|name|version)__)              # a name of Python
    | (?P<placed>\{{(?:{PLACED_NAMES}):[^{{}}\n]*\}})
    | (?P<unclosed>\{{(?:{PLACED_NAMES}):)
    | (?P<note>{re.escape(NOTE_BEGINNING)})
    | (?P<bracket>\[)
    | (?P<delimiter>{DELIMITERS})
    """,
    re.VERBOSE,
)
"""Each alternative has the name of what it is."""
