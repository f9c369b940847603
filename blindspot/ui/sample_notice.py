"""The notice that the sample is in use, the question before it goes into the bin, and its way back."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.plan.sample import has_sample
from blindspot.plan.sample_bin import (
    Made,
    bring_sample_back,
    empty_sample_bin,
    made_of_sample,
    remove_sample,
    sample_binned_at,
)
from blindspot.store import Store
from blindspot.ui import address
from blindspot.ui.confirmation import ask, asked, confirm
from blindspot.ui.error_notice import say_error
from blindspot.ui.texts import Translator

REMOVE, EMPTY = "remove_sample", "empty_sample"


def say_sample(store: Store, t: Translator) -> None:
    """Draw the notice in the sidebar, where the sample is in use."""
    if not has_sample(store):
        return
    with st.sidebar:
        st.caption(t("The sample is invented: its works, documents and comments. Import your own to replace it."))
        is_asked = st.button(t("Remove the sample"), icon=":material/delete:", key="remove_sample")
    made = made_of_sample(store) if is_asked or asked(REMOVE) else None
    if is_asked and not made:
        _remove(store, t)
        st.rerun()
    if is_asked:
        ask(REMOVE)
    if made and asked(REMOVE):
        _confirm(store, t, made)


def offer_sample_back(store: Store, t: Translator) -> None:
    """Draw the sample in the bin with its way back, where it lies there."""
    binned_at = sample_binned_at(store)
    if binned_at is None or has_sample(store):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="binned_sample"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{t('The sample')}**")
            st.caption(t("removed on {day}, with what was made of it", day=t.day(binned_at.date())))
        if st.button(t("Bring the sample back"), icon=":material/restore_from_trash:", key="bring_sample_back"):
            try:
                with st.spinner(t("Bringing the sample back …")):
                    bring_sample_back(store)
            except BlindspotError as error:
                say_error(error, t)
                return
            st.rerun()
        st.button(
            t("Delete for good"),
            icon=":material/delete_forever:",
            type="tertiary",
            key="empty_sample_bin",
            on_click=ask,
            args=(EMPTY,),
        )
    if asked(EMPTY):
        confirm(
            t,
            t("Delete the sample for good?"),
            t("Delete for good"),
            icon=":material/delete_forever:",
            say=lambda: st.write(t("It cannot be brought back then, nor what was made of it.")),
            act=lambda: empty_sample_bin(store),
        )


def _remove(store: Store, t: Translator) -> None:
    with st.spinner(t("Removing the sample …")):
        remove_sample(store)
    # its topic must not be asked for any more
    address.forget("topic")
    st.toast(t("The sample is removed. It can be brought back on the page Topics."), icon=":material/check:")


def _confirm(store: Store, t: Translator, made: Made) -> None:
    def say() -> None:
        parts = [
            t.plural("{n} edit", "{n} edits", made.edits),
            t.plural("{n} label set by hand", "{n} labels set by hand", made.labels),
            t.plural("{n} comment or vote", "{n} comments and votes", made.remarks),
        ]
        counts = (made.edits, made.labels, made.remarks)
        gone = t.all_of([part for part, count in zip(parts, counts, strict=True) if count])
        st.write(t("With it goes what was made of it: {gone}.", gone=gone))
        st.write(t("All of it lies in the bin then, and comes back whole on the page Topics."))

    confirm(
        t,
        t("Remove the sample?"),
        t("Remove the sample"),
        icon=":material/delete:",
        say=say,
        act=lambda: _remove(store, t),
    )
