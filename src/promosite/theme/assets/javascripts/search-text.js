// What search does with letters. The index has ḏ for đ, because ḏ decomposes to d and a mark, as the other letters do.

export const toIndex = (text) => text.normalize("NFC").replace(/đ/g, "ḏ").replace(/Đ/g, "Ḏ");
export const toEye = (text) => text.replace(/ḏ/g, "đ").replace(/Ḏ/g, "Đ");

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

/** An excerpt of the index as pieces of text, each with whether it was found. */
export const pieces = (excerpt) =>
  toEye(excerpt)
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((part) => ({
      found: part.startsWith("<mark>"),
      text: part.replace(/<\/?mark>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">"),
    }));
