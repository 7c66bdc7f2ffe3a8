"""The language of what people read: Thai, through gettext, with English as the source text.

``ESA_DOCS_LANG=en`` gives the source text; an output that cannot carry Thai letters gets it too.
"""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from functools import cache
from pathlib import Path

LANGUAGE_VARIABLE = "ESA_DOCS_LANG"
_DOMAIN = "esa_docs"
_LOCALE = Path(__file__).parent / "locale"


def gettext(message: str) -> str:
    """Return a message in the reader's language; the message itself where the catalogue lacks it."""
    return _catalogue(_language()).gettext(message)


def pgettext(context: str, message: str) -> str:
    """Return a message in the reader's language; the message itself where the catalogue lacks it.

    Args:
        context: what tells apart equal messages of different meaning.
        message: the message.
    """
    return _catalogue(_language()).pgettext(context, message)


def _language() -> str:
    language = os.environ.get(LANGUAGE_VARIABLE, "")
    if language:
        return language
    encoding = getattr(sys.stderr, "encoding", None)
    return "th" if _can_show_thai(encoding) else "en"


@cache
def _can_show_thai(encoding: str | None) -> bool:
    # A Windows console outside Thailand has a code page without Thai letters, such as 1252.
    try:
        "ก".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(_DOMAIN, _LOCALE, languages=[language], fallback=True)
