"""Storyboard: an episode shot by shot, each with what it shows, says and rests on."""

from blindspot.ui.desk import desk
from blindspot.ui.plan.storyboard.view import show_storyboard

show_storyboard(desk())
