"""What the reader sees: texts by a gettext catalogue, numbers and days by the habits of its language. No Streamlit.

English is the key: write `t("Text with {name}", name=…)`, `t.plural("{n} work", "{n} works", n)` or
`Message("…")`, then run `python -m blindspot.ui.texts` and translate what it adds to `zh_CN.po`.
"""

from blindspot.ui.texts.translator import UNKNOWN, Language, Translator, pick_language, translator

__all__ = ["UNKNOWN", "Language", "Translator", "pick_language", "translator"]
