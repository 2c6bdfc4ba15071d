// What changed about models in the last day.

import {el, remade} from './dom.js';
import {eventLine} from './event-line.js';
import {get, now} from './api.js';
import {on, store} from './store.js';
import {route} from './route.js';

const TYPES = ['models_changed', 'model_moved'];
const DAY = 86_400_000;
const list = el('ol.events');
const empty = el('p.empty', {}, 'No model came, went or changed in the last day.');
let older = [];
let asked = false;

export function mount(section) {
  section.append(el('div.bar', {}, el('h2', {}, 'Changed in the last day')),
    el('div.scroll', {tabindex: 0, role: 'region', 'aria-label': 'Changed in the last day'}, list, empty));
  on('events route', show);
}

async function show() {
  if (route.view !== 'models') return;
  if (!asked) {
    asked = true;
    older = await get(`v1/events?type=${TYPES.join()}&limit=200`).then(page => page.data.reverse(), () => []);
  }
  const news = store.events.filter(event => TYPES.includes(event.type));
  const known = new Set(news.map(event => event.id));
  const all = [...news, ...older.filter(event => !known.has(event.id))].filter(event => now() - Date.parse(event.at) < DAY).slice(0, 100);
  remade(list, all.map(event => event.id), () => all.map(event => eventLine(event)));
  empty.hidden = all.length > 0;
}
