"""Names that cannot be file names are told in signs that every console can write (E403)."""

from __future__ import annotations

import pytest

from esa_docs.source.folders.refused_names import refused_name


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("con", "the name 'con' cannot be a file name on Windows"),
        ("a\udcff", "the name 'a\\xff' is not written in UTF-8"),
        # Half of a pair of surrogates, as NTFS takes it.
        ("a\ud800", "the name 'a\\ud800' cannot be a file name on Windows"),
        ("a\ud800\udcff", "the name 'a\\ud800\\udcff' cannot be a file name on Windows"),
    ],
)
def test_a_refused_name_is_shown(name: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    diagnostic = refused_name(name, "x.yaml")
    assert (diagnostic.code, diagnostic.message) == ("E403", message)
