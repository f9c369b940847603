"""Questions: what viewers ask under the works, and which angle that asks for."""

from blindspot.ui.desk import desk
from blindspot.ui.explore.questions_view import show_questions

show_questions(desk())
