// The index of one language, loaded when it is first asked. Each language has an engine of its own: they differ.
import { fold, holds, parse, sideBySide, toEye, wordsOf } from "./search-text.js";
import { lookUp } from "./search-words.js";

const GROUPS = ["kind", "year", "stars", "place", "row"];
const RANKING = {
  diacriticSimilarity: 4,
  termSimilarity: 3,
  metaWeights: { title: 6, names: 5, also: 0.6, date: 0.3, stars: 4, joined: 0.3 },
};
/** Pages in which a phrase is looked up; a phrase whose words stand in more pages is answered with "at least". */
const LOOKED_UP = 300;
const AT_ONCE = 30;
/** The first results, which are read to put them in order. */
const FIRST = 30;

/** How much a name must tell at least: a word that a quarter of all pages have. */
const TELLING = Math.log(4);

/** Words whose pages are remembered while one types. */
const KEPT = 30;

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
  stars: stars ? [String(Math.abs(stars))] : [],
  reported: stars < 0,
  place: places.map((one) => table.places[one]),
  row: rows.map((one) => table.rows[one]),
});

const byScore = (rows) => rows.sort((one, other) => other.score - one.score || one.place - other.place);

/** Whether words stand side by side somewhere in a page, given the places of each. */
const inARow = ([first, ...others]) => first.some((place) => others.every((places, at) => places.includes(place + at + 1)));

/** How much a title or another name speaks for its page: the more of it was asked for, in that order, the more. */
const weightOf = (name, { words, phrase, found }, titled) => {
  const own = wordsOf(name);
  const share = own.filter((word) => found.some((one) => one.isWhole(word))).length / (own.length || 1);
  if (holds(name, phrase)) return 2.2 + share;
  if (holds(name, fold(phrase))) return 1.2 + share;
  if (!share) return titled ? 0.5 : 1; // only beginnings of words
  return words.length > 1 ? 0.7 + share : 1;
};

/** A page weighs by what it is called, and by whether it has the words just as they were typed, marks included. */
const weigh = (row, { meta, content }, asked) => {
  const { phrase, tests } = asked;
  const names = [meta.title, ...(meta.names?.split(" · ") ?? [])].map(toEye);
  const called = Math.max(...names.map((name, at) => weightOf(name, asked, row.titled) * (at ? 0.75 : 1)));
  const marked = fold(phrase) !== phrase;
  const exact = marked && holds(`${names.join(" \n ")} \n ${toEye(content)}`, phrase);
  const run = Math.max(...[...names, toEye(content), toEye(meta.also ?? "")].map((text) => sideBySide(text, tests)));
  return { ...row, run, score: row.score * called * (exact ? 1.6 : marked ? 0.6 : 1) };
};

/**
 * Keep the pages that hold all phrases, in their order. The engine's own phrases fail on words with marks, so the pages
 * are read: first those in which the words stand side by side. Tells whether any was not read.
 */
const withPhrases = async (rows, phrases) => {
  const queue = [...rows.filter((row) => row.close), ...rows.filter((row) => !row.close)].slice(0, LOOKED_UP);
  const kept = new Set();
  while (queue.length) {
    const part = queue.splice(0, AT_ONCE);
    const texts = await Promise.all(part.map((row) => row.data().then((data) => toEye(`${data.meta.title} \n ${data.content}`))));
    part.filter((_, at) => phrases.every((phrase) => holds(texts[at], phrase))).forEach((row) => kept.add(row));
  }
  return { rows: rows.filter((row) => kept.has(row)), cut: rows.length > LOOKED_UP };
};

/**
 * The pages that have so many of some words as any has, given the pages of each word and how many there are in all; with
 * how many words that is. Where none has all, also those whose names tell most, for longan says more than export.
 */
const mostOf = (found, total) => {
  const rows = new Map();
  for (const { pages } of found) {
    for (const [id, row] of pages) {
      const kept = rows.get(id) ?? { ...row, score: 0, all: [], told: 0 };
      kept.score += row.score;
      kept.titled ||= row.titled;
      kept.told += row.named ? Math.log(total / pages.size) : 0;
      kept.all.push(row.places);
      rows.set(id, kept);
    }
  }
  const all = [...rows.values()];
  const most = Math.max(0, ...all.map((row) => row.all.length));
  const told = most < found.length ? Math.max(TELLING, ...all.map((row) => row.told)) : Infinity;
  const telling = all.filter((row) => row.told === told);
  return { most, telling, rows: all.filter((row) => row.all.length === most || row.told === told) };
};

export class SearchIndex {
  constructor(base, lang) {
    Object.assign(this, { base, lang, known: new Map(), turn: Promise.resolve() });
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
   * has all the words, and these have most of them; `cut` that more pages may hold the phrase; `found` is what each word found.
   */
  async find(typed) {
    const { words, phrases } = parse(typed);
    if (!words.length) return { rows: await this.all(), cut: false, partial: false, found: [] };
    const found = await this.lookUpAll(words);
    const { most, telling, rows: answering } = mostOf(found, (await this.ready()).pages.size);
    const partial = most < words.length;
    if (phrases.length && partial) return { rows: [], cut: false, partial: false, found };
    // Half of two Vietnamese words is most often half a word: cà phê is not phê duyệt.
    const syllables = this.lang === "vi" || fold(typed) !== typed.toLowerCase();
    const enough = syllables ? most * 2 > words.length : most * 2 >= words.length;
    const rows = enough ? answering : syllables ? [] : telling;
    if (!rows.length) return { rows, cut: false, partial: words.length > 1, found };
    for (const row of rows) {
      row.close = row.all.length > 1 && inARow(row.all);
      if (row.close) row.score *= 1.6;
    }
    byScore(rows);
    return { ...(phrases.length ? await withPhrases(rows, phrases) : { rows, cut: false }), partial, found };
  }

  /** What each word finds, the last one as the word that may still be being typed; the latest answers are kept. */
  lookUpAll(words) {
    const ask = (term, strict) => this.ask(term, strict);
    return Promise.all(
      words.map((word, at) => {
        const open = at === words.length - 1;
        const key = `${word} ${open}`;
        if (this.known.size > KEPT) this.known.clear();
        if (!this.known.has(key)) this.known.set(key, lookUp(ask, this.lang, word, open));
        this.known.get(key).catch(() => this.known.delete(key));
        return this.known.get(key);
      }),
    );
  }

  async all() {
    const rows = await this.ask(null, false);
    return rows.sort((one, other) => one.place - other.place);
  }

  /** Ask the engine, one question after the other: whether it minds marks is a switch of all of it. */
  ask(term, strict) {
    const answer = this.turn.then(() => this.answer(term, strict));
    this.turn = answer.catch(() => {});
    return answer;
  }

  async answer(term, strict) {
    const { engine, pages } = await this.ready();
    if (this.strict !== strict) await engine.options({ exactDiacritics: strict });
    this.strict = strict;
    const { results } = await engine.search(term);
    // `data` holds on to the engine's own result: when that is collected, the engine forgets what it found.
    return results.map((result) => {
      const { id, score, words: places } = result;
      const fields = result.matchedMetaFields ?? [];
      const titled = fields.includes("title");
      const named = titled || fields.includes("names");
      return { ...pages.get(id), id, score, places, titled, named, data: () => result.data() };
    });
  }
}

/**
 * Put the first of some rows in order by what their pages say, those first in which all words stand side by side; the
 * others stay as they are. `apart` says that in none of them two of the words stand side by side; `together` how many come
 * before the first in which they do not all stand so, 0 where nothing can be said of it.
 */
export const ranked = async (rows, typed, found) => {
  const words = parse(typed).words.map(toEye);
  if (!words.length) return { rows, apart: false, together: 0 };
  const asked = { words, phrase: words.join(" ").toLowerCase(), found, tests: found.map((one) => one.fits) };
  const first = rows.slice(0, FIRST);
  const data = await Promise.all(first.map((row) => row.data()));
  const weighed = first.map((row, at) => weigh(row, data[at], asked));
  const whole = (row) => row.run === words.length;
  const ordered = [...byScore(weighed.filter(whole)), ...byScore(weighed.filter((row) => !whole(row)))];
  const left = rows.slice(FIRST);
  const apart = words.length > 1 && !weighed.some((row) => row.run > 1) && !left.some((row) => row.close);
  const told = words.length > 1 && !left.some((row) => row.close);
  const together = told ? weighed.filter(whole).length : 0;
  return { rows: [...ordered, ...left], apart, together };
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
