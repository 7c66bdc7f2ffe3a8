"""A problem that papers have from the roster is told at its person; of nobody's there, in the paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from esa_docs.model.people import Roster
from esa_docs.model.problem import Problem
from esa_docs.source.loading.shared_trees import SharedTrees
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.tree import to_plain

PEOPLE = """\
people:
  - {id: a, prefix: นาย, first_name: ก, last_name: ก, position: ครู}
  - {id: b, prefix: นาย, first_name: ข, last_name: ข, position: ครู}
"""


@pytest.mark.parametrize(("person_id", "place"), [("b", "people.yaml:3:65"), ("c", "paper.yaml:1:1")])
def test_the_place_of_a_problem_of_a_person(person_id: str, place: str) -> None:
    people = parse_yaml(PEOPLE, "people.yaml").value
    paper = parse_yaml("kind: order\n", "paper.yaml").value
    assert people is not None
    assert paper is not None
    trees = SharedTrees(Path(), people, Roster.model_validate(to_plain(people)))
    problem = Problem(("people", person_id, "position"), "E621", "ก", "ข", cause="roster")
    assert str(trees.diagnose(paper, problem).location) == place
