"""The codebook file: product.md's own example, a round trip, and a clear sentence for every mistake."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.errors import CodebookError
from blindspot.labelling.codebook import Angle, Codebook, Topic, dump, parse
from blindspot.labelling.folding import fold_term

EXAMPLE = """
[topic]
name = "Seedance 2.0"
terms = ["seedance", "即梦"]          # any of these selects a work
from = 2026-02-01
[[angle]]
key = "data_sustainability"
group = "industry"
name = { zh = "数据可持续性", en = "Data sustainability" }
definition = { zh = "训练数据从哪里来、还能用多久", en = "Where training data comes from and how long it lasts" }
terms = ["数据枯竭", "数据飞轮", "训练数据"]
exclude = []
examples = []
"""
TOPIC = '[topic]\nname = "T"\nterms = []\n'
ANGLE = '[[angle]]\nkey = "one"\nname = { zh = "一" }\n'


def test_the_example_is_read_as_it_stands():
    angle = Angle(
        key="data_sustainability",
        group="industry",
        name={"zh": "数据可持续性", "en": "Data sustainability"},
        definition={
            "zh": "训练数据从哪里来、还能用多久",
            "en": "Where training data comes from and how long it lasts",
        },
        terms=("数据枯竭", "数据飞轮", "训练数据"),
    )
    assert parse(EXAMPLE) == Codebook(Topic("Seedance 2.0", ("seedance", "即梦"), date(2026, 2, 1)), (angle,))


def test_a_byte_order_mark_and_blanks_around_words_are_no_obstacle():
    codebook = parse("\ufeff" + TOPIC.replace("[]", '[" AI "]').replace('"T"', '" T "') + 'to = "2026-03-01"\n' + ANGLE)
    assert codebook.topic == Topic("T", ("AI",), None, date(2026, 3, 1))
    assert codebook.angles == (Angle("one", name={"zh": "一"}),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topic = [", "f.toml is not valid TOML: "),
        ("a = " + "[" * 100_000, "f.toml is not valid TOML: "),
        ("a = " + "1" * 10_000, "f.toml is not valid TOML: "),
        (ANGLE, "f.toml has no [topic] table."),
        ('topic = "T"', "f.toml has no [topic] table."),
        ("[topic]\nterms = []", "the topic has no name."),
        ('[topic]\nname = " "', "the topic has no name."),
        ("[topic]\nname = 3", "in the topic, “name” must be a text in quotes"),
        ('[topic]\nname = "T"\nterms = "AI"', "in the topic, “terms” must be a list of texts"),
        ('[topic]\nname = "T"\nterms = [1]', "in the topic, “terms” must be a list of texts"),
        ('[topic]\nname = "T"\nterms = [" "]', "in the topic, “terms” holds an entry with nothing in it"),
        ('[topic]\nname = "T"\nterm = []', "the topic has an unknown key “term”"),
        ('[topic]\nname = "T"\nfrom = "soon"', "in the topic, “from” must be a day"),
        ('[topic]\nname = "T"\nto = 2026', "in the topic, “to” must be a day"),
        ('[topic]\nname = "T"\nto = 2026-02-01T10:00:00', "in the topic, “to” must be a day"),
        (
            '[topic]\nname = "T"\nfrom = 2026-02-02\nto = 2026-02-01',
            "the topic starts on 2026-02-02 and ends before, on 2026-02-01",
        ),
        ("title = 1\n" + TOPIC, "the file has an unknown key “title”"),
        ("angle = 1\n" + TOPIC, "angles must be written as [[angle]] tables"),
        (TOPIC + '[angle]\nkey = "one"', "angles must be written as [[angle]] tables"),
        (TOPIC + '[[angle]]\nname = { zh = "一" }', "angle number 1 has no key."),
        (TOPIC + ANGLE + ANGLE.replace("one", "数据"), "the angle key “数据” has characters that a key cannot have"),
        (TOPIC + ANGLE.replace("one", "o e"), "the angle key “o e” has characters that a key cannot have"),
        (TOPIC + ANGLE + ANGLE, "f.toml has 2 angles with the key “one”"),
        (TOPIC + '[[angle]]\nkey = "one"', "the angle “one” has no name"),
        (TOPIC + '[[angle]]\nkey = "one"\nname = { zh = " " }', "the angle “one” has no name"),
        (TOPIC + '[[angle]]\nkey = "one"\nname = "一"', "in the angle “one”, “name” must be texts by language"),
        (TOPIC + '[[angle]]\nkey = "one"\nname = { de = "x" }', "has a name in the unknown language “de”"),
        (TOPIC + ANGLE + "group = []", "in the angle “one”, “group” must be a text"),
        (TOPIC + ANGLE + "definition = 1", "in the angle “one”, “definition” must be texts by language"),
        (TOPIC + ANGLE + 'terms = ["\u200b"]', "in the angle “one”, “terms” holds an entry with nothing in it"),
        (TOPIC + ANGLE + 'exclude = [""]', "in the angle “one”, “exclude” holds an entry with nothing in it"),
        (TOPIC + ANGLE + "examples = [[]]", "in the angle “one”, “examples” must be a list of texts"),
        (TOPIC + ANGLE + "excludes = []", "the angle “one” has an unknown key “excludes”"),
        (
            TOPIC + ANGLE + 'terms = ["数据", "AI 视频"]\nexclude = ["ＡＩ视频"]',
            "the angle “one” has “ＡＩ视频” both as a term and as an exclusion",
        ),
    ],
)
def test_a_mistake_is_named(text, said):
    with pytest.raises(CodebookError) as refused:
        parse(text, file="f.toml")
    assert said in str(refused.value)
    assert "f.toml" in str(refused.value.message)
    assert str(refused.value.hint)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(str.strip)
TERMS = st.lists(WORDS.filter(fold_term), max_size=30).map(tuple)
TEXTS = st.fixed_dictionaries({}, optional={"zh": WORDS.filter(bool), "en": WORDS.filter(bool)})


@st.composite
def codebooks(draw) -> Codebook:
    keys = draw(st.lists(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,8}", fullmatch=True), unique=True, max_size=3))
    angles = []
    for key in keys:
        terms = draw(TERMS)
        folded = {fold_term(term) for term in terms}
        exclude = tuple(term for term in draw(TERMS) if fold_term(term) not in folded)
        examples = tuple(draw(st.lists(WORDS, max_size=3)))
        name = draw(TEXTS.filter(bool))
        angles.append(Angle(key, draw(WORDS), name, draw(TEXTS), terms, exclude, examples))
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    topic = Topic(draw(WORDS.filter(bool)), draw(TERMS), *draw(st.sampled_from([(None, None), tuple(days)])))
    return Codebook(topic, tuple(angles))


@given(codebooks())
def test_what_is_written_is_read_again(codebook):
    written = dump(codebook)
    assert parse(written) == codebook
    assert dump(parse(written)) == written


def test_a_long_list_is_broken_into_lines_that_can_be_read():
    codebook = parse(TOPIC + ANGLE + f"terms = {[f'数据枯竭{number}' for number in range(60)]}")
    written = dump(codebook)
    assert max(map(len, written.splitlines())) <= 120
    assert tomllib.loads(written)["angle"][0]["terms"] == list(codebook.angles[0].terms)
