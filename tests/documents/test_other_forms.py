"""Web pages, Word files and PDFs: the main text kept, the furniture dropped."""

from __future__ import annotations

from datetime import date

import pytest
from documents.conftest import drawn_pdf

from blindspot.documents.document import Reference, Table
from blindspot.documents.reading import read_document
from blindspot.errors import FileRefused

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0041)https://news.lark.example/footage -->
<html lang="zh-CN"><head><meta charset="utf-8"><title>训练视频从哪里来</title>
<meta name="author" content="林一"><meta property="article:published_time" content="2026-01-15T08:00:00+08:00">
<meta property="og:site_name" content="云雀新闻"><link rel="stylesheet" href="https://cdn.lark.example/a.css">
<script src="https://cdn.lark.example/a.js"></script></head>
<body><nav><ul><li><a href="/">首页</a></li><li><a href="/tech">科技</a></li></ul></nav>
<article><h1>训练视频从哪里来</h1>
<p>据<a href="https://institute.example/report">远山研究所</a>发布的报告显示，公开视频中只有 15% 适合训练，
其余的画质太低或者没有授权。</p>
<p>这家公司去年买下了 3 万小时的素材，花费 1.2 亿元，其中大多数来自中小型的影视公司，价格还会再上涨一些。</p>
<h2>价格表</h2><table><tr><th>来源</th><th>单价</th></tr><tr><td>纪录片</td><td>每分钟 3 元</td></tr></table>
<p>路由器的<a href="http://192.168.1.1/admin">后台</a>不会成为信源，但是这些字还会保留在正文里面，读的人看得到。</p>
<img src="./page_files/a.png" alt="图"><iframe src="https://ads.example/x"></iframe>
<p>未来三年，可能会出现专门卖素材的平台，它们把版权、标注和清洗放在一起出售给需要数据的公司。</p>
<p>阅读原文</p><p>阅读 1.2万</p></article>
<aside><h3>相关阅读</h3><ul><li><a href="/1">十个技巧</a></li></ul></aside>
<footer>版权所有 2026 云雀新闻 联系我们</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_saved_page_keeps_its_article_and_what_it_says_of_itself(encoding: str) -> None:
    page = read_document(PAGE.encode(encoding), "page.txt")
    assert page.form == "html"
    assert (page.title, page.author, page.publisher) == ("训练视频从哪里来", "林一", "云雀新闻")
    assert page.published_on == date(2026, 1, 15)
    assert page.url == "https://news.lark.example/footage"
    words = "\n".join(passage.text for passage in page.passages)
    assert "路由器的后台不会成为信源" in words
    for furniture in ("首页", "科技", "相关阅读", "十个技巧", "版权所有", "阅读原文", "1.2万"):
        assert furniture not in words
    assert page.tables == (Table((("来源", "单价"), ("纪录片", "每分钟 3 元"))),)
    assert page.references == (Reference("远山研究所", "https://institute.example/report"),)
    assert page.candidates[0].said_by == "远山研究所"


def test_a_page_saved_as_one_file_is_read_too() -> None:
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.lark.example/footage\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n" + PAGE.replace("\n", "\r\n") + "\r\n----b--\r\n"
    )
    page = read_document(archive.encode(), "page.mhtml")
    assert page.title == "训练视频从哪里来"
    assert page.url == "https://news.lark.example/footage"


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(FileRefused, match="without an article"):
        read_document(b"<!doctype html><html><body><script>let x = 1</script></body></html>", "x.html")


def test_a_word_file_keeps_headings_lists_tables_and_marks(word_file: bytes) -> None:
    document = read_document(word_file, "x.md")
    assert document.form == "docx"
    assert document.title == "素材从哪里来"
    assert [(passage.kind, passage.text) for passage in document.passages if passage.kind != "cell"] == [
        ("heading", "素材从哪里来"),
        ("heading", "一、来源"),
        ("paragraph", "据远山研究所报道，公开视频中只有 15% 适合训练。"),
        ("paragraph", "这里有加粗与 *星号* 和 [方括号]。"),
        ("item", "纪录片"),
        ("item", "用户视频"),
        ("quote", "素材是新的石油。"),
    ]
    assert document.tables == (Table((("来源", "单价"), ("纪录片", "3|元"))),)
    assert document.candidates[0].said_by == "远山研究所"


def test_a_pdf_is_read_in_paragraphs_without_header_and_page_number(chinese_pdf: bytes) -> None:
    document = read_document(chinese_pdf, "x")
    assert document.form == "pdf"
    assert document.title == "素材还够用多久"
    words = [passage.text for passage in document.passages]
    assert not [text for text in words if "内部简报" in text or "页" in text]
    paragraph = "编号{0}的公开视频并不是取之不尽的，画质太低或者没有授权的都不能用，" * 3 + "只好去买。"
    assert "".join(words[1:-1]) == "".join(paragraph.replace("{0}", str(number)) for number in range(24))
    assert words[5] == paragraph.replace("{0}", "4")
    assert [figure.words for figure in document.candidates[-1].figures] == ["15%"]


def test_a_pdf_that_cannot_be_read_says_why() -> None:
    with pytest.raises(FileRefused, match="password"):
        read_document(drawn_pdf(password="secret"), "x.pdf")
    with pytest.raises(FileRefused, match="no text layer"):
        read_document(drawn_pdf(words=""), "x.pdf")
    with pytest.raises(FileRefused, match="501 pages; 500"):
        read_document(drawn_pdf(pages=501), "x.pdf")
    with pytest.raises(FileRefused, match="damaged PDF"):
        read_document(drawn_pdf()[:400], "x.pdf")
