"""The values of a history in words: also those that another program wrote in no form that is known here."""

from __future__ import annotations

import pytest

from blindspot.ui.editing.field_names import field_words
from blindspot.ui.texts import translator

WRONG = ([{"title": "A"}], [{"title": None}], [{"kind": "unheard of", "title": "A"}], [3], [[]], {"a": 1}, "{", 7)


@pytest.mark.parametrize("field", ["risks", "claims", "evidence", "refreshed_at", "status", "values", "tags"])
@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_a_value_of_no_known_form_is_shown_as_it_is_kept(field: str, value: object) -> None:
    assert field_words("proposal", field, value, translator("en"))


def test_a_risk_is_told_with_its_kind() -> None:
    risks = [{"title": "Old figures", "kind": "factual_uncertainty", "body": "", "mitigation": "Date them."}]
    assert field_words("proposal", "risks", risks, translator("en")) == "Old figures (facts uncertain) — Date them."
