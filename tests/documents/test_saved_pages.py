"""Saved pages say who published them: an account of 公众号, or the line of 来源 and 作者; days are those of China."""

from __future__ import annotations

from datetime import date

import pytest

from blindspot.documents.reading import read_document

TEXT = "".join(
    f"<p>第{n}段：某年有 3{n}% 的创作者每周使用视频生成工具三次以上，调查覆盖 1,200 人，由某研究院完成，比去年高。</p>"
    for n in range(1, 7)
)
ACCOUNT = (
    '<html><head><meta charset="utf-8"><meta property="og:title" content="素材账"/>'
    '<meta property="og:url" content="http://mp.weixin.qq.com/s?__biz=Mz&amp;mid=1"/>{meta}</head>'
    '<body id="activity-detail"><div id="js_article"><h1 id="activity-name">素材账</h1><div id="meta_content">'
    '<span class="rich_media_meta rich_media_meta_text">张样</span>{account}<em id="publish_time" '
    'class="rich_media_meta rich_media_meta_text">{day}</em></div><div id="js_content" style="visibility: hidden">'
    "{text}</div></div><script>{script}</script></body></html>"
)
NAMED = '<a href="javascript:void(0);" id="js_name">样研究院</a>'
AUTHOR = '<meta name="author" content="张样"/>'


@pytest.mark.parametrize(
    ("account", "day", "meta", "script"),
    [
        (NAMED, "2026年2月2日 00:30", AUTHOR, ""),
        (NAMED, "", "", 'var ct = "1769963400"; var publish_time = "2026-02-02" || "";'),
        ("", "", AUTHOR, 'var ct="1769963400";var nickname = htmlDecode("样研究院");'),
        ("", "", AUTHOR, "window.x = {nick_name: '样研究院', create_time: '1769963400' * 1}"),
    ],
)
def test_an_article_of_an_account(account: str, day: str, meta: str, script: str) -> None:
    page = ACCOUNT.format(account=account, day=day, meta=meta, script=script, text=TEXT)
    document = read_document(page.encode(), "wx.html")
    assert (document.title, document.publisher, document.author) == ("素材账", "样研究院", "张样")
    # half an hour after midnight in China, still the day before in UTC
    assert document.published_on == date(2026, 2, 2)


def news(line: str, head: str = "") -> bytes:
    page = f"<html><head><title>素材账_某网</title>{head}</head><body><ul><li>来源：导航</li></ul><h1>素材账</h1>{line}"
    return f"{page}<div class='content'>{TEXT}</div><div>相关：来源：别处</div></body></html>".encode("gb18030")


@pytest.mark.parametrize(
    "line",
    [
        "<div class='info'>2026年02月02日 00:30 来源：<a href='#'>样社</a> 作者：张样 责任编辑：李某</div>",
        "<p><span>作者：张样</span><span>来源： 样社</span><span>发布时间：2026-02-02 08:30</span></p>",
        "<table><tr><td>2026-02-02</td><td>来源:样社</td><td>记者：张样</td></tr></table>",
    ],
)
def test_the_line_below_the_title_of_a_news_page(line: str) -> None:
    document = read_document(
        news(line, "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>"), "n.html"
    )
    assert (document.publisher, document.author, document.published_on) == ("样社", "张样", date(2026, 2, 2))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-02-01T16:30:00Z"/>',
        '<meta property="article:published_time" content="2026-02-02T00:30:00+08:00"/>',
        '<meta name="PubDate" content="2026-02-02 00:30"/>',
        '<script type="application/ld+json">{"datePublished": "2026-02-01T16:30:00+00:00"}</script>',
        '<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2026-02-02"/>',
    ],
)
def test_a_moment_in_the_metadata_is_the_day_on_which_it_was_read_in_china(head: str) -> None:
    assert read_document(news("<p>来源：样社</p>", head), "n.html").published_on == date(2026, 2, 2)


def test_a_page_in_english_keeps_its_day_in_utc() -> None:
    text = (
        "<p>"
        + "Thirty percent of the creators used such a tool in every week of the year, a survey says. " * 6
        + "</p>"
    )
    head = '<meta property="article:published_time" content="2026-02-01T16:30:00Z"/>'
    page = f"<html><head><title>Stock</title>{head}</head><body><h1>Stock</h1><article>{text}</article></body></html>"
    assert read_document(page.encode(), "n.html").published_on == date(2026, 2, 1)
