// Drawings of a claim's evidence. Nothing here reads or writes markup: every word goes in as text.
const SVG = "http://www.w3.org/2000/svg";

function svgNode(name, attributes, words) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (name === "text") node.setAttribute("paint-order", "stroke");
  if (words !== undefined) node.textContent = words;
  return node;
}

function short(number) {
  const size = Math.abs(number);
  for (const [from, unit] of [[1e12, " trn"], [1e9, " bn"], [1e6, " m"]])
    if (size >= from) return trimmed(number / from) + unit;
  return trimmed(number);
}

function trimmed(number) {
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
  return Number(number.toFixed(digits)).toLocaleString("en-GB");
}

function inUnit(number, unit) {
  if (unit === "USD") return "$" + short(number);
  if (unit === "%") return short(number) + " %";
  return short(number) + (unit === "" || unit === "1" ? "" : " " + unit);
}

// Three to five round numbers that cover [low, high].
function ticks(low, high) {
  const rough = (high - low) / 4 || Math.abs(high) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough);
  const out = [];
  for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at++) out.push(at * step);
  return out;
}

function bounds(claimed) {
  if (!claimed) return null;
  const low = claimed.low === undefined ? Number(claimed.high) : Number(claimed.low);
  const high = claimed.high === undefined ? Number(claimed.low) : Number(claimed.high);
  return { low, high, words: claimed.low === undefined ? "at most " : claimed.high === undefined ? "at least " : "" };
}

function canvas(width, height, title) {
  const svg = svgNode("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  svg.append(svgNode("title", {}, title));
  return svg;
}

// A series by period: its figures as a line, those cited filled, the claimed interval as a box at its period.
function seriesChart(chart, use, verdict) {
  const width = 560, height = 210, left = 66, right = 14, top = 22, bottom = 28;
  const claimed = bounds(use.claimed);
  const values = chart.points.map((point) => Number(point.low));
  const all = claimed ? [...values, claimed.low, claimed.high] : values;
  const marks = ticks(Math.min(...all), Math.max(...all));
  const low = marks[0], high = marks[marks.length - 1];
  const y = (value) => height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom);
  const day = (point) => (Date.parse(point.start) + Date.parse(point.end)) / 2;
  const first = day(chart.points[0]), last = day(chart.points[chart.points.length - 1]);
  const x = (point) => left + 14 + ((day(point) - first) / (last - first || 1)) * (width - left - right - 28);
  const svg = canvas(width, height, chart.title + ": " + chart.points.map((p) => `${p.label} ${inUnit(Number(p.low), chart.unit)}`).join(", ")
    + (claimed ? `; the text says ${claimed.words}${inUnit((claimed.low + claimed.high) / 2, chart.unit)}` : ""));
  for (const mark of marks) {
    svg.append(svgNode("line", { class: "grid", x1: left, x2: width - right, y1: y(mark), y2: y(mark) }));
    svg.append(svgNode("text", { x: left - 8, y: y(mark) + 4, "text-anchor": "end" }, inUnit(mark, chart.unit)));
  }
  svg.append(svgNode("polyline", { class: "series", points: chart.points.map((p, i) => `${x(p)},${y(values[i])}`).join(" ") }));
  const at = use.period ? chart.points.findIndex((p) => p.start === use.period.start && p.end === use.period.end) : -1;
  chart.points.forEach((point, i) => {
    const cited = use.cited.includes(i);
    const dot = svgNode("circle", { class: cited ? "cited" : "dot", cx: x(point), cy: y(values[i]), r: cited ? 5 : 3 });
    dot.append(svgNode("title", {}, `${point.label}: ${inUnit(values[i], chart.unit)} (${point.source})`));
    svg.append(dot);
  });
  const named = new Set([0, chart.points.length - 1, ...use.cited, at].filter((i) => i >= 0));
  let free = -Infinity;
  [...named].sort((a, b) => (a === at ? -1 : b === at ? 1 : a - b)).sort((a, b) => a - b).forEach((i) => {
    const wide = chart.points[i].label.length * 6, middle = Math.min(Math.max(x(chart.points[i]), left + wide / 2 - 30), width - right - wide / 2);
    if (middle - wide / 2 < free) return;
    free = middle + wide / 2 + 8;
    svg.append(svgNode("text", { x: middle, y: height - 8, "text-anchor": "middle", class: use.cited.includes(i) ? "strong" : "" }, chart.points[i].label));
  });
  if (claimed && at >= 0) {
    const from = Math.min(y(claimed.low), y(claimed.high) + 3), to = y(claimed.high), middle = x(chart.points[at]);
    const kind = verdict === "supported" ? "claim supported" : "claim";
    svg.append(svgNode("rect", { class: kind, x: middle - 11, width: 22, y: Math.min(to, from - 3), height: Math.max(3, from - to) }));
    const end = middle > width / 2;
    svg.append(svgNode("text", { class: kind.replace("claim", "claimed"), x: middle + (end ? -16 : 16), y: Math.max(12, to - 4), "text-anchor": end ? "end" : "start" },
      `the text: ${claimed.words}${inUnit((claimed.low + claimed.high) / 2, chart.unit)}`));
  }
  return svg;
}

// Counts of an event, the earliest first; the claimed interval goes through all of them.
function tollChart(chart, use, verdict) {
  const width = 560, line = 34, top = 30, left = 8, right = 40;
  const height = top + chart.points.length * line + 24;
  const claimed = bounds(use.claimed);
  const ends = chart.points.flatMap((p) => [Number(p.low), p.high === "" ? Number(p.low) * 1.15 : Number(p.high)]);
  const marks = ticks(0, Math.max(...ends, claimed ? claimed.high : 0));
  const high = marks[marks.length - 1];
  const x = (value) => left + (value / high) * (width - left - right);
  const svg = canvas(width, height, chart.title + ": " + chart.points.map((p) => `${p.start} ${p.label} ${p.high === "" ? "at least " + p.low : p.low + " to " + p.high}`).join("; "));
  for (const mark of marks) {
    svg.append(svgNode("line", { class: "grid", x1: x(mark), x2: x(mark), y1: top - 6, y2: height - 20 }));
    svg.append(svgNode("text", { x: x(mark), y: height - 6, "text-anchor": "middle" }, short(mark)));
  }
  if (claimed) {
    const kind = verdict === "supported" ? "claim supported" : "claim";
    svg.append(svgNode("rect", { class: kind, x: x(claimed.low), y: top - 6, width: Math.max(2, x(Math.min(claimed.high, high)) - x(claimed.low)), height: height - top - 14 }));
    const end = x(claimed.low) > width / 2;
    svg.append(svgNode("text", { class: kind.replace("claim", "claimed"), x: x(claimed.low), y: 16, "text-anchor": end ? "end" : "start" }, `the text: ${claimed.words}${short(claimed.low)}`));
  }
  chart.points.forEach((point, i) => {
    const y = top + i * line + 22, low = Number(point.low), cited = use.cited.includes(i);
    const to = point.high === "" ? Math.min(high, low * 1.15 + high / 60) : Math.max(Number(point.high), low + high / 120);
    svg.append(svgNode("text", { x: left, y: y - 9, class: cited ? "strong" : "" }, `${point.start}  ${point.label}: ${point.high === "" ? "at least " + point.low : point.low === point.high ? point.low : point.low + " to " + point.high}`));
    svg.append(svgNode("line", { class: "span" + (cited ? " cited" : "") + (point.high === "" ? " open" : ""), x1: x(low), x2: x(to), y1: y, y2: y }));
  });
  return svg;
}

function drawn(chart, use, verdict) {
  return chart.timeline ? tollChart(chart, use, verdict) : seriesChart(chart, use, verdict);
}
