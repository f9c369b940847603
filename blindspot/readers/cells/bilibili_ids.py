"""One id for one Bilibili video: tools write its number (av170001), its word (BV17x411w7KC), or that with a part (_p1).

Number and word stand for each other; the mapping is public (bilibili-API-collect, docs/misc/bvid_desc).
"""

from __future__ import annotations

import numpy as np
import polars as pl

ALPHABET = np.array(list("FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf"))
LENGTH, BASE = 9, len(ALPHABET)
SCRAMBLED_BY = 23_442_827_791_579
FIRST_BEYOND = 1 << 51
SWAPPED = ((0, 6), (1, 4))
"""Characters that change places after "BV1"."""

NUMBER = r"^(?i:av)?([1-9]\d{0,15})(?:_p(?:art)?\d+)?$"
WORD = r"^(?i:bv)1([1-9A-HJ-NP-Za-km-z]{9})(?:_p(?:art)?\d+)?$"
PART = r"_p(?:art)?([1-9]\d*)$"
PART_IN_LINK = r"[?&]p=([1-9]\d*)(?:&|#|$)"
OTHER_KIND = r"/bangumi/|/cheese/|/audio/|/read/|//live\."
"""Links whose numbers count something else than videos."""


def one_id(works: pl.DataFrame) -> pl.Series:
    """Return `work_id` of works (platform, work_id, url; String), on Bilibili as the word, the second part on as "_p2".

    A link that leads to a later part says so where the id does not. What is no video's id stays as it is.
    """
    numbers = works.select(
        pl.when((pl.col("platform") == "bilibili") & ~pl.col("url").fill_null("").str.contains(OTHER_KIND)).then(
            pl.col("work_id").str.extract(NUMBER).cast(pl.UInt64, strict=False)
        )
    ).to_series()
    numbers = numbers.set(numbers >= FIRST_BEYOND, None)
    word = pl.when(pl.col("platform") == "bilibili").then(pl.col("work_id").str.extract(WORD))
    part = pl.coalesce(pl.col("work_id").str.extract(PART), pl.col("url").str.extract(PART_IN_LINK))
    own = pl.concat_str(pl.lit("BV1"), pl.coalesce(word_of_number(numbers), word))
    later = pl.when(part.cast(pl.UInt64, strict=False) > 1).then("_p" + part).otherwise(pl.lit(""))
    return works.select(pl.coalesce(own + later, pl.col("work_id")).alias("work_id")).to_series()


def word_of_number(numbers: pl.Series) -> pl.Series:
    """Return the nine characters after "BV1" of videos by their numbers (UInt64, below 2^51); null stays null."""
    rest = (numbers.fill_null(0).to_numpy() | np.uint64(FIRST_BEYOND)) ^ np.uint64(SCRAMBLED_BY)
    characters = []
    for _ in range(LENGTH):
        characters.append(ALPHABET[(rest % np.uint64(BASE)).astype(np.int64)])
        rest = rest // np.uint64(BASE)
    characters.reverse()
    for one, other in SWAPPED:
        characters[one], characters[other] = characters[other], characters[one]
    words = pl.DataFrame({str(place): column for place, column in enumerate(characters)}).select(
        pl.concat_str(pl.all())
    )
    return words.to_series().set(numbers.is_null(), None)
