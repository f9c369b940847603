"""Invented works for the measurements, always the same: a MediaCrawler Douyin export and a codebook of 60 × 12 terms;
comments on them, one in three a question, and articles.

One caption in five holds a line break, a comma or a quotation mark, so that its cell stands in quotes; lines end in
CR LF, as MediaCrawler writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from blindspot.labelling.codebook import Angle, Codebook, Topic

SCRATCH = Path(__file__).resolve().parent / "scratch"
SEED = 20260211
WORKS, CREATORS, DAYS = 1_000_000, 5_000, 180
ANGLES, TERMS = 60, 12
FIRST_DAY, CAPTURED = 1_754_000_000, 1_770_796_800_000
TOPIC = "合成话题"
TERM_CHARACTERS = (
    "云帆星河机芯画布光影节拍镜头剪辑声线脚本算力模型版税授权训练语料渲染分镜字幕配乐口播探针沙盘灯塔舟桥麦田"
)
FILLER = "我们今天来说一下这个大家都在问的事情到底是怎么回事其实很多人没有想过为什么不可以就这样开始先看完再做决定吧"
SYLLABLES = ("ve", "xo", "ra", "lin", "tam", "que", "dor", "mi", "zan", "pel", "su", "kor")
COLUMNS = (
    "aweme_id", "aweme_type", "title", "desc", "create_time", "user_id", "sec_uid", "nickname", "liked_count",
    "collected_count", "comment_count", "share_count", "last_modify_ts", "aweme_url", "source_keyword",
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The codebook's terms by angle, and what stands between them in a caption."""

    terms: tuple[tuple[str, ...], ...]
    phrases: tuple[str, ...]
    tags: tuple[str, ...]


@cache
def words() -> Words:
    """Return 60 × 12 distinct terms (9 Chinese of two to four characters and 3 Latin ones an angle) and the filling."""
    random = np.random.default_rng(SEED)
    chinese = _distinct(random, TERM_CHARACTERS, (2, 5), ANGLES * 9)
    latin = _distinct(random, SYLLABLES, (3, 5), ANGLES * 3)
    terms = tuple((*chinese[n * 9 : n * 9 + 9], *latin[n * 3 : n * 3 + 3]) for n in range(ANGLES))
    return Words(terms, _distinct(random, FILLER, (3, 9), 4_000), _distinct(random, FILLER, (2, 5), 400))


def codebook(name: str = TOPIC) -> Codebook:
    """Return the topic that holds every work, with its 60 angles; nothing is written for the last one's terms."""
    angles = tuple(
        Angle(f"angle_{n:02}", "", {"zh": f"角度{n}", "en": f"Angle {n}"}, {}, terms)
        for n, terms in enumerate(words().terms)
    )
    return Codebook(Topic(name), angles)


def export(*, works: int = WORKS, changed: float = 0.0) -> Path:
    """Return the export of the first `works` works, written once; `changed` is the share with counts of a later day."""
    path = SCRATCH / f"douyin_{works}_{round(changed * 100)}.csv"
    if not path.exists():
        table = _works().head(works)
        if changed:
            table = _later(table, changed)
        _write(table, path)
    return path


def fresh_works(count: int, batch: int = 0) -> Path:
    """Return an export of `count` works that no other export holds, by the same creators."""
    path = SCRATCH / f"douyin_fresh_{count}_{batch}.csv"
    if not path.exists():
        ids = pl.int_range(pl.len()) + 7_600_000_000_000_000_000 + batch * 100_000
        _write(_works().sample(count, seed=batch).with_columns(aweme_id=ids), path)
    return path


def comments(count: int) -> Path:
    """Return a MediaCrawler export of `count` comments on the first works, written once."""
    path = SCRATCH / f"douyin_comments_{count}.csv"
    if not path.exists():
        random = np.random.default_rng(SEED + 3)
        numbers = pl.Series(np.arange(count))
        parts = pl.DataFrame(
            {
                "opening": pl.Series(words().phrases).gather(random.integers(0, len(words().phrases), count)),
                "term": _pick_terms(random, np.full(ANGLES - 1, 1 / (ANGLES - 1)), missing=0.5).head(count),
                "end": pl.Series(["怎么做的？", "真不错", "第一"]).gather(random.integers(0, 3, count)),
            }
        )
        table = pl.DataFrame(
            {
                "comment_id": numbers + 7_500_000_000_000_000_000,
                "create_time": FIRST_DAY + numbers,
                "aweme_id": pl.Series(random.integers(0, WORKS, count) * 37 + 7_400_000_000_000_000_000),
                "content": parts.select(pl.concat_str("opening", "term", "end")).to_series(),
                "nickname": pl.repeat("无名氏", count, eager=True),
                "like_count": random.integers(0, 900, count),
                "last_modify_ts": pl.repeat(CAPTURED, count, eager=True),
            }
        )
        _write(table, path)
    return path


def articles(count: int, paragraphs: int = 40) -> list[Path]:
    """Return invented articles that speak of every angle, most of all of the last one, which no work names."""
    random = np.random.default_rng(SEED + 4)
    folder = SCRATCH / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number}.md" for number in range(count)]
    for path in paths:
        lines = [f"# {TOPIC} {path.stem}"]
        for _ in range(paragraphs):
            angle = words().terms[int(random.choice([ANGLES - 1, random.integers(0, ANGLES)]))]
            phrases, said = random.choice(words().phrases, 4), random.choice(angle, 2)
            lines.append(f"{phrases[0]}{said[0]}{phrases[1]}，{phrases[2]}{said[1]}{phrases[3]}。")
        path.write_text("\n\n".join(lines), encoding="utf-8")
    return paths


@cache
def _works() -> pl.DataFrame:
    random = np.random.default_rng(SEED + 1)
    creators = random.choice(CREATORS, WORKS, p=_zipf(CREATORS, 0.8))
    popularity = _zipf(ANGLES - 1, 0.9)
    captions = pl.DataFrame(
        {
            "opening": _pick(random, words().phrases),
            "first": _pick_terms(random, popularity, missing=0.25),
            "between": _pick(random, words().phrases),
            "second": _pick_terms(random, popularity, missing=0.35),
            "end": _pick(random, words().phrases),
            "third": _pick_terms(random, popularity, missing=0.5),
            "breaks": pl.Series([" ", "，", "\n", "\n\n", ",", ' "so" ']).gather(
                random.choice(6, WORKS, p=[0.4, 0.4, 0.08, 0.04, 0.05, 0.03])
            ),
            "tag": _pick(random, words().tags),
            "last_tag": _pick(random, words().tags),
        }
    ).select(
        pl.format(
            "{}{}{}{}{}{}{} #{} #{}",
            "opening",
            "first",
            "between",
            "breaks",
            "second",
            "end",
            "third",
            "tag",
            "last_tag",
        )
    )
    caption = captions.to_series()
    likes = np.exp(random.normal(5, 1.4, WORKS) + creators % 7 / 3).astype(np.int64)
    ids = pl.Series(np.arange(WORKS) * 37 + 7_400_000_000_000_000_000)
    numbers = pl.Series(creators)
    return pl.DataFrame(
        {
            "aweme_id": ids,
            "aweme_type": pl.repeat(0, WORKS, eager=True),
            "title": caption,
            "desc": caption,
            "create_time": FIRST_DAY + random.integers(0, DAYS * 86_400, WORKS),
            "user_id": numbers + 900_000_000,
            "sec_uid": ("MS4wLjAB" + (numbers + 10_000_000).cast(pl.String)),
            "nickname": ("合成账号" + numbers.cast(pl.String)),
            "liked_count": likes,
            "collected_count": likes // 5,
            "comment_count": likes // 12,
            "share_count": likes // 30,
            "last_modify_ts": pl.repeat(CAPTURED, WORKS, eager=True),
            "aweme_url": ("https://www.douyin.com/video/" + ids.cast(pl.String)),
            "source_keyword": pl.repeat(TOPIC, WORKS, eager=True),
        }
    ).select(COLUMNS)


def _write(table: pl.DataFrame, path: Path) -> None:
    SCRATCH.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    table.write_csv(part, include_bom=True, line_terminator="\r\n")
    part.rename(path)


def _later(table: pl.DataFrame, changed: float) -> pl.DataFrame:
    """Return the same works a day later: some gained likes, the others are as they were."""
    is_changed = pl.Series(np.random.default_rng(SEED + 2).random(len(table)) < changed)
    return table.with_columns(
        liked_count=pl.when(is_changed).then(pl.col("liked_count") + 10).otherwise("liked_count"),
        last_modify_ts=pl.col("last_modify_ts") + 86_400_000,
    )


def _pick(random: np.random.Generator, choices: tuple[str, ...]) -> pl.Series:
    return pl.Series(choices).gather(random.integers(0, len(choices), WORKS))


def _pick_terms(random: np.random.Generator, popularity: np.ndarray, missing: float) -> pl.Series:
    angles = random.choice(ANGLES - 1, WORKS, p=popularity)
    places = angles * TERMS + random.integers(0, TERMS, WORKS)
    is_missing = random.random(WORKS) < missing
    flat = [term for terms in words().terms for term in terms]
    return pl.Series([*flat, ""]).gather(np.where(is_missing, len(flat), places))


def _zipf(count: int, exponent: float) -> np.ndarray:
    weights = 1 / np.arange(1, count + 1) ** exponent
    return weights / weights.sum()


def _distinct(
    random: np.random.Generator, parts: str | tuple[str, ...], sizes: tuple[int, int], count: int
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choice(list(parts), random.integers(*sizes)))] = None
    return tuple(found)
