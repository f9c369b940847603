"""Text that went through a wrong encoding is mended, and nothing else is touched."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blindspot.readers.cells.mojibake import repair


def spoiled(text):
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def mended(*cells):
    series, count = repair(pl.Series("cell", cells, dtype=pl.String))
    return series.to_list(), count


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text("剪辑教程视频人工智能😀 abc1", min_size=3).filter(lambda text: not text.isascii()), min_size=1))
def test_what_windows_1252_made_of_utf_8_comes_back(texts):
    texts = [text * 3 for text in texts]
    assert mended(*map(spoiled, texts), "plain", None) == ([*texts, "plain", None], len(texts))


def test_what_gb18030_made_of_utf_8_comes_back():
    texts = ["剪辑教程视频内容", "人工智能视频生成"]
    assert mended(*(text.encode().decode("gb18030") for text in texts)) == (texts, 2)


def test_bytes_that_were_lost_cost_one_sign_only():
    assert mended("ç¤ºä¾‹é¢‘é\ufffd“")[0] == ["示例频\ufffd"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text("剪辑教程视频人工智能日本語タイトルéèüñçãößÅøабвг한국어 abc", max_size=20)))
def test_good_text_stays(texts):
    assert mended(*texts) == (texts, 0)


@pytest.mark.parametrize("text", ["Café déjà vu", "Ã la carte", "São Paulo – Ação", "naïve “quotes”"])
def test_accents_are_no_damage(text):
    assert mended(text) == ([text], 0)
