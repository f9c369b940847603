"""The creators page: roles and groups, one by one and many at once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from blindspot.library.creators import list_creators
from blindspot.library.import_files import import_paths
from blindspot.shipped import ROOT
from blindspot.store import Store
from blindspot.ui.library.creators_table import Edit, read_edits

DOUYIN = ROOT / "data" / "sample" / "mediacrawler" / "douyin_before_2026-07.csv"


def words(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.error, *app.info, *app.subheader]
    return "\n".join(part.value for part in parts)


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def roles(store: Store) -> dict[str, str]:
    creators = list_creators(store)
    return dict(zip(creators["name"], creators["role"], strict=True))


def test_an_empty_library_says_where_creators_come_from(empty_store: Store, open_page) -> None:
    app = open_page("library/creators")
    assert "No creators yet" in words(app)


def test_the_sample_lists_its_creators(store: Store, open_page) -> None:
    app = open_page("library/creators")
    assert "8 creators · competitor 8" in words(app)
    table = app.data_editor[0].value
    assert table["works"].tolist() == [5, 4, 4, 3, 3, 2, 1, 1]


def test_edits_are_what_differs_from_the_table(store: Store) -> None:
    shown = list_creators(store).head(3)
    keys = shown["creator_key"].tolist()
    edited = {
        0: {"role": "competitor", "creator_group": None},
        1: {"role": "ignored", "picked": True},
        2: {"creator_group": "大号"},
    }
    assert list(read_edits(shown, edited)) == [
        Edit(keys[1], "role", "ignored"),
        Edit(keys[1], "picked", True),
        Edit(keys[2], "creator_group", "大号"),
    ]


def test_ticked_creators_get_a_role_together(store: Store, open_page) -> None:
    app = open_page("library/creators")
    names = app.data_editor[0].value["name"][:2].tolist()
    app.session_state["creators_picked"] = set(list_creators(store)["creator_key"][:2])
    app.run()
    button(app, "own").click().run()
    assert [roles(store)[name] for name in names] == ["own", "own"]
    assert "Tick some" in words(app)


def test_a_search_without_a_hit_says_so(store: Store, open_page) -> None:
    app = open_page("library/creators")
    app.text_input(key="creators_search").set_value("ai掘金").run()
    assert len(app.data_editor[0].value) == 1
    app.text_input(key="creators_search").set_value("<b>nobody</b>").run()
    assert not app.exception
    assert "No creator fits" in words(app)


def test_own_works_bring_their_creators_beside_the_sample(store: Store, open_page) -> None:
    import_paths(store, [DOUYIN])
    app = open_page("library/creators")
    assert set(app.data_editor[0].value["name"]).isdisjoint({"阿泽说AI"})
    next(one for one in app.segmented_control if one.label == "Creators").set_value("sample").run()
    assert "阿泽说AI" in set(app.data_editor[0].value["name"])
