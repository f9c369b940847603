"""Signals: what to watch, what it would mean, and when to look again."""

from blindspot.ui.desk import desk
from blindspot.ui.plan.signals.view import show_signals

show_signals(desk())
