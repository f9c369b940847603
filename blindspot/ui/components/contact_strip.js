// The storyboard as time: every shot as long as it lasts, the hook's seconds and the length aimed at marked.
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
const MOST_TICKS = 12;

function drawStrip(strip, { shots, fps, hook_seconds, target_seconds, labels }, go) {
  const seconds = shots.reduce((sum, shot) => sum + shot.frames, 0) / fps;
  const whole = Math.max(seconds, target_seconds ?? 0, 1 / fps);
  const bars = shots.map((shot) => {
    const bar = make("button", "bar");
    bar.append(make("span", "", shot.name));
    bar.type = "button";
    bar.title = `${shot.name} · ${shot.duration}`;
    bar.style.cssText = `flex-grow:${shot.frames};--hue:var(--hue-${hueOf(shot.name)})`;
    bar.onclick = () => go(shot.id);
    return bar;
  });
  const row = make("div", "bars");
  row.style.width = `${(100 * seconds) / whole}%`;
  row.append(...bars);
  const marks = [];
  if (seconds) marks.push(mark("hook", hook_seconds, whole, labels.hook));
  if (target_seconds) marks.push(mark("target", target_seconds, whole, labels.target));
  const step = STEPS.find((one) => whole / one <= MOST_TICKS) ?? STEPS.at(-1);
  const axis = make("div", "axis");
  for (let at = step; at < whole; at += step) axis.append(mark("tick", at, whole, `${at}s`));
  strip.replaceChildren(row, axis, ...marks);
}

function mark(className, at, whole, words) {
  const line = make("span", className, "");
  line.style.left = `${Math.min(100, (100 * at) / whole)}%`;
  line.append(make("i", "", words));
  line.classList.toggle("late", at > whole * 0.85);
  return line;
}
