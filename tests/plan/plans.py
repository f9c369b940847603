"""A plan with something in every place, made by the use cases of the pages: for tests of what must lose nothing."""

from __future__ import annotations

import hashlib
from io import BytesIO

from database_rows import execute
from PIL import Image

from benchmarks.many_editors import SHOT
from blindspot.domain import MOVEMENTS, SIZES
from blindspot.editing import Change, change, undo
from blindspot.editing.rows import read_rows
from blindspot.store import Store


def pixels() -> bytes:
    file = BytesIO()
    Image.new("RGB", (9, 16), "teal").save(file, "JPEG")
    return file.getvalue()


PIXELS = pixels()
PICTURE_ID = hashlib.sha256(PIXELS).hexdigest()
LIBRARY = """
insert into library.sources (source_id, name, kind, origin, publisher, published_on, tags, imported_at, is_sample)
values
    (1, '一份调研', 'own_report', 'file:1', null, null, [], now(), false),
    (2, 'A paper', 'research', 'https://papers.example/1', 'Papers', '2026-01-03', [], now(), false);
insert into library.source_urls values ('https://papers.example/1', 2, 'https://papers.example/1');
insert into library.claims (
    claim_id, source_id, position, statement, body, kind, grade, grade_reason, said_by, hedges, as_of, good_until,
    status, binned_at
)
values
    (
        1, 1, 1, '数据会在 2032 年用完', '正文', 'forecast', 'medium', 'one paper', null, ['可能'], null,
        null, 'accepted', null
    ),
    (2, 1, 2, 'A second claim', '', 'statement', 'high', '', 'Ann', [], '2026-01-01', '2026-09-01', 'accepted', now());
insert into library.claim_uses values (1, 1, 2, 'inline', 'the paper', 'https://papers.example/1', '', 'high', 'read');
insert into library.claim_figures values (1, 1, 2032.0, '年', '2032 年');
insert into library.accounts (account_id, platform, handle, positioning, audience, tone, formats, is_sample)
values (1, 'douyin', 'ren', '解释 AI', '创作者', '冷静', '口播', false);
insert into library.topics (topic_id, name, is_sample, version) values (1, '样例话题', false, 1);
insert into library.topic_terms values (1, 1, '样例');
insert into library.angles (angle_id, topic_id, key, position, name_zh, name_en, examples, is_retired)
values (1, 1, 'risk', 1, '风险', 'Risk', [], false);
insert into library.angle_terms values (1, 1, 1, '风险', false);
select nextval('library.source_ids'), nextval('library.claim_ids') from range(5);
select nextval('library.account_ids'), nextval('library.topic_ids'), nextval('library.angle_ids'),
    nextval('library.term_ids');
"""
WORDS = """
insert into plan.votes values ('p1', 'Ben', -1, '2026-02-03 10:00:00+08');
insert into plan.comments values (1, 'p1', 'Ben', '2026-02-03 10:00:00+08', '再想想', null);
insert into plan.signals (
    signal_id, topic_id, angle_id, creators_to_fire, position, verb, subject, meaning, status, due_on, outcome,
    created_at
)
values (1, 1, 1, 2, 1, '关注', 'a law', 'changes all', 'open', '2026-05-01', '', '2026-02-01 00:00:00+00');
insert into plan.drafts values (
    1, 'hook', 'episode', '1', 'invented-model', '一个开头', [1], 10, 20, 0.01, 'CNY', 'open', 'Ann', now(), null
);
select nextval('plan.comment_ids'), nextval('plan.signal_ids'), nextval('plan.draft_ids');
"""
PICTURE = "insert into plan.pictures values ($1, '倒计时.jpg', 'image/jpeg', 1080, 1920, $2, $2, now())"
EVIDENCE = (
    '{"statement":"0 of 23","line":0.15,"filters":{},"verdict":{"kind":"nobody","evidence":"weak"},'
    '"scope":{"works":23,"creators":8,"sum_squares":81,"rho":0.2,"first_published":"2026-02-01",'
    '"last_published":null,"platforms":["douyin"],"fields":["title"],"works_with_transcript":0,"unlabelled":2},'
    '"angle":{"angle":"risk","name":{"zh":"风险"},"works":0,"creators":0,"share_low":0.0,"share_high":0.12,'
    '"share_high_clustered":0.2,"creator_share_low":0.0,"creator_share_high":0.3,"position":0}}'
)
PROPOSAL = {
    "topic_id": 1, "angle_id": 1, "title": "没人说的风险", "thesis": "一句话", "difference": "", "visual_note": "",
    "status": "approved", "tags": ["数据", "long"], "account_id": 1, "fit": "", "evidence": EVIDENCE,
    "refreshed_evidence": None, "refreshed_at": "2026-02-11T10:00:00+08:00", "board_place": 0.5, "is_binned": False,
    "values": [{"title": "why", "body": ""}],
    "claims": [
        {"claim_id": 1, "title": "c", "grade": "medium", "grade_words": "中", "body": ""},
        {"claim_id": None, "title": "loose", "grade": "unrated", "grade_words": "", "body": ""},
    ],
    "counterpoints": [{"title": "but", "claim": "it grows", "answer": "not enough"}],
    "risks": [{"title": "wrong", "body": "", "kind": "legal", "mitigation": "hedge"}],
    "visuals": [{"title": "倒计时", "body": "a clock"}],
}  # fmt: skip
SERIES = {
    "uid": "s1", "topic_id": 1, "title": "两集", "note": "", "account_id": 1, "starts_on": "2026-03-02",
    "weekdays": [1, 4], "slot_time": "18:30:00", "is_binned": False,
}  # fmt: skip
EPISODE = {
    "uid": "e1", "series_id": 1, "position": 1.0, "title": "第一集", "note": "", "perspective": "战略",
    "hook": "你知道吗", "owner": "Ann", "proposal_id": "p1", "status": "storyboard",
    "planned_on": "2026-03-05", "published_on": None,
    "width": 1080, "height": 1920, "fps_num": 30000, "fps_den": 1001, "target_seconds": 45.0,
    "platform": "douyin", "is_binned": False,
}  # fmt: skip


def make_plan(store: Store, texts: tuple[str, ...] = ("旁白",)) -> None:
    """Plan one proposal and a series of one episode with a shot for each text, edited and taken back by two people."""
    execute(store, LIBRARY)
    execute(store, PICTURE, PICTURE_ID, PIXELS)
    change(store, "Ann", "proposal:p1", [Change("proposal", "p1", None, PROPOSAL)])
    series = [Change("series", "1", None, SERIES), Change("episode", "1", None, EPISODE)]
    change(store, "Ann", "series:1", series)
    shots = [_shot(number, text) for number, text in enumerate(texts, 1)]
    change(store, "Ben", "episode:1", [Change("shot", f"h{n}", None, shot) for n, shot in enumerate(shots, 1)])
    change(store, "Ben", "episode:1", [Change("shot", "h1", 1, {"claim_ids": [1, 2], "picture_id": None})])
    undo(store, "Ben", "episode:1")
    binned = read_rows(store, "shot", [f"h{len(shots)}"])[f"h{len(shots)}"]
    if len(shots) > 1:
        change(store, "Ann", "episode:1", [Change("shot", f"h{len(shots)}", binned["rev"], {"is_binned": True})])
    execute(store, "select nextval('plan.series_ids'), nextval('plan.episode_ids')")
    execute(store, WORDS)


def _shot(number: int, text: str) -> dict[str, object]:
    return {
        **SHOT,
        "position": float(number),
        "name": f"S{number:02}",
        "frames": 30 * number,
        "size": SIZES[number % len(SIZES)],
        "movement": MOVEMENTS[number % len(MOVEMENTS)],
        "narration": text,
        "on_screen_text": text[:20],
        "claim_ids": [2, 1],
        "picture_id": PICTURE_ID if number == 1 else None,
    }
