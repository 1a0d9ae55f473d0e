// Starts the editor with the settings that the site's own build wrote beside this page.
import './language.js';
import CMS from '@sveltia/cms';
import { parse } from 'yaml';
import { readItem, readPaper, readPictures, writeItem, writePaper, writePictures } from './form.js';

const load = async (name) => (await fetch(new URL(name, document.baseURI))).json();

const [config, form] = await Promise.all([load('config.json'), load('form.json')]);
const { item, pictures, papers, locales } = form;

CMS.registerCustomFormat(item.format, 'md', {
  fromFile: (text) => readItem(text, item.shape, locales, parse),
  toFile: (content) => writeItem(content, item.shape),
});
CMS.registerCustomFormat(pictures.format, 'yml', {
  fromFile: (text) => readPictures(text, pictures.shape, locales, parse),
  toFile: (content) => writePictures(content, pictures.shape),
});
for (const paper of Object.values(papers)) {
  CMS.registerCustomFormat(paper.format, 'md', {
    fromFile: (text) => readPaper(text, paper, locales, parse),
    toFile: (content) => writePaper(content, paper),
  });
}
CMS.init({ config });
