// The 404 page: offers pages whose address or title is near the address that was asked for, marks or no marks.
import { fold } from "./search-text.js";

const SHOWN = 5;
const PARTS = 8;
const ENDINGS = new Set(["html", "htm", "php", "aspx", "index"]);

const split = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** How near two words are: 1 the same, 0 strangers; one slip of the finger or a missing end is near. */
const nearness = (one, other) => {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.startsWith(short)) return 0.7;
  return short.length >= 4 && slips(short, long) ? 0.6 : 0;
};

/** Whether two words differ in one letter: changed, left out or put in. */
const slips = (short, long) => {
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
};

/** How well a page answers the words of an address; the words of its folder count little, all pages have them. */
export const score = (asked, [address, title]) => {
  const parts = address.split("/").filter(Boolean);
  const slug = split(parts.at(-1) ?? "");
  const own = [...new Set([...slug, ...split(title)])];
  const folder = split(parts.slice(0, -1).join(" "));
  const joined = slug.join("");
  let sum = 0;
  for (const word of asked) {
    const best = Math.max(0, ...own.map((one) => nearness(word, one)));
    const inside = word.length >= 5 && joined.includes(word) ? 0.7 : 0;
    sum += Math.max(best, inside) || (folder.some((one) => nearness(word, one)) ? 0.2 : 0);
  }
  return sum / (asked.length + 0.15 * Math.max(0, slug.length - asked.length));
};

const fetched = async (address) => {
  const answer = await fetch(address);
  return answer.ok ? answer.json() : {};
};

/** The pages of a language that can be near: all of a small site, of a large one those with a like word. */
const candidates = async (base, lang, asked) => {
  const whole = await fetched(`${base}assets/near/${lang}.json`);
  if (!whole.parts) return whole.pages ?? [];
  const wanted = new Set();
  for (const word of asked) {
    const begins = whole.parts.filter((part) => word.startsWith(part)).sort((one, other) => other.length - one.length);
    const goesOn = whole.parts.filter((part) => part.startsWith(word)).slice(0, 2);
    for (const part of begins.length ? begins.slice(0, 1) : goesOn) wanted.add(part);
  }
  const found = await Promise.all([...wanted].slice(0, PARTS).map((part) => fetched(`${base}assets/near/${lang}-${part}.json`)));
  return [...new Map(found.flatMap((one) => one.pages ?? []).map((page) => [page[0], page])).values()];
};

const near = async (base, lang, asked) =>
  (await candidates(base, lang, asked))
    .map((page) => ({ page, lang, score: score(asked, page) }))
    .filter((one) => one.score >= 0.4)
    .sort((one, other) => other.score - one.score);

const linkTo = (base, { page, lang }, shown) => {
  const link = Object.assign(document.createElement("a"), { href: base + page[0], textContent: page[1] });
  const item = document.createElement("li");
  item.append(link);
  if (lang !== shown) {
    link.lang = link.hreflang = lang;
    item.append(` (${lang.toUpperCase()})`);
  }
  return item;
};

const help = async (root) => {
  const base = new URL(root.dataset.psNotfound, location.href).pathname;
  const blocks = [...root.querySelectorAll("[data-ps-near]")];
  const path = location.pathname.slice(base.length).split("/").filter(Boolean).map(decoded);
  const own = blocks.find((block) => block.dataset.psNear === path[0]) ?? blocks[0];
  const lang = own.dataset.psNear;
  if (path[0] === lang) path.shift();
  const asked = [...new Set(split(path.join(" ")).filter((word) => !ENDINGS.has(word)))];
  const typed = split(path.at(-1) ?? "").filter((word) => !ENDINGS.has(word)).join(" ");
  for (const block of blocks) block.querySelector("input").value = typed;
  const section = own.closest("section");
  if (section) {
    // Another language was asked for: its words and its field go first.
    root.querySelector("h1").after(section);
    blocks[0].hidden = true;
  }
  if (!asked.length) return;
  const all = await Promise.all(blocks.map((block) => near(base, block.dataset.psNear, asked)));
  const bare = ({ page, lang: its }) => (page[0].startsWith(`${its}/`) ? page[0].slice(its.length + 1) : page[0]);
  const found = new Map();
  for (const one of all.flat().sort((a, b) => (b.lang === lang) - (a.lang === lang))) found.set(bare(one), found.get(bare(one)) ?? one);
  const best = [...found.values()].sort((one, other) => other.score - one.score).slice(0, SHOWN);
  own.querySelector("ul").replaceChildren(...best.map((one) => linkTo(base, one, lang)));
  own.firstElementChild.hidden = !best.length;
};

const root = document.querySelector("[data-ps-notfound]");
if (root) help(root).catch(() => {});
