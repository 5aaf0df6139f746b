// The page: state in the address and in `filters`, views drawn from the report object. Every word goes in as text.
const report = JSON.parse(document.getElementById("report").textContent);
const verdicts = ["contradicted", "misleading", "outdated", "imprecise", "unverifiable", "supported"];
const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
const claims = report.documents.flatMap((doc, d) => doc.claims.map((claim, c) => Object.assign(claim, { doc, d, c })));
const byId = new Map(claims.map((claim) => [claim.id, claim]));
const single = report.documents.length === 1;
const filters = { verdicts: new Set(single ? verdicts.filter((v) => v !== "unverifiable") : verdicts.slice(0, 4)), rule: "", measure: "", file: "", words: "" };
const page = 200;

function node(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const nameOf = (doc) => doc.path + (doc.record ? ` (${doc.record})` : "");
const addressOf = (claim) => "#claim/" + claim.id;
const levelOf = (claim) => claim.severity || claim.verdict;
const weightOf = (claim) => ["info", "warning", "error"].indexOf(claim.severity);
const plural = (n, noun) => `${n.toLocaleString("en-GB")} ${noun}${n === 1 ? "" : "s"}`;
const safeLink = (url) => (/^https?:\/\//.test(url) ? url : null);

function shows(claim) {
  if (!filters.verdicts.has(claim.verdict) || (filters.rule && claim.rule !== filters.rule)) return false;
  if ((filters.measure && claim.measure !== filters.measure) || (filters.file !== "" && claim.d !== Number(filters.file))) return false;
  if (!filters.words) return true;
  claim.searched ??= [nameOf(claim.doc), claim.doc.title, claim.text, claim.message, claim.rule, claim.suggestion].join("\n").toLowerCase();
  return claim.searched.includes(filters.words);
}

// ---- one claim

function evidenceItem(line) {
  const source = [line.source, line.published && "published " + line.published, line.note].filter(Boolean).join(", ");
  const link = safeLink(line.url || "");
  return node("li", {}, line.words || line.series, " ",
    node("span", { class: "source" }, source, link ? " " : null, link ? node("a", { href: link, rel: "noopener noreferrer" }, "source") : null));
}

function section(title, ...content) {
  return content.length ? [node("h3", {}, title), ...content] : [];
}

function bodyOf(claim) {
  const change = claim.suggestion && node("p", { class: "change" }, claim.replaced ? node("del", {}, claim.replaced) : null, claim.replaced ? " → " : "write ", node("ins", {}, claim.suggestion));
  const steps = claim.steps.map((step) => node("tr", {}, node("td", {}, step.what === "the text says" ? step.what : node("code", {}, step.what)), node("td", {}, step.value)));
  const charts = claim.charts.flatMap((use) => section(report.charts[use.chart].title, drawn(report.charts[use.chart], use, claim.verdict)));
  const notes = [...(claim.assumed || []).map((words) => "assumed: " + words), ...(claim.notes || [])];
  const rule = rules.get(claim.rule);
  return node("div", { class: "body" }, change, node("blockquote", {}, claim.text),
    claim.cause ? node("p", {}, "Cause: " + claim.cause) : null,
    ...section("Evidence", ...(claim.evidence ? [node("ul", {}, ...claim.evidence.map(evidenceItem))] : [])),
    ...charts,
    ...section("Step by step", ...(steps.length ? [node("table", { class: "steps" }, node("tbody", {}, ...steps))] : [])),
    claim.settles ? node("p", {}, (claim.severity ? "Goes away when: " : "To settle it: ") + claim.settles) : null,
    ...section("Notes", ...(notes.length ? [node("ul", {}, ...notes.map((words) => node("li", {}, words)))] : [])),
    node("p", { class: "source" }, claim.rule ? node("code", {}, claim.rule) : null, rule && rule.about ? " " + rule.about + " " : " ",
      node("a", { href: addressOf(claim) }, "link to this claim")));
}

function card(claim) {
  const made = node("details", { class: "card " + claim.verdict, id: "card-" + claim.id },
    node("summary", {}, node("span", { class: "badge " + claim.verdict }, levelOf(claim) + (claim.severity ? ", " + claim.verdict : "")),
      node("span", { class: "what" }, claim.message || claim.text), " ", node("span", { class: "place" }, `line ${claim.line}`)));
  made.addEventListener("toggle", () => { if (made.open && made.children.length === 1) made.append(bodyOf(claim)); });
  return made;
}

// ---- one article

// Pieces of a paragraph between the ends of claims; the shortest claim over a piece has it.
function paragraphOf(doc, p, shown) {
  const { text, headline } = doc.article[p];
  const here = shown.filter((claim) => claim.at[0] === p && claim.at[2] > claim.at[1]);
  const cuts = [...new Set([0, text.length, ...here.flatMap((claim) => claim.at.slice(1))])].sort((a, b) => a - b);
  const named = new Set();
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    const owner = here.filter((claim) => claim.at[1] <= from && to <= claim.at[2]).sort((a, b) => a.at[2] - a.at[1] - (b.at[2] - b.at[1]))[0];
    const words = text.slice(from, to);
    if (!owner) { pieces.push(words); continue; }
    const focus = owner.at[3] <= from && to <= owner.at[4];
    const first = !named.has(owner);
    named.add(owner);
    pieces.push(node("a", { class: `mark ${owner.verdict}${focus ? " focus" : ""}`, href: addressOf(owner), "data-claim": owner.id,
      tabindex: first ? null : "-1", "aria-label": first ? `${words} (${levelOf(owner)}: ${owner.message || owner.verdict})` : null, title: owner.message || owner.verdict }, words));
  }
  return node("p", { class: headline ? "headline" : null }, ...pieces);
}

function articleView(doc) {
  const shown = doc.claims.filter(shows);
  const dated = doc.date ? `${doc.date} (${doc.date_from})` : "no date";
  const about = node("div", { class: "meta" }, node("h2", {}, nameOf(doc)), `${dated}, ${doc.verdict}`, ...(doc.notes || []).map((words) => node("p", {}, words)));
  const text = node("div", { class: "text" }, about, doc.title && !(doc.article[0] && doc.article[0].headline) ? node("p", { class: "headline" }, doc.title) : null,
    ...doc.article.map((_, p) => paragraphOf(doc, p, shown)));
  const side = node("section", { class: "side", "aria-label": "Claims", tabindex: "0" }, node("h2", {}, plural(shown.length, "claim") + " shown"),
    ...(shown.length ? shown.map(card) : [node("p", { class: "empty" }, "Nothing to show: no claim passes the filters.")]), keys());
  return node("div", { class: "split" }, node("section", { "aria-label": "Article" }, text), side);
}

function keys() {
  return node("p", { class: "keys" }, node("kbd", {}, "n"), " and ", node("kbd", {}, "p"), " next and previous claim, ", node("kbd", {}, "/"), " search, ", node("kbd", {}, "u"), " up to the index");
}

// ---- the index

const views = { files: "Files", rules: "Rules", measures: "Measures", claims: "Claims" };

function grouped(key) {
  const groups = new Map();
  for (const claim of claims) {
    if (!shows(claim)) continue;
    const name = key(claim);
    const group = groups.get(name) || groups.set(name, { name, claim, all: 0, error: 0, warning: 0, info: 0 }).get(name);
    group.all++;
    if (claim.severity) group[claim.severity]++;
  }
  return [...groups.values()].sort((a, b) => b.error - a.error || b.warning - a.warning || b.all - a.all || (a.name < b.name ? -1 : 1));
}

const groupings = {
  files: { head: "File", key: (claim) => nameOf(claim.doc), link: (group) => "#file/" + group.claim.d, about: (group) => group.claim.doc.title },
  rules: { head: "Rule", key: (claim) => claim.rule, link: (group) => "#rule/" + encodeURIComponent(group.name), about: (group) => (rules.get(group.name) || {}).about },
  measures: { head: "Measure", key: (claim) => claim.measure, link: (group) => "#measure/" + encodeURIComponent(group.name) },
};

function table(head, rows, rowOf) {
  const body = node("tbody");
  const more = node("button", { class: "more", type: "button" }, "");
  const add = () => {
    body.append(...rows.slice(body.children.length, body.children.length + page).map(rowOf));
    more.hidden = body.children.length >= rows.length;
    more.textContent = `Show ${Math.min(page, rows.length - body.children.length)} more of ${rows.length.toLocaleString("en-GB")}`;
  };
  more.addEventListener("click", add);
  add();
  const numbers = ["Errors", "Warnings", "Infos"];
  return [node("table", { class: "list" }, node("thead", {}, node("tr", {}, ...head.map((words) => node("th", { scope: "col", class: numbers.includes(words) ? "n" : null }, words)))), body), more];
}

function groupTable(grouping) {
  return table([grouping.head, "Errors", "Warnings", "Infos"], grouped(grouping.key), (group) => {
    const about = grouping.about && grouping.about(group);
    return node("tr", {}, node("td", {}, node("a", { href: grouping.link(group) }, group.name), about ? node("div", { class: "source" }, about) : null),
      ...["error", "warning", "info"].map((level) => node("td", { class: "n" }, group[level] ? String(group[level]) : "–")));
  });
}

function claimTable() {
  const rows = claims.filter(shows).sort((a, b) => weightOf(b) - weightOf(a));
  return table(["Level", "Claim", "Where"], rows, (claim) => node("tr", {},
    node("td", { class: claim.verdict }, levelOf(claim)),
    node("td", {}, node("a", { href: addressOf(claim) }, claim.message || claim.text), claim.suggestion ? node("div", { class: "source" }, (claim.replaced ? claim.replaced + " → " : "write ") + claim.suggestion) : null),
    node("td", {}, `${nameOf(claim.doc)}:${claim.line}`)));
}

function indexView(view) {
  const tabs = node("nav", { class: "tabs", "aria-label": "Index" }, ...Object.entries(views).map(([name, words]) =>
    node("a", { href: "#" + name, "aria-current": name === view ? "page" : null }, words)));
  const shown = claims.filter(shows).length;
  const content = shown === 0 ? [node("p", { class: "empty" }, "Nothing to show: no claim passes the filters.")] : view === "claims" ? claimTable() : groupTable(groupings[view]);
  return node("div", { class: "index" }, tabs, ...content, keys());
}

// ---- the bar, the address, the keys

function option(value, words) { return node("option", { value }, words); }

function choice(label, name, values) {
  const made = node("select", { id: "filter-" + name, "aria-label": label, onchange: (event) => { filters[name] = event.target.value; draw(); } }, option("", label), ...values);
  made.hidden = values.length < 2;
  return made;
}

function bar() {
  const counts = Object.fromEntries(verdicts.map((v) => [v, claims.filter((claim) => claim.verdict === v).length]));
  const toggles = verdicts.filter((v) => counts[v]).map((v) => node("button", { type: "button", class: "toggle " + v, "aria-pressed": String(filters.verdicts.has(v)), "data-verdict": v,
    onclick: (event) => { filters.verdicts.has(v) ? filters.verdicts.delete(v) : filters.verdicts.add(v); event.currentTarget.setAttribute("aria-pressed", String(filters.verdicts.has(v))); draw(); } }, `${v} ${counts[v].toLocaleString("en-GB")}`));
  const used = [...new Set(claims.map((claim) => claim.rule))].sort();
  return node("div", { class: "row filters" }, ...toggles,
    choice("All rules", "rule", used.map((id) => option(id, id))),
    choice("All files", "file", report.documents.slice(0, 2000).map((doc, d) => option(String(d), nameOf(doc)))),
    node("input", { type: "search", id: "search", placeholder: "Search", "aria-label": "Search claims, messages, files and rules", oninput: (event) => { filters.words = event.target.value.trim().toLowerCase(); draw(); } }));
}

function choose(claim) {
  for (const mark of document.querySelectorAll(".mark.chosen")) mark.classList.remove("chosen");
  for (const open of document.querySelectorAll(".card[open]")) open.open = open.id === "card-" + claim.id;
  for (const mark of document.querySelectorAll(`.mark[data-claim="${claim.id}"]`)) mark.classList.add("chosen");
  const mine = document.getElementById("card-" + claim.id);
  if (!mine) return;
  mine.open = true;
  if (mine.children.length === 1) mine.append(bodyOf(claim));
  mine.scrollIntoView({ block: "nearest" });
  const mark = document.querySelector(`.mark[data-claim="${claim.id}"]`);
  if (mark) mark.scrollIntoView({ block: "center" });
}

let drawnFor = "";
function draw() {
  const [kind, value] = decodeURIComponent(location.hash.slice(1)).split(/\/(.*)/s);
  if (kind === "rule" || kind === "measure") { filters[kind] = value; const control = document.getElementById("filter-" + kind); if (control) control.value = value; }
  if (kind === "rules" || kind === "measures") filters[kind.slice(0, -1)] = "";
  const claim = kind === "claim" ? byId.get(value) : null;
  if (claim && !shows(claim)) { filters.verdicts.add(claim.verdict); document.querySelector(`[data-verdict="${claim.verdict}"]`)?.setAttribute("aria-pressed", "true"); }
  const doc = claim ? claim.doc : kind === "file" ? report.documents[Number(value)] : single ? report.documents[0] : null;
  const view = doc ? articleView(doc) : indexView(views[kind] ? kind : kind === "rule" || kind === "measure" ? "claims" : "files");
  document.getElementById("view").replaceChildren(view);
  drawnFor = location.hash;
  if (claim) choose(claim);
  else if (doc && !single) scrollTo(0, 0);
}

function step(by) {
  const cards = [...document.querySelectorAll(".card")];
  if (!cards.length) return;
  const at = cards.findIndex((made) => made.open);
  const next = cards[(at + by + cards.length) % cards.length];
  location.hash = "#claim/" + next.id.slice("card-".length);
}

addEventListener("hashchange", () => {
  const claim = location.hash.startsWith("#claim/") && byId.get(location.hash.slice(7));
  if (claim && document.getElementById("card-" + claim.id)) choose(claim);
  else draw();
});
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "Escape" && typing) event.target.blur();
  if (typing) return;
  if (event.key === "n" || event.key === "j") step(1);
  else if (event.key === "p" || event.key === "k") step(-1);
  else if (event.key === "u") location.hash = single ? "" : "#files";
  else if (event.key === "/") { event.preventDefault(); document.getElementById("search").focus(); }
});
addEventListener("beforeprint", () => { for (const made of document.querySelectorAll(".card")) { made.open = true; if (made.children.length === 1) made.append(bodyOf(byId.get(made.id.slice(5)))); } });
document.getElementById("theme").addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
});
document.getElementById("bar").append(bar());
draw();
if (single && !location.hash) { const first = report.documents[0].claims.filter(shows).sort((a, b) => weightOf(b) - weightOf(a))[0]; if (first) { const made = document.getElementById("card-" + first.id); made.open = true; } }
