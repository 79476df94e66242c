"""The meanings that rules share, and the documents that they cite."""

import re

import pytest

from ect_rules import catalogue, changes, dated, registering
from ect_rules.definitions import DECLARATIONS, DEFINITIONS, DOCUMENTS, JOURNEYS
from ect_rules.rule import Source

RULES = [rule for linked in catalogue.load().checks.values() for rule in linked.rules]
CITED = {d.id: d.sources for d in (*DEFINITIONS, *JOURNEYS, *DECLARATIONS)} | {
    rule.id: rule.sources for rule in RULES
}


def test_the_definitions_are_numbered():
    assert [d.id for d in DEFINITIONS] == [f"DATE-{n}" for n in range(1, 8)]


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_a_definition_is_a_sentence_put_into_effect_in_one_place(definition):
    assert definition.sentence.endswith(".")
    for function in definition.functions:
        assert getattr(dated, function.__name__) is function


def test_a_function_that_names_a_definition_is_one_of_those_that_put_it_into_effect():
    named = {
        (name, f)
        for f in vars(dated).values()
        for name in re.findall(r"DATE-\d", getattr(f, "__doc__", None) or "")
        if callable(f)
    }
    assert named
    assert named <= {(d.id, f) for d in DEFINITIONS for f in d.functions}


def test_only_the_meaning_of_the_earlier_service_is_not_in_effect():
    assert [d.id for d in DEFINITIONS if not d.functions] == ["DATE-6"]


def test_the_journeys_are_numbered():
    numbers = [f"ASSIGN-{n}" for n in range(1, 8)] + [f"LEAVE-{n}" for n in range(1, 10)]
    assert [j.id for j in JOURNEYS] == numbers
    assert all(j.sentence.endswith(".") for j in JOURNEYS)


def test_what_a_journey_does_is_put_into_effect_where_the_writes_are():
    ours = [*vars(changes).values(), *vars(registering).values()]
    assert all(function in ours for j in JOURNEYS for function in j.functions)


def test_only_the_ban_of_the_earlier_service_is_not_in_effect_in_a_journey():
    assert [j.id for j in JOURNEYS if not j.functions] == ["ASSIGN-7"]


@pytest.mark.parametrize("sources", CITED.values(), ids=CITED)
def test_every_source_is_a_document_that_we_name_with_a_place_in_it(sources):
    assert sources
    for source in sources:
        assert source.document in DOCUMENTS
        assert source.section


def test_every_document_is_cited():
    assert {source.document for sources in CITED.values() for source in sources} == set(DOCUMENTS)


def test_a_source_is_read_unless_it_says_otherwise():
    assert Source("RECT", "somewhere").standing.value == "read in code or documentation"
