// Plays a storyboard in time: each shot as long as it lasts, its text on screen, what is said as a subtitle below.
const BLENDS = ["dissolve", "fade"];
const JUMP_SECONDS = 1;

class Animatic {
  constructor(root) {
    this.root = root;
    this.at = 0;
    this.layers = [...root.querySelectorAll(".layer")];
    for (const name of ["subtitle", "counter", "clock", "play", "seek", "voice"]) this[name] = root.querySelector(`.${name}`);
    this.aloud = this.voice.querySelector("input");
    this.play.onclick = () => this.toggle();
    root.querySelector(".stage").onclick = () => this.toggle();
    this.seek.oninput = () => this.go(Number(this.seek.value));
    this.aloud.onchange = () => this.aloud.checked || speechSynthesis.cancel();
    root.onkeydown = (event) => this.type(event);
    this.offerVoice = () => {
      this.voice.hidden = !globalThis.speechSynthesis?.getVoices().some((voice) => voice.localService);
    };
    globalThis.speechSynthesis?.addEventListener("voiceschanged", this.offerVoice);
    this.offerVoice();
  }

  show(data) {
    this.data = data;
    let end = 0;
    this.ends = data.shots.map((shot) => (end += shot.frames / data.fps));
    this.length = end;
    this.seek.max = end;
    this.root.style.setProperty("--ratio", data.width / data.height);
    this.voice.querySelector("span").textContent = data.labels.voice;
    this.seek.setAttribute("aria-label", data.labels.seek);
    this.shown = undefined;
    this.go(Math.min(this.at, end));
    this.say();
  }

  get place() {
    const place = this.ends.findIndex((end) => this.at < end);
    return place < 0 ? this.ends.length - 1 : place;
  }

  go(seconds) {
    this.at = Math.max(0, Math.min(this.length, seconds));
    this.draw(false);
  }

  draw(isPlaying) {
    const place = this.place;
    if (place !== this.shown) this.cut(place, isPlaying);
    this.seek.value = this.at;
    this.clock.textContent = `${clock(this.at)} / ${clock(this.length)}`;
  }

  cut(place, isPlaying) {
    this.shown = place;
    const shot = this.data.shots[place];
    this.layers.reverse();
    const [front, back] = this.layers;
    fillLayer(front, shot);
    front.classList.toggle("blend", isPlaying && BLENDS.includes(shot.transition));
    front.classList.replace("back", "front");
    back.classList.replace("front", "back");
    this.subtitle.textContent = shot.narration;
    this.counter.textContent = `${shot.name} · ${place + 1} / ${this.data.shots.length}`;
    if (isPlaying) this.speak(shot.narration);
  }

  speak(words) {
    if (!this.aloud.checked) return;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = /\p{Script=Han}/u.test(words) ? "zh-CN" : "en";
    // a voice that is not of this machine would send the text to its maker
    const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
    utterance.voice = voices.find((voice) => voice.lang.startsWith(utterance.lang.slice(0, 2))) ?? voices[0];
    speechSynthesis.speak(utterance);
  }

  toggle() {
    if (this.timer) return this.stop();
    if (this.at >= this.length) this.go(0);
    this.before = performance.now();
    if (this.data.shots[this.place]) this.speak(this.data.shots[this.place].narration);
    this.timer = requestAnimationFrame((now) => this.tick(now));
    this.say();
  }

  tick(now) {
    this.at = Math.min(this.length, this.at + (now - this.before) / 1000);
    this.before = now;
    this.draw(true);
    if (this.at >= this.length) this.stop();
    else this.timer = requestAnimationFrame((next) => this.tick(next));
  }

  stop() {
    cancelAnimationFrame(this.timer);
    this.timer = undefined;
    globalThis.speechSynthesis?.cancel();
    this.say();
  }

  say() {
    this.play.textContent = this.timer ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", this.timer ? this.data.labels.pause : this.data.labels.play);
  }

  type(event) {
    const jump = { ArrowLeft: -JUMP_SECONDS, ArrowRight: JUMP_SECONDS }[event.key];
    if (event.key === " ") this.toggle();
    else if (jump) this.go(this.at + jump);
    else return;
    event.preventDefault();
  }
}

function fillLayer(layer, shot) {
  const source = pictures().get(shot.picture_id);
  const image = layer.querySelector("img");
  image.hidden = !source;
  if (source) image.src = source;
  layer.style.setProperty("--hue", `var(--hue-${hueOf(shot.name)})`);
  layer.querySelector(".seen").textContent = source ? "" : shot.picture;
  layer.querySelector(".on-screen").textContent = shot.on_screen_text;
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}.${Math.floor((seconds % 1) * 10)}`;
}

const ANIMATICS = new WeakMap();

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".animatic");
  const animatic = ANIMATICS.get(root) ?? new Animatic(root);
  ANIMATICS.set(root, animatic);
  animatic.show(data);
  animatic.play.focus({ preventScroll: true });
  return () => animatic.stop();
}
