"""The files of kept versions that a further version takes over as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from esa_docs.model.history import History, KeptFile, Version
from esa_docs.source.kept.kept_files import files_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes of a file come from.

    Attributes:
        file: the file in a kept version.
        inputs: fingerprint of what it was made from; empty where the record does not say it.
    """

    file: KeptFile
    inputs: str


def origins_of(history: History, inputs: Mapping[str, str], contents: Mapping[str, str]) -> dict[str, Origin]:
    """Return where each file that is taken over comes from, by its name. No version is opened.

    What was sent goes before what is kept last: a copy that was taken off for a while, or a correction that
    was undone, is the one that the recipient has.

    Args:
        history: the kept versions of a paper.
        inputs: fingerprint of what each file is made from today.
        contents: fingerprint of what content says of each recipient's copy today.
    """
    origins: dict[str, Origin] = {}
    if history.last is not None:
        origins |= _made_of_the_same(history.last, inputs)
    hashes_of_sent = history.hashes_of_sent
    # The newest version that has the bytes that were sent is read, so the last ones count.
    for version in history.versions:
        origins |= _as_sent(version, hashes_of_sent, inputs, contents)
    return origins


def _made_of_the_same(version: Version, inputs: Mapping[str, str]) -> dict[str, Origin]:
    """Return the files of a version that would be made of the same today, by their names."""
    origins: dict[str, Origin] = {}
    for name, origin in _origins_in(version):
        if origin.inputs and origin.inputs == inputs.get(name):
            origins[name] = origin
    return origins


def _as_sent(
    version: Version,
    hashes_of_sent: Mapping[str, str],
    inputs: Mapping[str, str],
    contents: Mapping[str, str],
) -> dict[str, Origin]:
    """Return the files of a version that are as they were sent and of which content says the same."""
    kept_contents = version.record.contents if version.record else {}
    origins: dict[str, Origin] = {}
    for name, origin in _origins_in(version):
        is_as_sent = hashes_of_sent.get(name) == origin.file.sha256
        has_same_inputs = bool(origin.inputs) and origin.inputs == inputs.get(name)
        has_same_words = name in contents and contents[name] == kept_contents.get(name)
        if is_as_sent and (has_same_inputs or has_same_words):
            origins[name] = origin
    return origins


def _origins_in(version: Version) -> Iterator[tuple[str, Origin]]:
    kept_inputs = version.record.inputs if version.record else {}
    for file in files_of(version):
        yield file.name, Origin(file, kept_inputs.get(file.name, ""))
