// What search does with letters. The index has ḏ for đ, because ḏ decomposes to d and a mark, as the other letters do; and
// compounds with a part of one letter, such as 4-star, are laid apart in it by a sign that no text has, and a space.

export const toIndex = (text) => text.normalize("NFC").replace(/đ/g, "ḏ").replace(/Đ/g, "Ḏ");
export const toEye = (text) => text.replace(/ḏ/g, "đ").replace(/Ḏ/g, "Đ").replace(/\u2063 /g, "");

/** Small letters without marks, đ as d. */
export const fold = (text) => toIndex(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const SINGLE = /(^|[^\p{L}\p{N}])(\p{L})&(\p{L})(?![\p{L}\p{N}])/gu;
export const wordsOf = (text) => text.replace(SINGLE, "$1$2$3").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/**
 * What somebody typed, as words for the index and phrases to be looked up in what it finds. Signs inside words count
 * as spaces: the index knows the parts of KH&CN and 148/QĐ-TTg as well as the whole. S&T stays one word: S and T alone
 * would begin too many others.
 */
export const parse = (typed) => {
  const text = typed.normalize("NFC").replace(/[“”„‟«»″]/g, '"');
  const phrases = [...text.matchAll(/"([^"]+)"/g)].map((match) => wordsOf(match[1]).join(" ").toLowerCase());
  return { words: wordsOf(text).map(toIndex), phrases: phrases.filter(Boolean) };
};

/** Whether a text has a phrase as whole words: with its marks if it was typed with marks, else with any. */
export const holds = (text, phrase) => {
  const marked = fold(phrase) !== phrase;
  const line = wordsOf((marked ? text : fold(text)).toLowerCase()).join(" ");
  return ` ${line} `.includes(` ${phrase} `);
};

/** How many of some words, each told by a test, stand side by side in a text, in their order; a comma parts words. */
export const sideBySide = (text, tests) => {
  let most = 0;
  for (const part of text.split(/[.,;:!?()…·\n]+(?:\s|$)|\s[(·]/)) {
    const own = wordsOf(part);
    own.forEach((_, at) => {
      for (let first = 0; first < tests.length - most; first += 1) {
        let run = 0;
        while (first + run < tests.length && at + run < own.length && tests[first + run](own[at + run])) run += 1;
        most = Math.max(most, run);
      }
    });
  }
  return most;
};

/** Words of an excerpt, and those of them before the first that was found. */
const EXCERPT = 30;
const BEFORE = 4;

/**
 * The part of a text that has most of some words, as pieces of text, each with whether it was found; only words that
 * answer what was typed are marked.
 */
export const excerpt = (text, tests) => {
  const own = text.split(/\s+/).filter(Boolean);
  const hits = own.map((word) => {
    const parts = [...wordsOf(word), wordsOf(word).join("")];
    return tests.findIndex((test) => parts.some(test));
  });
  let best = { from: 0, worth: 0 };
  hits.forEach((hit, at) => {
    if (hit < 0) return;
    const part = hits.slice(at, at + EXCERPT - BEFORE).filter((one) => one >= 0);
    const inOrder = hits[at + 1] > hit ? 2 : 0;
    const worth = new Set(part).size * 4 + inOrder + Math.min(part.length, 8) / 8;
    if (worth > best.worth) best = { from: Math.max(0, Math.min(at - BEFORE, own.length - EXCERPT)), worth };
  });
  const shown = own.slice(best.from, best.from + EXCERPT);
  const pieces = [{ found: false, text: best.from ? "… " : "" }];
  shown.forEach((word, at) => {
    const found = hits[best.from + at] >= 0;
    const [, before, core, after] = found ? word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su) : ["", "", "", word];
    pieces.push({ found: false, text: before }, { found: true, text: core }, { found: false, text: `${after} ` });
  });
  pieces.push({ found: false, text: best.from + EXCERPT < own.length ? "…" : "" });
  return joined(pieces.filter((piece) => piece.text));
};

/** Neighbouring pieces of one sort as one: found words side by side are one mark. */
const joined = (pieces) => {
  const all = [];
  for (const piece of pieces) {
    const [last, before] = [all.at(-1), all.at(-2)];
    if (piece.found && last?.text === " " && before?.found) {
      all.pop();
      before.text += ` ${piece.text}`;
    } else if (last?.found === piece.found) last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
};
