"""Drafts for a proposal, an episode or a source: asked for, watched as they come, and decided on by a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

import streamlit as st

from blindspot.editing import Change
from blindspot.errors import BlindspotError
from blindspot.plan.drafts import (
    Draft,
    Drafting,
    DraftJob,
    Kind,
    Material,
    endpoint_of,
    estimate,
    gather,
    list_drafts,
    take_draft,
    turn_down,
    words_so_far,
)
from blindspot.settings import read_settings
from blindspot.ui.confirmation import put_away
from blindspot.ui.desk import Desk, open_store
from blindspot.ui.editing.saving import attempt
from blindspot.ui.error_notice import say_error
from blindspot.ui.plan.drafts.card import show_draft
from blindspot.ui.plan.drafts.words import estimate_words, kind_words, sent_words

SECONDS = 0.4
PROBLEM = "draft_problem"


@st.cache_resource(show_spinner=False)
def open_drafting() -> Drafting | None:
    """Return where drafts are made, so that one survives page changes and reloads; None without a model."""
    settings = read_settings()
    endpoint = endpoint_of(settings)
    return Drafting(open_store(), endpoint, settings) if endpoint else None


def has_drafts(desk: Desk, item: str, item_id: str) -> bool:
    """Return whether there is something to show: a model to ask, or a draft to decide on."""
    return open_drafting() is not None or bool(list_drafts(desk.store, item, item_id))


def offer_drafts(desk: Desk, kinds: Sequence[Kind], item_id: str) -> None:
    """Draw the button under which a draft is asked for; without a model in the settings there is none."""
    drafting = open_drafting()
    if drafting is None:
        return
    key = f"drafts_{kinds[0]}_{item_id}"
    label = desk.t("Draft with a model")
    fold = st.popover(label, icon=":material/robot_2:", type="tertiary", key=key, on_change="rerun")
    if fold.open:
        with fold:
            list_offers(desk, drafting, kinds, item_id, fold=key)


def list_offers(
    desk: Desk, drafting: Drafting, kinds: Sequence[Kind], item_id: str, *, fold: str | None = None
) -> None:
    """Draw a button a kind of draft with what it will cost, and what of it leaves this machine.

    A click closes `fold`.
    """
    t = desk.t
    materials = [gather(desk.store, kind, item_id) for kind in kinds]
    job = drafting.job(materials[0].item, item_id)
    is_busy = job is not None and job.view().state == "running"
    st.caption(sent_words(kinds[0], drafting.endpoint.host, len(materials[0].claims), t))
    for material in materials:
        cost = estimate_words(estimate(material, read_settings()), t)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                kind_words(material.kind, t),
                icon=":material/edit_note:",
                key=f"draft_{material.kind}_{item_id}",
                disabled=is_busy,
                on_click=_start,
                args=(desk, drafting, material, fold),
            )
            st.caption(cost, width="content")
    with st.expander(t("What is sent, word for word"), icon=":material/visibility:"):
        st.code(materials[0].document, language=None, wrap_lines=True, height=260)


def show_drafts(desk: Desk, item: str, item_id: str, rev: int, now: Mapping[Kind, str] = MappingProxyType({})) -> None:
    """Draw the draft that is being written and those that wait for a yes or no; `now` is what stands in their fields.

    `rev` is the revision of the row as it was drawn.
    """
    problem = st.session_state.pop(PROBLEM, None)
    if problem is not None:
        say_error(problem, desk.t)
    drafting = open_drafting()
    job = drafting.job(item, item_id) if drafting else None
    if drafting and job:
        _show_job(desk, drafting, job)
    for draft in list_drafts(desk.store, item, item_id):
        show_draft(desk, draft, now.get(draft.kind, ""), partial(_take, desk, rev), partial(_refuse, desk))


def _start(desk: Desk, drafting: Drafting, material: Material, fold: str | None) -> None:
    _decide(lambda: drafting.start(desk.who, material))
    if fold is not None:
        # what comes is drawn below it
        st.session_state[fold] = False


def _refuse(desk: Desk, draft: Draft) -> None:
    _decide(lambda: turn_down(desk.store, draft))


def _take(desk: Desk, rev: int, draft: Draft, places: list[int] | None) -> None:
    """Take a draft over; where somebody changed the field meanwhile, the page shows both texts."""
    field = {"thesis": "thesis", "titles": "title", "hook": "hook"}.get(draft.kind)
    if field is None:
        if _decide(lambda: take_draft(desk.store, desk.who, draft, rev, places)):
            # the dialog over a storyboard gives way to the shots that came in
            put_away()
        return
    changes = [Change(draft.item, draft.item_id, rev, {field: draft.words(places)})]
    scope = f"{draft.item}:{draft.item_id}"
    attempt(desk, scope, lambda: take_draft(desk.store, desk.who, draft, rev, places), changes)


def _decide(act: Callable[[], object]) -> bool:
    """Do something that may be refused; return whether it is done."""
    try:
        act()
    except BlindspotError as error:
        st.session_state[PROBLEM] = error
        return False
    return True


def _show_job(desk: Desk, drafting: Drafting, job: DraftJob) -> None:
    t = desk.t
    material = job.material
    view = job.view()
    if view.state == "running":
        _watch(desk, job)
        return
    if view.state == "done":
        drafting.forget(material.item, material.item_id)
        return
    with st.container(border=True, gap="small", key=f"draft_over_{material.item_id}"):
        if view.problem is not None:
            say_error(view.problem, t)
        else:
            st.info(t("Stopped; nothing of the draft was kept."), icon=":material/stop_circle:")
        if view.text:
            st.caption(t("What came of it may still be charged for."))
        st.button(
            t("Close"),
            icon=":material/close:",
            type="tertiary",
            key=f"draft_close_{material.item_id}",
            on_click=drafting.forget,
            args=(material.item, material.item_id),
        )


def _watch(desk: Desk, job: DraftJob) -> None:
    """Draw the words of a draft as they come, with the way to stop it."""
    t = desk.t

    @st.fragment(run_every=SECONDS)
    def show() -> None:
        view = job.view()
        if view.state != "running":
            st.rerun()
        with st.container(border=True, gap="small", key=f"draft_coming_{job.material.item_id}"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                kind = kind_words(job.material.kind, t)
                st.markdown(f":material/robot_2: {t('The model is drafting: {kind}', kind=kind)}", width="stretch")
                st.button(
                    t("Stop"),
                    icon=":material/stop_circle:",
                    key=f"draft_stop_{job.material.item_id}",
                    on_click=job.stop,
                )
            words = words_so_far(view.text)
            for line in words:
                st.text(line)
            if not words:
                st.caption(t("Waiting for its first words …"))

    show()
