"""Signing in, where `[auth]` stands in Streamlit's secrets; without it the app is open and nothing of this is seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib.util import find_spec

import streamlit as st

from blindspot.ui.desk import user_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator


def must_sign_in() -> bool:
    """Return whether signing in is set up and this visitor has not done so."""
    return st.user.get("is_logged_in") is False


def show_sign_in(t: Translator) -> None:
    """Draw what stands in place of every page: a button for each provider of the secrets."""
    with st.container(border=True):
        st.subheader(t("Sign in to work on the plan"), anchor=False)
        st.write(t("Your name stands with what you change, so that the others see who did it."))
        if find_spec("authlib") is None:
            st.warning(
                t(
                    "Signing in needs one more library. Install it with: {command}",
                    command='pip install "streamlit[auth]"',
                )
            )
            return
        with st.container(horizontal=True):
            providers = [name for name, entry in st.secrets["auth"].items() if isinstance(entry, Mapping)]
            for name in providers or [None]:
                st.button(
                    t("Sign in with {provider}", provider=escape_markdown(name)) if name else t("Sign in"),
                    icon=":material/login:",
                    type="primary",
                    key=f"sign_in_{name}",
                    on_click=partial(st.login, name) if name else st.login,
                )


def offer_sign_out(t: Translator) -> None:
    """Draw who is signed in, with the way out, where signing in is set up."""
    if not st.user.get("is_logged_in"):
        return
    with st.sidebar:
        st.caption(t("Signed in as {who}", who=escape_markdown(user_name())))
        st.button(t("Sign out"), icon=":material/logout:", on_click=st.logout, key="sign_out")
