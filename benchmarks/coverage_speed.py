"""Coverage of a topic of a million works: each query, and from the queries to the figure as JSON.

Run: python -m benchmarks.coverage_speed
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from benchmarks.measuring import machine, median_of, say
from benchmarks.prepared import full_database
from blindspot.charts import LIGHT, Axis, coverage_matrix
from blindspot.explore.coverage import count_cells, measure_coverage, works_per_creator
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps
from blindspot.explore.works import Selection, count_works, list_works
from blindspot.library.codebooks import list_topics
from blindspot.library.creators import list_creators
from blindspot.store import Store

COLUMNS = 24
TIMES = 11
NARROW = Filters(date_from=date(2025, 11, 1), date_to=date(2025, 11, 30), min_response=0.0)


def matrix_json(store: Store, topic_id: int, filters: Filters, is_drawn_only: bool) -> str:
    """Measure coverage, count the cells by creator (of all, or only of those who are drawn) and draw them."""
    _, angles = measure_coverage(store, topic_id, filters)
    creators = works_per_creator(store, topic_id, filters)[:COLUMNS]
    drawn = replace(filters, creators=tuple(one["creator_key"] for one in creators))
    cells = count_cells(store, topic_id, drawn if is_drawn_only else filters, "creator")
    figure = coverage_matrix(
        Axis([angle.angle for angle in angles], [angle.angle for angle in angles]),
        Axis([one["creator_key"] for one in creators], [one["creator"] for one in creators]),
        {(cell["angle"], cell["creator_key"]): cell["works"] for cell in cells},
        LIGHT,
        missing={angle.angle for angle in angles if not angle.works},
        hover=lambda angle, column, works: f"{angle} × {column}: {works}",
        gap_label="-",
    )
    return figure.to_json()


def main() -> None:
    """Print the medians in milliseconds."""
    print(machine())
    store = Store(full_database())
    topic = list_topics(store)[0].topic_id
    for words, filters in (("all", Filters()), ("30 days, response at least usual", NARROW)):
        params = filters.params(topic)
        for name in ("scope", "coverage_by_angle", "works_per_angle_and_creator", "works_per_creator"):
            spent = median_of(lambda n=name, p=params: store.arrow(f"explore/{n}", **p), TIMES)
            say(f"SQL {name}, {words}", spent * 1e3, "ms", "≤ 50")
        for is_drawn_only in (False, True):
            spent = median_of(lambda f=filters, d=is_drawn_only: matrix_json(store, topic, f, d), TIMES)
            cells = f"cells of the {COLUMNS} drawn creators" if is_drawn_only else "all cells"
            say(f"SQL to figure, {cells}, {words}", spent * 1e3, "ms", "≤ 150")
    everything = Filters()
    others = {
        "measure_coverage": lambda: measure_coverage(store, topic, everything),
        "find_gaps": lambda: find_gaps(store, topic, 0.15, everything),
        "count_cells by week": lambda: count_cells(store, topic, everything, "week"),
        "count_works": lambda: count_works(store, topic, everything, Selection()),
        "list_works, first page": lambda: list_works(store, topic, everything, Selection(), most=20),
        "list_works, page 1,000": lambda: list_works(store, topic, everything, Selection(), first=20_000, most=20),
        "count_works, searched": lambda: count_works(store, topic, everything, Selection(search="训练")),
        "list_works, searched": lambda: list_works(store, topic, everything, Selection(search="训练"), most=20),
        "list_creators": lambda: list_creators(store, is_sample=False),
    }
    for name, action in others.items():
        say(name, median_of(action, 5) * 1e3, "ms")
    store.close()


if __name__ == "__main__":
    main()
