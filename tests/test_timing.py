"""Phases are told to whoever listens, also those of a worker; nobody listening costs nothing."""

from __future__ import annotations

import time

import pytest

from esa_docs.timing import Measured, Phase, Span, listening, measure, run_measured, tell_spans


def _work(number: int) -> int:
    with measure(Phase.RENDER, "2569/a"):
        return number + 1


def test_nothing_is_measured_where_nobody_listens() -> None:
    assert measure(Phase.LOAD) is measure(Phase.RENDER, "2569/a")
    with measure(Phase.LOAD):
        pass


def test_a_listener_is_told_of_each_phase_as_it_ends() -> None:
    heard: list[Span] = []
    with listening(heard.append):
        with measure(Phase.LOAD):
            assert heard == []
            time.sleep(0.002)
        _work(1)
    assert [(one.phase, one.document) for one in heard] == [("load", ""), ("render", "2569/a")]
    assert heard[0].milliseconds >= 2 > heard[1].milliseconds >= 0


def test_a_phase_that_fails_is_told_too() -> None:
    heard: list[Span] = []
    with listening(heard.append), pytest.raises(KeyError), measure(Phase.LOAD):
        raise KeyError
    assert [one.phase for one in heard] == [Phase.LOAD]


def test_who_listened_before_listens_again() -> None:
    outer: list[Span] = []
    inner: list[Span] = []
    with listening(outer.append):
        with listening(inner.append):
            _work(1)
        _work(2)
    _work(3)
    assert (len(outer), len(inner)) == (1, 1)


def test_a_worker_gives_its_phases_back_with_its_work() -> None:
    heard: list[Span] = []
    with listening(heard.append):
        done = run_measured(_work, 1)
        assert heard == []
        tell_spans(done.spans)
    tell_spans(done.spans)
    assert (done.value, [one.document for one in done.spans]) == (2, ["2569/a"])
    assert tuple(heard) == done.spans
    assert isinstance(done, Measured)
