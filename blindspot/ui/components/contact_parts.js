// What the contact sheet and the animatic share: elements, the thumbnails in this browser, a shot's colour.
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function pictures() {
  return (globalThis.blindspotPictures ??= new Map());
}

// the card of a new shot, until the shot has its id
function isToCome(id) {
  return id.startsWith("coming-");
}

// a shot keeps its colour when others come, go or change places
function hueOf(name) {
  let sum = 0;
  for (const letter of name) sum = /\d/.test(letter) ? sum * 10 + Number(letter) : sum + letter.charCodeAt(0) - 62;
  return (sum + 7) % 8;
}
