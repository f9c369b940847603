// A text that is edited where it stands: shown at once, sent after a pause or on leaving it, never changed under the cursor.
// What is typed on a card whose shot is still to come waits for it.
const PAUSE_MS = 600;

class Field {
  constructor(sheet, shot, name, isOneLine) {
    Object.assign(this, { sheet, shot, name, isDirty: false, isToCome: isToCome(shot), rev: 0, shown: "" });
    this.element = make("div", `field ${name}`);
    this.element.contentEditable = "plaintext-only";
    this.element.setAttribute("role", "textbox");
    this.element.setAttribute("aria-multiline", String(!isOneLine));
    this.element.spellcheck = false;
    this.element.oninput = (event) => this.typed(event);
    this.element.oncompositionend = () => this.later();
    this.element.onblur = () => this.send();
    this.element.onkeydown = (event) => {
      // letters are shortcuts of Streamlit's, which does not see that one is typing here
      event.stopPropagation();
      if (event.key === "Escape" || (isOneLine && event.key === "Enter" && !event.isComposing)) this.element.blur();
    };
  }

  get text() {
    return this.element.innerText.replace(/\n$/, "");
  }

  show(text, rev) {
    if (this.isDirty || this.sheet.outbox.holds(this.shot, this.name)) return;
    this.rev = rev;
    if (this.shown === text) return;
    this.shown = text;
    this.element.textContent = text;
  }

  label(words, short = "") {
    this.element.setAttribute("aria-label", words);
    this.element.dataset.empty = words;
    this.element.dataset.short = short;
  }

  typed(event) {
    this.isDirty = true;
    if (!this.text) this.element.textContent = "";
    if (!event.isComposing) this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE_MS);
  }

  send() {
    clearTimeout(this.timer);
    if (!this.isDirty || this.isToCome) return;
    this.isDirty = false;
    const value = this.text;
    if (value === this.shown) return;
    this.shown = value;
    this.sheet.act("edit", { shot: this.shot, rev: this.rev, field: this.name, value });
  }

  become(shot, rev) {
    Object.assign(this, { shot, rev, isToCome: false });
    if (this.isDirty) this.later();
  }

  hear(saved) {
    this.rev = laterRev({ shot: this.shot, field: this.name }, this.rev, saved);
  }
}
