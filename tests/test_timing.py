"""A listener hears each phase, also those of a worker process. Where nobody listens, nothing is measured."""

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
    spans: list[Span] = []
    with listening(spans.append):
        with measure(Phase.LOAD):
            assert spans == []
            time.sleep(0.002)
        _work(1)
    load, render = spans
    assert (load.phase, load.document) == ("load", "")
    assert (render.phase, render.document) == ("render", "2569/a")
    assert load.milliseconds >= 2 > render.milliseconds >= 0


def test_a_phase_that_fails_is_told_too() -> None:
    spans: list[Span] = []
    with listening(spans.append), pytest.raises(KeyError), measure(Phase.LOAD):
        raise KeyError
    assert [span.phase for span in spans] == [Phase.LOAD]


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
    spans: list[Span] = []
    with listening(spans.append):
        measured = run_measured(_work, 1)
        assert spans == []
        tell_spans(measured.spans)
    tell_spans(measured.spans)
    assert measured.value == 2
    assert [span.document for span in measured.spans] == ["2569/a"]
    assert tuple(spans) == measured.spans
    assert isinstance(measured, Measured)
