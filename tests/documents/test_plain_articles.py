"""Plain text: the title once, bullets, headings, furniture dropped, and any encoding that people save in."""

from __future__ import annotations

import pytest

from blindspot.documents.reading import read_document

ARTICLE = """Lark Video Is Running Short of Footage

Lark's new model is short of licensed footage. One minute of video can need the power of many chat answers.

Lark Video Is Running Short of Footage

The demand exceeds what Lark had provisioned.

Key Takeaways

  • Lark faced heavy demand.
  • Complaints about copied clips are growing.
  • The case shows the limits of scraped data.

Market Context

North Pine (valued over $2.5 billion) and South Lake (which raised $40 million) are the rivals,
as in Smith v. Lark in the U.S. courts.
The company will likely raise prices. It may buy archives, which could set it back by months.

常见问题
"""


def test_title_once_bullets_headings_and_no_furniture() -> None:
    article = read_document(ARTICLE.encode(), "x.txt")
    assert article.form == "text"
    assert article.language == "en"
    assert (article.url, article.author, article.published_on) == (None, None, None)
    texts = [passage.text for passage in article.passages]
    assert texts.count("Lark Video Is Running Short of Footage") == 1
    assert "常见问题" not in texts
    assert [passage.text for passage in article.passages if passage.kind == "item"] == [
        "Lark faced heavy demand.",
        "Complaints about copied clips are growing.",
        "The case shows the limits of scraped data.",
    ]
    assert [passage.text for passage in article.passages if passage.kind == "heading"][1:] == [
        "Key Takeaways",
        "Market Context",
    ]


def test_takeaways_money_and_hedges_become_candidates() -> None:
    candidates = read_document(ARTICLE.encode(), "x.txt").candidates
    assert [candidate.statement for candidate in candidates[:3]] == [
        "Lark faced heavy demand.",
        "Complaints about copied clips are growing.",
        "The case shows the limits of scraped data.",
    ]
    (money,) = [candidate for candidate in candidates if candidate.figures]
    assert [(figure.value, figure.unit) for figure in money.figures] == [(2.5e9, "USD"), (4e7, "USD")]
    assert money.statement.endswith("U.S. courts.")
    assert [hedge for candidate in candidates for hedge in candidate.hedges] == ["likely", "may", "could"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32", "big5hkscs"])
def test_every_encoding_that_people_save_in_is_read(encoding: str) -> None:
    words = "素材從哪裡來" if encoding == "big5hkscs" else "素材从哪里来"
    text = f"{words}\r\n\r\n" + "公開的影片並不是取之不盡的，而且多數沒有授權。\r\n" * 8
    if encoding != "big5hkscs":
        text = f"{words}\r\n\r\n" + "公开的视频并不是取之不尽的，而且多数没有授权。\r\n" * 8
    article = read_document(text.encode(encoding), "x.txt")
    assert article.title == words
    assert article.language == "zh"


def test_lines_without_blank_lines_between_are_paragraphs_of_their_own() -> None:
    article = read_document("标题\n第一段，说了一件事。\n第二段，说了另一件事。\n".encode(), "x.txt")
    assert [passage.text for passage in article.passages] == ["标题", "第一段，说了一件事。", "第二段，说了另一件事。"]


def test_a_wrapped_english_paragraph_is_one_text() -> None:
    text = b"Title\n\nThe first line of it goes\non in the second line.\n\nNext.\n\nLast one.\n"
    article = read_document(text, "x.txt")
    assert article.passages[1].text == "The first line of it goes on in the second line."
