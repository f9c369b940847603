"""The creators page: roles and groups, one by one and many at once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from blindspot.library.creators import list_creators
from blindspot.library.import_files import import_paths
from blindspot.settings import ROOT
from blindspot.store import Store

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


def test_an_edited_role_and_group_are_saved_at_once(store: Store, open_page) -> None:
    app = open_page("library/creators")
    name = app.data_editor[0].value["name"][0]
    edit(app, {0: {"role": "ignored", "creator_group": "大号"}})
    assert not app.exception
    assert roles(store)[name] == "ignored"
    creators = list_creators(store)
    assert creators.loc[creators["name"] == name, "creator_group"].tolist() == ["大号"]
    assert "competitor 7 · ignored 1" in words(app)


def test_ticked_creators_get_a_role_together(store: Store, open_page) -> None:
    app = open_page("library/creators")
    names = app.data_editor[0].value["name"][:2].tolist()
    edit(app, {0: {"picked": True}, 1: {"picked": True}})
    button(app, "own").click().run()
    assert [roles(store)[name] for name in names] == ["own", "own"]
    assert "Tick creators" in words(app)


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
    app.segmented_control[1].set_value("sample").run()
    assert "阿泽说AI" in set(app.data_editor[0].value["name"])


def edit(app: AppTest, rows: dict[int, dict]) -> None:
    editor = app.data_editor[0]
    for row, changes in rows.items():
        for column, value in changes.items():
            editor.set_cell(row, column, value) if hasattr(editor, "set_cell") else editor.edit(row, column, value)
    editor.run()
