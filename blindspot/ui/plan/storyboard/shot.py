"""One shot with every field, in a dialog beside its card: saved at each change, like the card itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from blindspot.domain import CAMERA_ANGLES, MOVEMENTS, SIZES, TRANSITIONS, Claim, Episode, Shot
from blindspot.editing import Change, Changed
from blindspot.plan.loading import load_episode
from blindspot.plan.proposals.parts import PickableClaim, pickable_claims
from blindspot.plan.storyboards.lengths import read_frames
from blindspot.plan.storyboards.shots import scope_of
from blindspot.ui.components.keeper import drawing
from blindspot.ui.confirmation import ask, asked, put_away
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.field_names import field_name
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.editing.saving import say_saved
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.drafts.badge import say_machine_written
from blindspot.ui.plan.storyboard.cards import length_words, text_names
from blindspot.ui.plan.storyboard.deeds import save_shot
from blindspot.ui.plan.storyboard.picture import show_picture
from blindspot.ui.plan.storyboard.prompt import show_prompt
from blindspot.ui.plan.wording_advice import show_advice
from blindspot.ui.reading_names import grade_name
from blindspot.ui.widget_functions import known
from blindspot.writers.words import word

OPEN = "storyboard_open"
TALL, LOW = 90, 68
TEXTS = ("picture", "narration", "on_screen_text", "sound", "prompt", "lens", "asset", "name")
CAMERA: dict[str, tuple[str, Sequence[str]]] = {
    "size": ("sizes", ("", *SIZES)),
    "camera_angle": ("camera_angles", ("", *CAMERA_ANGLES)),
    "movement": ("movements", ("", *MOVEMENTS)),
    "transition": ("transitions", TRANSITIONS),
}


def show_shot(desk: Desk, episode_id: int) -> None:
    """Draw the dialog of the shot that was opened."""
    t = desk.t

    @st.dialog(t("Shot"), width="large", icon=":material/edit_note:", on_dismiss=put_away)
    def show() -> None:
        with drawing(desk.edits, "shot"):
            _show_opened(desk, episode_id)

    show()


def _show_opened(desk: Desk, episode_id: int) -> None:
    t = desk.t
    episode = load_episode(desk.store, episode_id)
    show_conflict(desk, scope_of(episode_id))
    ids = [shot.shot_id for shot in episode.shots]
    opened = asked(OPEN)
    if not isinstance(opened, str) or opened not in ids:
        st.info(t("This shot is not in the storyboard any more; it may be in the bin."))
        return
    place = ids.index(opened)
    _show_head(desk, episode, place)
    _show_fields(desk, episode, episode.shots[place])
    show_history(desk, "shot", ids[place], scope_of(episode_id))


def _show_head(desk: Desk, episode: Episode, place: int) -> None:
    t = desk.t
    shot = episode.shots[place]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for label, icon, other in (
            (t("Previous shot"), ":material/chevron_left:", place - 1),
            (t("Next shot"), ":material/chevron_right:", place + 1),
        ):
            is_there = 0 <= other < len(episode.shots)
            st.button(
                "",
                icon=icon,
                help=label,
                key=f"shot_step_{icon}",
                type="tertiary",
                disabled=not is_there,
                on_click=ask,
                args=(OPEN, episode.shots[other].shot_id if is_there else None),
            )
        of = t("{place} of {count}", place=place + 1, count=len(episode.shots))
        st.markdown(f"**{escape_markdown(shot.name)}** · {of}", width="content")
        say_machine_written(desk, "shot", shot.shot_id, vars(shot))
        say_saved(desk, scope_of(episode.episode_id))


def _show_fields(desk: Desk, episode: Episode, shot: Shot) -> None:
    t = desk.t
    text = partial(_edit_text, desk, episode, shot)
    left, right = st.columns([3, 2])
    with left:
        text("picture", height=TALL)
        text("narration", height=TALL)
        _advise(desk, episode, shot, "narration")
        text("on_screen_text", height=LOW)
        _advise(desk, episode, shot, "on_screen_text")
        text("sound", height=LOW)
        _choose_claims(desk, episode, shot)
        _choose_visual(desk, episode, shot)
        with st.expander(t("Prompt for a video model"), icon=":material/smart_display:"):
            text("prompt", height=LOW)
            show_prompt(desk, episode, shot)
    with right:
        _edit_length(desk, episode, shot)
        for field, (group, options) in CAMERA.items():
            _choose(desk, episode, shot, field, options, partial(_camera_word, group, desk.language))
        show_picture(desk, episode, shot)
        text("lens")
        text("asset")
        text("name")


def bound_shot(desk: Desk, episode: Episode, shot: Shot) -> BoundRow:
    """Return a shot as widgets are tied to it."""

    def store(desk: Desk, scope: str, changes: Sequence[Change]) -> Changed | None:
        [one] = changes
        return save_shot(desk, episode.episode_id, shot.shot_id, known(one.rev), one.fields)

    scope = scope_of(episode.episode_id)
    values = {**vars(shot), "claim_ids": [claim.claim_id for claim in shot.claims]}
    return BoundRow(desk, scope, "shot", shot.shot_id, shot.rev, values, store)


def expect_texts(desk: Desk, episode: Episode) -> None:
    """Let texts be stored that a closed dialog could not send."""
    for shot in episode.shots:
        bound = bound_shot(desk, episode, shot)
        for name in TEXTS:
            bound.expect(name, read=str)


def _edit_text(desk: Desk, episode: Episode, shot: Shot, field: str, height: int | None = None) -> None:
    tie = bound_shot(desk, episode, shot).text(field, read=str)
    label = text_names(desk.t).get(field) or field_name("shot", field, desk.t)
    if height is None:
        st.text_input(label, **tie)
    else:
        st.text_area(label, height=height, **tie)


def _advise(desk: Desk, episode: Episode, shot: Shot, field: str) -> None:
    risks = episode.proposal.risks if episode.proposal else ()
    put = partial(_put, desk, episode, shot, field)
    show_advice(desk, getattr(shot, field), shot.claims, risks, f"{shot.shot_id}_{field}", put)


def _edit_length(desk: Desk, episode: Episode, shot: Shot) -> None:
    t = desk.t
    st.text_input(
        t("Length"),
        help=t("Seconds (5 or 5.5), frames (150f) or a timecode (00:00:05:12)."),
        **bound_shot(desk, episode, shot).text(
            "frames",
            show=lambda frames: length_words(t, float(frames / episode.fps)),
            read=lambda words: read_frames(words, episode.fps),
            is_whole=True,
        ),
    )


def _choose(
    desk: Desk, episode: Episode, shot: Shot, field: str, options: Sequence[str], say: Callable[[str], str]
) -> None:
    st.selectbox(
        field_name("shot", field, desk.t), options, format_func=say, **bound_shot(desk, episode, shot).choice(field)
    )


def _choose_claims(desk: Desk, episode: Episode, shot: Shot) -> None:
    t = desk.t
    claims = _claims_at_hand(desk, episode, shot)
    st.multiselect(
        t("Claims that it shows"),
        list(claims),
        format_func=lambda claim_id: f"{claims[claim_id].statement} · {grade_name(claims[claim_id].grade, t)}",
        **bound_shot(desk, episode, shot).choice("claim_ids"),
        placeholder=t("None yet: type to search") if claims else t("The library has no accepted claim yet"),
        help=t("Those of the proposal first, then every accepted claim of the library."),
        disabled=not claims,
    )


def _choose_visual(desk: Desk, episode: Episode, shot: Shot) -> None:
    ideas = [point.title for point in episode.proposal.visuals] if episode.proposal else []
    options = list(dict.fromkeys(["", *ideas, shot.visual]))
    if len(options) > 1:
        _choose(desk, episode, shot, "visual", options, lambda title: title or "—")


def _claims_at_hand(desk: Desk, episode: Episode, shot: Shot) -> dict[int, Claim | PickableClaim]:
    """Return the claims that a shot may show by id: the proposal's first, then what shots show, then all accepted."""
    proposed = [part.claim for part in episode.proposal.claims if part.claim] if episode.proposal else []
    shown = [claim for other in (shot, *episode.shots) for claim in other.claims]
    accepted = pickable_claims(desk.store, None, None, [])
    at_hand: dict[int, Claim | PickableClaim] = {}
    claims: list[Claim | PickableClaim] = [*proposed, *shown, *accepted]
    for claim in claims:
        at_hand.setdefault(claim.claim_id, claim)
    return at_hand


def _camera_word(group: str, language: str, key: str) -> str:
    return word(group, key, language) if key else "—"


def _put(desk: Desk, episode: Episode, shot: Shot, field: str, value: Any) -> None:
    save_shot(desk, episode.episode_id, shot.shot_id, shot.rev, {field: value})
