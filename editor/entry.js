// Starts the editor with the settings that the site's own build wrote beside this page.
import './language.js';
import CMS from '@sveltia/cms';
import { parse } from 'yaml';
import { readItem, readList, readPaper, writeItem, writeList, writePaper } from './form.js';

const load = async (name) => (await fetch(new URL(name, document.baseURI))).json();

const [config, form] = await Promise.all([load('config.json'), load('form.json')]);
const { item, papers, locales } = form;

CMS.registerCustomFormat(item.format, 'md', {
  fromFile: (text) => readItem(text, item.shape, locales, parse),
  toFile: (content) => writeItem(content, item.shape),
});
for (const list of [form.pictures, form.notices]) {
  CMS.registerCustomFormat(list.format, 'yml', {
    fromFile: (text) => readList(text, list.shape, locales, parse),
    toFile: (content) => writeList(content, list.shape),
  });
}
for (const paper of Object.values(papers)) {
  CMS.registerCustomFormat(paper.format, 'md', {
    fromFile: (text) => readPaper(text, paper, locales, parse),
    toFile: (content) => writePaper(content, paper),
  });
}
CMS.init({ config });
