"""What a person decides on a claim is kept at once, raises its revision, and changes nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from database_rows import execute
from reading_rows import Cited, add_claim, add_document
from row_edits import edit, row_of

from blindspot.errors import NotFound
from blindspot.explore.sources import Claim, list_claims, list_sources
from blindspot.labelling.codebook import Angle, Codebook, Topic
from blindspot.library.codebooks import save_codebook
from blindspot.library.sources.claims import EmptyStatement, decide_claim
from blindspot.store import Store


def only(store: Store) -> Claim:
    [claim] = list_claims(store)
    return claim


def rev(store: Store) -> int:
    return execute(store, "select rev from library.claims")[0][0]


@pytest.fixture
def candidate(memory_store: Store) -> int:
    """A candidate of an article that rests on two sources."""
    article = add_document(memory_store, "Article", kind="media")
    uses = [Cited("Agency", None), Cited("Daily", "https://daily.example/1")]
    return add_claim(memory_store, article, "Lakes may dry up", uses, status="candidate")


def test_an_accepted_candidate_stays_unrated_until_a_person_grades_it(memory_store: Store, candidate: int) -> None:
    decide_claim(memory_store, "Ann", candidate, "accepted")
    claim = only(memory_store)
    assert (claim.status, claim.grade, {use.grade for use in claim.uses}) == ("accepted", "unrated", {"unrated"})
    assert rev(memory_store) == 2


def test_words_and_speaker_are_corrected_with_the_decision_and_taken_back_with_it(
    memory_store: Store, candidate: int
) -> None:
    decide_claim(memory_store, "Ann", candidate, "accepted", statement=" Lakes  dry up ", said_by=" The agency ")
    claim = only(memory_store)
    assert (claim.statement, claim.said_by) == ("Lakes dry up", "The agency")
    decide_claim(memory_store, "Ann", candidate, "candidate", statement="Lakes may dry up", said_by="")
    claim = only(memory_store)
    assert (claim.status, claim.statement, claim.said_by) == ("candidate", "Lakes may dry up", None)


def test_a_grade_belongs_to_one_use_with_its_reason(memory_store: Store, candidate: int) -> None:
    other = add_claim(
        memory_store, add_document(memory_store, "Other"), "Seas rise", [Cited("Daily", "https://daily.example/1")]
    )
    uses = row_of(memory_store, "claim", candidate)["uses"]
    edit(memory_store, "claim", candidate, uses=[uses[0], uses[1] | {"grade": "low", "grade_reason": "hearsay"}])
    claims = {claim.claim_id: claim for claim in list_claims(memory_store)}
    assert [(use.grade, use.grade_reason) for use in claims[candidate].uses] == [("unrated", ""), ("low", "hearsay")]
    assert [use.grade for use in claims[other].uses] == ["unrated"]


def test_a_claim_is_graded_as_a_whole_and_holds_until_a_day(memory_store: Store, candidate: int) -> None:
    edit(memory_store, "claim", candidate, grade="medium", grade_reason="two voices")
    edit(memory_store, "claim", candidate, good_until=date(2026, 3, 1))
    claim = only(memory_store)
    assert (claim.grade, claim.grade_reason, claim.good_until) == ("medium", "two voices", date(2026, 3, 1))
    assert not claim.is_stale(date(2026, 3, 1))
    assert claim.is_stale(date(2026, 3, 2))
    edit(memory_store, "claim", candidate, good_until=None)
    assert not only(memory_store).is_stale(date(2030, 1, 1))


def test_what_does_not_exist_is_refused_in_a_sentence(memory_store: Store, candidate: int) -> None:
    with pytest.raises(NotFound, match="no claim 99"):
        decide_claim(memory_store, "Ann", 99, "accepted")
    with pytest.raises(NotFound, match="no “certain” here"):
        edit(memory_store, "claim", candidate, grade="certain", grade_reason="")
    with pytest.raises(NotFound, match="no “maybe” here"):
        decide_claim(memory_store, "Ann", candidate, "maybe")
    with pytest.raises(EmptyStatement, match="needs words"):
        decide_claim(memory_store, "Ann", candidate, "accepted", statement="  ")
    assert only(memory_store).status == "candidate"


def test_other_words_ask_for_other_angles_at_once(memory_store: Store) -> None:
    angle = Angle("lakes", "", {"en": "Lakes"}, {}, ("lake",), (), ())
    topic_id = save_codebook(memory_store, "Ann", None, Codebook(Topic("Water", ("water",)), (angle,)))
    article = add_document(memory_store, "Article", kind="media", topic_id=topic_id)
    claim_id = add_claim(memory_store, article, "Seas rise", status="candidate")

    def angles() -> list[str]:
        rows = memory_store.rows("explore/angles_of_claim", topic_id=topic_id, claim_id=claim_id)
        return [row["key"] for row in rows if row["origin"]]

    assert angles() == []
    decide_claim(memory_store, "Ann", claim_id, "accepted", statement="The lake rises")
    assert angles() == ["lakes"]


def test_addresses_of_one_article_are_one_origin_and_so_are_those_who_pass_one_finding_on(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    uses = [Cited("A", "https://a.example/1"), Cited("A too", "https://m.a.example/1"), Cited("B", None)]
    add_claim(memory_store, report, "x", uses)
    assert len(only(memory_store).origins) == 2


def test_sources_are_those_of_the_topic_and_count_what_rests_on_them(memory_store: Store) -> None:
    topic_id = save_codebook(memory_store, "Ann", None, Codebook(Topic("Water", ("water",)), ()))
    report = add_document(memory_store, "Report", topic_id=topic_id)
    cited = Cited("Daily", "https://daily.example/1")
    add_claim(memory_store, report, "x", [cited])
    add_claim(memory_store, report, "y", [cited], status="candidate")
    add_claim(memory_store, add_document(memory_store, "Elsewhere"), "z", [Cited("Other", None)])
    found = {
        source.name: (source.claims, source.candidates, source.uses)
        for source in list_sources(memory_store, topic_id=topic_id)
    }
    assert found == {"Daily": (0, 0, 1), "Report": (1, 1, 0)}
    assert len(list_sources(memory_store)) == 4
    assert [claim.statement for claim in list_claims(memory_store, topic_id=topic_id)] == ["x", "y"]
