// The index of one language, loaded when it is first asked. Each language has an engine of its own: they differ.
import { fold, holds, parse, toEye, wordsOf } from "./search-text.js";

const GROUPS = ["kind", "year", "stars", "place", "row"];
const RANKING = {
  diacriticSimilarity: 4,
  termSimilarity: 3,
  metaWeights: { title: 6, names: 5, also: 0.6, date: 0.3, stars: 4 },
};
/** Pages in which a phrase is looked up; a phrase whose words stand in more pages is answered with "at least". */
const LOOKED_UP = 300;
const AT_ONCE = 30;
/** The first results, which are read to put them in order. */
const FIRST = 30;

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.url);
  return answer.json();
};

const load = async (base, lang) => {
  const at = `${base}pagefind/${lang}/`;
  const [engine, table] = await Promise.all([import(`${at}pagefind.js`), json(`${at}facets.json`)]);
  const later = Array.from({ length: table.parts - 1 }, (_, place) => json(`${at}facets-${place + 2}.json`));
  const pages = new Map();
  for (const part of [table, ...(await Promise.all(later))])
    for (const [id, values] of Object.entries(part.pages)) pages.set(id, { place: pages.size, facets: read(table, values) });
  return { pages, engine: engine.createInstance({ basePath: at, baseUrl: "/", ranking: RANKING }) };
};

const read = (table, [kind, year, stars, places, rows]) => ({
  kind: [table.kinds[kind]],
  year: year ? [String(year)] : [],
  stars: stars ? [String(stars)] : [],
  place: places.map((one) => table.places[one]),
  row: rows.map((one) => table.rows[one]),
});

const byScore = (rows) => rows.sort((one, other) => other.score - one.score || one.place - other.place);

/** Whether so many found words stand side by side: a Vietnamese word is mostly two or three syllables in a row. */
const sideBySide = (places, wanted) => {
  const ordered = [...new Set(places)].sort((one, other) => one - other);
  let run = 0;
  return ordered.some((place, at) => (run = place === ordered[at - 1] + 1 ? run + 1 : 1) >= wanted);
};

/** How much a title or another name speaks for its page: the more of it was asked for, in that order, the more. */
const weightOf = (name, words, phrase, titled) => {
  const own = wordsOf(name).map(fold);
  const asked = new Set(words.map(fold));
  const share = own.filter((word) => asked.has(word)).length / (own.length || 1);
  if (holds(name, phrase)) return 2.2 + share;
  if (holds(name, fold(phrase))) return 1.2 + share;
  if (!share) return titled ? 0.5 : 1; // only beginnings of words
  return words.length > 1 ? 0.7 + share : 1;
};

/** A page weighs by what it is called, and by whether it has the words just as they were typed, marks included. */
const weigh = (row, { meta, content }, words) => {
  const phrase = words.join(" ").toLowerCase();
  const names = [meta.title, ...(meta.names?.split(" · ") ?? [])].map(toEye);
  const weights = names.map((name, at) => weightOf(name, words, phrase, row.titled) * (at ? 0.75 : 1));
  const called = Math.max(...weights);
  const marked = fold(phrase) !== phrase;
  const exact = marked && holds(`${names.join(" \n ")} \n ${toEye(content)}`, phrase);
  return row.score * called * (exact ? 1.6 : marked ? 0.6 : 1);
};

/**
 * Keep the pages that hold all phrases, in their order. The engine's own phrases fail on words with marks, so the pages
 * are read: first those in which the words stand side by side. Tells whether any was not read.
 */
const withPhrases = async (rows, phrases, wanted) => {
  if (!phrases.length) return { rows, cut: false };
  const likely = rows.filter((row) => sideBySide(row.words, wanted));
  const queue = [...new Set([...likely, ...rows])].slice(0, LOOKED_UP);
  const kept = new Set();
  while (queue.length) {
    const part = queue.splice(0, AT_ONCE);
    const texts = await Promise.all(part.map((row) => row.data().then((data) => toEye(`${data.meta.title} \n ${data.content}`))));
    part.filter((_, at) => phrases.every((phrase) => holds(texts[at], phrase))).forEach((row) => kept.add(row));
  }
  return { rows: rows.filter((row) => kept.has(row)), cut: rows.length > LOOKED_UP };
};

/** The pages that have most of some words, at least half; `single` are the pages that have each. */
const mostOf = (single, wanted) => {
  const found = new Map();
  for (const row of single.flat()) {
    const kept = found.get(row.id) ?? { ...row, score: 0, hits: 0 };
    found.set(row.id, Object.assign(kept, { score: kept.score + row.score, hits: kept.hits + 1 }));
  }
  const most = Math.max(0, ...[...found.values()].map((row) => row.hits));
  return most * 2 < wanted ? [] : byScore([...found.values()].filter((row) => row.hits === most));
};

export class SearchIndex {
  constructor(base, lang) {
    Object.assign(this, { base, lang, known: new Map() });
  }

  ready() {
    this.loading ??= load(this.base, this.lang).catch((error) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  /**
   * Every page that answers a query, best first; without a query all pages, newest first. `partial` says that no page
   * has all the words, and these have most of them; `cut` that more pages may hold the phrase.
   */
  async find(typed) {
    const { words, phrases } = parse(typed);
    if (!words.length) return { rows: await this.ask(null), cut: false, partial: false };
    const rows = await this.ask(words.join(" "));
    for (const row of rows) if (words.length > 1 && sideBySide(row.words, words.length)) row.score *= 1.6;
    if (phrases.length) return { ...(await withPhrases(byScore(rows), phrases, words.length)), partial: false };
    if (rows.length) return { rows: byScore(rows), cut: false, partial: await this.someUnknown(words) };
    const single = words.length > 1 ? await Promise.all(words.map((word) => this.ask(word))) : [];
    return { rows: mostOf(single, words.length), cut: false, partial: true };
  }

  /** Whether no page has one of the words: the engine passes over such a word, and the reader should know. */
  async someUnknown(words) {
    if (words.length < 2) return false;
    for (const word of words) if (!this.known.has(word)) this.known.set(word, (await this.ask(word)).length > 0);
    return words.some((word) => !this.known.get(word));
  }

  async ask(term) {
    const { engine, pages } = await this.ready();
    const answer = await engine.search(term);
    // `data` holds on to the engine's own result: when that is collected, the engine forgets what it found.
    const rows = answer.results.map((result) => {
      const { id, score, words } = result;
      const titled = result.matchedMetaFields?.includes("title");
      return { ...pages.get(id), id, score, words, titled, data: () => result.data() };
    });
    return term ? rows : rows.sort((one, other) => one.place - other.place);
  }

}

/** Put the first of some rows in order by what their pages say; the others stay as they are. */
export const ranked = async (rows, typed) => {
  const words = parse(typed).words.map(toEye);
  if (!words.length) return rows;
  const first = rows.slice(0, FIRST);
  const data = await Promise.all(first.map((row) => row.data()));
  const weighed = first.map((row, at) => ({ ...row, score: weigh(row, data[at], words) }));
  return [...byScore(weighed), ...rows.slice(FIRST)];
};

const fits = (row, chosen, except) =>
  GROUPS.every((group) => group === except || !chosen[group]?.size || row.facets[group].some((one) => chosen[group].has(one)));

/** The rows that fit the chosen values: any value of a group, every group. */
export const filtered = (rows, chosen) => rows.filter((row) => fits(row, chosen));

/** How many pages each value would show, given what is chosen in the other groups. */
export const counts = (rows, chosen) => {
  const found = Object.fromEntries(GROUPS.map((group) => [group, new Map()]));
  for (const group of GROUPS) {
    for (const row of rows) {
      if (!fits(row, chosen, group)) continue;
      for (const value of row.facets[group]) found[group].set(value, (found[group].get(value) ?? 0) + 1);
    }
  }
  return found;
};
