// Cards in columns. Texts reach the page as textContent only; moves not yet answered are laid over the data.
const TONES = ["orange", "gray", "green", "blue", "violet", "red", "yellow"];

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".board");
  const post = outbox(root, setStateValue);
  post.settle(data.received);
  const drag = draggable(root, {
    move(card, column, before) {
      post.send({ card, column, before });
      draw();
      const words = { card: cardOf(card).title, column: data.columns.find((one) => one.id === column).title };
      root.querySelector("[role=status]").textContent = fill(data.labels.moved, words);
    },
    open(card) {
      setTriggerValue("opened", card);
      reveal(data.beside);
    },
    end: draw,
  });
  draw();

  function draw() {
    root.setAttribute("aria-busy", String(post.waiting.length > 0));
    if (drag.isBusy()) return;
    const columns = arranged();
    const focused = root.getRootNode().activeElement?.dataset.item;
    const shown = new Map([...root.querySelectorAll("[data-item]")].map((item) => [item.dataset.item, item]));
    const kept = columns.flatMap((column) => column.cards.map((card) => card.id));
    for (const [id, item] of shown) if (!kept.includes(id)) item.remove();
    const frames = new Map([...root.querySelectorAll(".column")].map((frame) => [frame.dataset.column, frame]));
    for (const [id, frame] of frames) if (!columns.some((column) => column.id === id)) frame.remove();
    const row = root.querySelector(".columns");
    columns.forEach((column, place) => {
      const frame = frames.get(column.id) ?? newColumn(column);
      // one that is moved loses the focus within and is laid out anew, with all its cards
      if (row.children[place] !== frame) row.insertBefore(frame, row.children[place] ?? null);
      drawColumn(frame, column, shown);
    });
    if (focused && root.getRootNode().activeElement?.dataset.item !== focused)
      root.querySelector(`[data-item="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function arranged() {
    const columns = data.columns.map((column) => ({ ...column, cards: [...column.cards] }));
    for (const { card, column, before } of post.waiting) {
      const from = columns.find((one) => one.cards.some(({ id }) => id === card));
      const to = columns.find((one) => one.id === column);
      if (!from || !to) continue;
      const [moved] = from.cards.splice(from.cards.findIndex(({ id }) => id === card), 1);
      const place = to.cards.findIndex(({ id }) => id === before);
      to.cards.splice(place < 0 ? to.cards.length : place, 0, moved);
    }
    return columns;
  }

  function cardOf(id) {
    return data.columns.flatMap((column) => column.cards).find((card) => card.id === id);
  }

  function newColumn(column) {
    const frame = make("section", "column");
    frame.dataset.column = column.id;
    frame.classList.toggle("folded", column.is_folded);
    const head = make(column.is_folded ? "button" : "header", "head");
    head.append(make(column.is_folded ? "span" : "h3", "name"), make("span", "count"));
    head.onclick = () => {
      if (!column.is_folded) return;
      head.setAttribute("aria-expanded", String(!frame.classList.toggle("folded")));
    };
    if (column.is_folded) head.setAttribute("aria-expanded", "false");
    const list = make("div", "cards");
    list.dataset.list = column.id;
    list.setAttribute("role", "list");
    frame.append(head, list);
    return frame;
  }

  function drawColumn(frame, column, shown) {
    frame.querySelector(".name").textContent = column.title;
    frame.querySelector(".count").textContent = column.cards.length;
    const list = frame.querySelector(".cards");
    list.setAttribute("aria-label", column.title);
    list.dataset.empty = data.labels.empty;
    column.cards.forEach((card, place) => {
      const item = shown.get(card.id) ?? make("article", "card");
      drawCard(item, card);
      if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
    });
  }

  function drawCard(item, card) {
    const text = JSON.stringify(card);
    if (item.drawn === text) return;
    item.drawn = text;
    item.dataset.item = card.id;
    item.tabIndex = 0;
    item.setAttribute("role", "listitem");
    item.setAttribute("aria-keyshortcuts", "Enter Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight");
    item.title = card.hint || card.title;
    item.setAttribute("aria-description", data.labels.help);
    const badges = make("div", "badges");
    badges.append(...card.badges.map(([words, tone]) => make("span", `badge ${TONES.includes(tone) ? tone : ""}`, words)));
    const lines = card.lines.map((line) => make("div", "line", line));
    item.replaceChildren(make("h4", "title", card.title), ...(card.badges.length ? [badges] : []), ...lines);
  }
}

function reveal(key) {
  const place = key && document.querySelector(`.st-key-${key}`);
  if (place && place.getBoundingClientRect().top > innerHeight - 150) place.scrollIntoView({ behavior: "smooth" });
}

function make(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function fill(template, words) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
}

// What is on its way to Python waits here until the data says that it arrived: none is lost where two follow fast.
// outbox.py is the other end.
function outbox(root, setStateValue) {
  root.outbox ??= { token: `${Date.now()}-${Math.random()}`, last: 0, waiting: [] };
  const post = root.outbox;
  post.send = (change) => {
    post.waiting.push({ ...change, number: ++post.last });
    setStateValue("sent", { token: post.token, changes: post.waiting });
  };
  post.settle = (received) => {
    if (received?.token === post.token) post.waiting = post.waiting.filter((one) => one.number > received.number);
  };
  return post;
}
