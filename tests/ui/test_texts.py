from __future__ import annotations

import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.errors import FileRefused, Message
from blindspot.ui.texts import pick_language, translator
from blindspot.ui.texts.catalogue import (
    read_catalogue,
    untranslated,
    update_catalogue,
    write_catalogue,
)
from blindspot.ui.texts.extraction import ERRORS, NotLiteralError, Text, extract_texts, texts_of


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def strings(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@pytest.fixture(scope="module")
def used() -> set[str]:
    return {text.one for text in extract_texts()}


@pytest.fixture(scope="module")
def filed() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {strings(entry.id)[0]: (strings(entry.id), strings(entry.string)) for entry in read_catalogue() if entry.id}


def test_every_text_is_in_the_catalogue(used, filed):
    assert used - filed.keys() == set(), "run `python -m blindspot.ui.texts` and translate what it adds"


def test_the_catalogue_holds_no_text_that_the_code_lost(used, filed):
    assert filed.keys() - used == set(), "run `python -m blindspot.ui.texts`"
    assert not read_catalogue().obsolete


def test_every_text_has_a_sure_translation():
    catalogue = read_catalogue()
    assert untranslated(catalogue) == []
    assert [entry.id for entry in catalogue if entry.id and entry.fuzzy] == []


def test_translations_keep_the_names_in_braces(filed):
    wrong = {
        one: translated
        for one, (english, chinese) in filed.items()
        for translated in chinese
        if translated and placeholders(translated) != placeholders(english[-1])
    }
    assert wrong == {}


def test_names_in_braces_are_plain_names(filed):
    odd = {one for one, (english, _) in filed.items() for name in placeholders(english[-1]) if not name.isidentifier()}
    assert odd == set()


def test_the_file_is_as_the_update_command_writes_it(tmp_path):
    path = Path(read_catalogue.__defaults__[0])
    catalogue = read_catalogue()
    update_catalogue(catalogue, extract_texts())
    write_catalogue(catalogue, tmp_path / "zh_CN.po")
    assert (tmp_path / "zh_CN.po").read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    assert "Generated-By" not in path.read_text(encoding="utf-8"), "another Babel would write another file"


def test_errors_are_texts_too():
    assert {"BlindspotError", "FileRefused", "StoreError", "NotFound", "CodebookError"} <= set(ERRORS)


def test_texts_are_the_literals_a_user_can_see():
    code = """
t("One")
desk.t("Two " "joined", name=t("Three"))
t.plural("{n} four", "{n} fours", n)
raise FileRefused("Five.", "Six.", reason=Message("Seven"))
raise errors.NotFound("Eight.", name="not a text")
t("Nine" if x else "Ten")
t(row["not a text"])
Message(reason)
print("not a text")
"""
    found = [text.key for text in texts_of(code, "page.py")]
    assert sorted(found, key=str) == sorted(
        ["One", "Two joined", "Three", ("{n} four", "{n} fours"), "Five.", "Six.", "Seven", "Eight.", "Nine", "Ten"],
        key=str,
    )


@pytest.mark.parametrize("code", ['t(f"{n} works")', 'Message("a" + name)', 'FileRefused("Bad.", f"See {page}.")'])
def test_a_text_put_together_in_code_is_refused(code):
    with pytest.raises(NotLiteralError, match=r"page\.py:1"):
        list(texts_of(code, "page.py"))


def test_updating_adds_empty_and_drops_obsolete(tmp_path):
    path = tmp_path / "zh_CN.po"
    catalogue = read_catalogue(path)
    update_catalogue(catalogue, [Text("Old", None, "a.py", 1), Text("Kept", None, "a.py", 2)])
    catalogue["Kept"].string = "保留"
    write_catalogue(catalogue, path)
    again = read_catalogue(path)
    pair = Text("{n} new", "{n} news", "b.py", 1)
    update_catalogue(again, [Text("Kept", None, "b.py", 3), pair])
    write_catalogue(again, path)
    final = read_catalogue(path)
    assert {entry.id for entry in final if entry.id} == {"Kept", pair.key}
    assert final["Kept"].string == "保留"
    assert untranslated(final) == ["{n} new"]


def test_chinese_and_english_texts():
    zh, en = translator("zh"), translator("en")
    assert (zh("Evidence: {grade}.", grade="弱"), en("Evidence: {grade}.", grade="weak")) == (
        "证据：弱。",
        "Evidence: weak.",
    )
    assert [zh.plural("{n} work", "{n} works", n) for n in (0, 1, 2345)] == ["0 条作品", "1 条作品", "2,345 条作品"]
    assert [en.plural("{n} work", "{n} works", n) for n in (0, 1, 2345)] == ["0 works", "1 work", "2,345 works"]
    assert zh("") == en("") == ""


def test_messages_are_translated_with_the_messages_inside():
    error = FileRefused("{file} is empty.", "Export it again from the tool that wrote it.", file="a{b}.csv")
    assert translator("zh").message(error.message) == "a{b}.csv 是空文件。"
    assert translator("zh").message(error.hint) == "请用原来的工具重新导出。"
    assert translator("zh").message(FileRefused("{file} is empty.", file="x").hint) == ""
    nested = Message("Evidence: {grade}.", grade=Message("weak"))
    assert translator("zh").message(nested) == "证据：弱。"
    assert translator("en").message(nested) == "Evidence: weak."


def test_a_missing_value_is_an_error_not_a_gap():
    with pytest.raises(KeyError, match="grade"):
        translator("zh")("Evidence: {grade}.")


@pytest.mark.parametrize(
    ("n", "zh", "en"),
    [
        (None, "—", "—"),
        (0, "0", "0"),
        (999, "999", "999"),
        (9_999, "9999", "10K"),
        (12_345, "1.2万", "12.3K"),
        (12_000, "1.2万", "12K"),
        (999_950, "100万", "1M"),
        (99_999_999, "1亿", "100M"),
        (1_500_000_000, "15亿", "1.5B"),
        (-1_234, "-1234", "-1.2K"),
        (3.14159, "3.1", "3.1"),
    ],
)
def test_counts_in_short(n, zh, en):
    assert translator("zh").compact(n) == zh
    assert translator("en").compact(n) == en


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_form_comes_from_babel(language, monkeypatch):
    """Its CLDR data changes between its versions: "12K" became "12k", and 至 a dash."""
    monkeypatch.setattr("babel.core.Locale.parse", lambda *_: pytest.fail("asked Babel for a locale's forms"))
    t, day = translator(language), date(2026, 9, 3)
    assert all([t.number(1234.5), t.compact(12_345), t.percent(0.12), t.percent_at_most(0.12), t.day(day)])
    assert all([t.day_of_year(day), t.month(day), t.day_range(day, date(2027, 1, 1)), t.any_of("ab"), t.all_of("ab")])


def test_numbers_in_full():
    zh, en = translator("zh"), translator("en")
    assert (zh.count(1234567), en.count(1234567), en.count(None), en.count(0)) == ("1,234,567", "1,234,567", "—", "0")
    assert (en.number(1234.56), en.number(-0.456, digits=2), en.number(2.0), zh.number(None)) == (
        "1,234.6",
        "-0.46",
        "2",
        "—",
    )


@pytest.mark.parametrize(
    ("share", "zh", "en"),
    [
        (None, "—", "—"),
        (0, "0%", "0 %"),
        (0.0004, "< 0.1%", "< 0.1 %"),
        (0.0434, "4.3%", "4.3 %"),
        (0.0997, "10%", "10 %"),
        (0.178, "18%", "18 %"),
        (1, "100%", "100 %"),
    ],
)
def test_shares_in_percent(share, zh, en):
    assert translator("zh").percent(share) == zh
    assert translator("en").percent(share) == en


@pytest.mark.parametrize(
    ("bound", "en"),
    [
        (0.17787, "18 %"),
        (0.1501, "16 %"),
        (0.15000000000000002, "15 %"),
        (0.122, "13 %"),
        (0.0491, "5.0 %"),
        (0.0489, "4.9 %"),
        (0.000003, "0.1 %"),
        (0.9999, "100 %"),
        (None, "—"),
    ],
)
def test_upper_bounds_are_rounded_up(bound, en):
    assert translator("en").percent_at_most(bound) == en


@given(st.floats(0, 1))
def test_an_upper_bound_is_never_said_too_low(bound):
    said = float(translator("en").percent_at_most(bound).removesuffix(" %")) / 100
    assert bound - 1e-8 <= said <= bound + 0.0101


def test_days():
    zh, en = translator("zh"), translator("en")
    first, last = date(2026, 2, 1), date(2026, 2, 11)
    assert (zh.day(last), en.day(last), en.day(None)) == ("2026年2月11日", "11 Feb 2026", "—")
    assert (zh.day_range(first, last), en.day_range(first, last)) == ("2026年2月1日至11日", "1–11 Feb 2026")
    march, january = date(2026, 3, 1), date(2027, 1, 9)
    assert (zh.day_range(first, march), en.day_range(first, march)) == ("2026年2月1日至3月1日", "1 Feb – 1 Mar 2026")
    assert zh.day_range(first, january) == "2026年2月1日至2027年1月9日"
    assert en.day_range(first, january) == "1 Feb 2026 – 9 Jan 2027"
    assert (zh.day_of_year(march), en.day_of_year(date(2026, 9, 3))) == ("3月1日", "3 Sept")
    assert (zh.month(march), en.month(march)) == ("2026年3月", "March 2026")
    assert en.day_range(first, first) == "1 Feb 2026"
    assert (en.day_range(first, None), en.day_range(None, None)) == ("1 Feb 2026 – —", "—")


def test_lists():
    assert translator("en").any_of(["title", "text", "hashtags"]) == "title, text or hashtags"
    assert translator("zh").any_of(["标题", "文案", "话题标签"]) == "标题、文案或话题标签"
    assert translator("en").all_of(["Douyin", "TikTok"]) == "Douyin and TikTok"
    assert translator("zh").all_of(["抖音", "快手", "TikTok"]) == "抖音、快手和 TikTok"
    assert [translator("en").any_of(things) for things in ([], ["title"], "ab")] == ["", "title", "a or b"]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh-CN", "zh"),
        ("zh_TW.UTF-8", "zh"),
        ("ZH", "zh"),
        ("zh-Hans-SG", "zh"),
        ("en-GB", "en"),
        ("za", "en"),
        ("zhx", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_follows_the_locale(locale, language):
    assert pick_language(locale) == language


def test_no_other_language():
    with pytest.raises(ValueError, match="'fr'"):
        translator("fr")
