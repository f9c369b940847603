// One shot as a card: its frame with the text on screen and the safe area, what one sees and hears, what it shows.
const TEXTS = ["picture", "narration", "sound"];

class Card {
  constructor(sheet, id) {
    this.sheet = sheet;
    this.id = id;
    this.cell = make("li", "cell");
    this.cell.dataset.item = id;
    this.cell.tabIndex = 0;
    this.plus = sheet.button("plus", "+", () => sheet.add(this.id));
    this.element = make("article", "card");
    this.frame = make("div", "frame");
    this.image = make("img");
    this.image.alt = "";
    this.image.draggable = false;
    this.safe = make("div", "safe");
    this.onScreen = this.field("on_screen_text");
    this.frame.append(this.image, this.safe, this.onScreen.element);
    const head = make("div", "head");
    this.name = make("b");
    this.duration = this.field("duration", true);
    this.camera = make("span", "camera");
    this.more = sheet.button("more", "⋯", () => sheet.openMenu(this));
    head.append(this.name, this.duration.element, this.more);
    this.texts = TEXTS.map((name) => this.field(name));
    this.fields = [this.onScreen, this.duration, ...this.texts];
    this.notes = make("div", "notes");
    const [picture, narration, sound] = this.texts.map((field) => field.element);
    // an empty sound shows where one works in the card: last, so that nothing moves under the pointer
    this.element.append(this.frame, head, this.camera, picture, narration, this.notes, sound);
    this.cell.append(this.plus, this.element);
  }

  field(name, isOneLine = false) {
    return new Field(this.sheet, this.id, name, isOneLine);
  }

  // the card that took the words stays when its shot is there
  become(id, rev) {
    this.id = this.cell.dataset.item = id;
    for (const field of this.fields) field.become(id, rev);
  }

  show(shot, { labels }) {
    for (const field of this.fields) field.show(shot[field.name], shot.rev);
    const said = JSON.stringify(shot) + this.sheet.frame;
    if (said === this.said) return;
    this.said = said;
    this.shot = shot;
    this.cell.inert = Boolean(shot.isComing && !shot.isBlank);
    for (const button of [this.plus, this.more]) button.inert = Boolean(shot.isComing);
    this.cell.classList.toggle("coming", Boolean(shot.isComing));
    if (shot.isComing) delete this.cell.dataset.item;
    this.cell.style.setProperty("--hue", `var(--hue-${hueOf(shot.name)})`);
    this.cell.setAttribute("aria-label", `${shot.name} ${shot.duration}`);
    this.plus.setAttribute("aria-label", labels.insert.replace("{name}", shot.name));
    this.plus.title = this.plus.ariaLabel;
    this.more.setAttribute("aria-label", labels.more.replace("{name}", shot.name));
    this.frame.title = labels.edit;
    this.name.textContent = shot.name;
    this.camera.textContent = shot.camera;
    for (const field of this.fields) field.label(labels[field.name], labels.short[field.name]);
    this.showImage();
    this.showNotes(shot);
  }

  showImage() {
    const source = pictures().get(this.shot.picture_id) ?? "";
    this.image.hidden = !source;
    if (source && this.image.src !== source) this.image.src = source;
  }

  showNotes({ claims, notes }) {
    const chips = claims.map((claim) => {
      const chip = this.sheet.button(`chip ${claim.grade}`, "", () => this.sheet.act("claim", { claim: claim.id }));
      chip.title = claim.title;
      chip.append(make("span", "", claim.title), make("small", "", claim.grade_name));
      return chip;
    });
    this.notes.replaceChildren(...chips, ...notes.map((note) => make("p", `note ${note.severity}`, note.text)));
  }
}
