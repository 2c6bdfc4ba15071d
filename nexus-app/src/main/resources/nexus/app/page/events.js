// What happens, as it happens.

import {el, remade, setText} from './dom.js';
import {eventLine} from './event-line.js';
import {KINDS, wordsOf} from './event-words.js';
import {on, store} from './store.js';

const SHOWN = 150;
const search = el('input', {type: 'search', placeholder: 'Search events', 'aria-label': 'Search events', spellcheck: 'false'});
const kind = el('select', {'aria-label': 'Kind of events'}, el('option', {value: ''}, 'all events'),
  ...Object.entries(KINDS).map(([type, label]) => el('option', {value: type}, label)));
const list = el('ol.events');
const empty = el('p.empty', {}, el('strong', {}, 'Nothing to tell'), 'Changes of state, causes and models appear here as they happen.');
const scroller = el('div.scroll', {tabindex: 0, role: 'region', 'aria-label': 'Events, newest first'}, list, empty);

export function mount(section) {
  section.append(el('div.bar', {}, el('h2', {}, 'Events'), search, kind), scroller);
  search.addEventListener('input', show);
  kind.addEventListener('change', show);
  on('events', show);
}

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = store.events.filter(event => (!kind.value || event.type === kind.value) && words.every(word => says(event).includes(word)));
  const shown = found.slice(0, SHOWN);
  remade(list, [shown.map(event => event.id), new Date().toDateString()], () => shown.map(event => eventLine(event)));
  empty.hidden = shown.length > 0;
}

function says(event) {
  const {backend = '', text, detail = ''} = wordsOf(event);
  return `${backend} ${text} ${detail}`.toLowerCase();
}
