// The fleet: every backend as a line, searched, sorted and grouped.

import {arrange, groupings, SORTS} from './arrange.js';
import {COLUMNS, makeHeading, makeRow, updateHeading, updateRow} from './fleet-row.js';
import {el, remade, setAttribute, setText} from './dom.js';
import {go, note, route, toBackend} from './route.js';
import {load} from './loader.js';
import {now} from './api.js';
import {on, store} from './store.js';
import {number} from './format.js';
import {STATUSES} from './status.js';
import {VirtualList} from './virtual.js';

const DEFAULTS = {q: '', status: '', sort: 'state', group: ''};
const wish = {...DEFAULTS};
const folded = new Set();
const RENEWED = 60_000;
let lines = [];
let chosen = 0;
let loadedAt = now();

const search = el('input', {type: 'search', placeholder: 'Search name, type, address, label', 'aria-label': 'Search', spellcheck: 'false'});
const status = picker('State', [['', 'any state'], ...STATUSES.map(each => [each, each])], 'status');
const sort = picker('Order', Object.entries(SORTS).map(([value, {label}]) => [value, label]), 'sort');
const group = picker('Group by', [], 'group');
const shown = el('span.shown', {role: 'status'});
const layer = el('div.layer', {role: 'rowgroup'});
const empty = el('div');
const heads = el('div.row.heads', {role: 'row'}, ...COLUMNS.map(head));
const grid = el('div.grid', {role: 'grid', tabindex: 0, 'aria-label': 'Backends'}, el('div.headgroup', {role: 'rowgroup'}, heads), layer);
const list = new VirtualList(grid, layer, {
  key: line => line.backend ? `b ${line.backend.name}` : `g ${line.group}`,
  make: line => line.backend ? makeRow(line) : makeHeading(line, fold),
  update: update,
});

export function mount(section, asked) {
  section.append(el('div.bar', {}, el('h2.offscreen', {}, 'Fleet'), search, status, group, sort, shown), grid, empty);
  search.addEventListener('input', () => want({q: search.value}));
  grid.addEventListener('click', open);
  grid.addEventListener('keydown', key);
  list.onMove = asked;
  on('fleet', arranged);
  on('rows tick', () => list.draw());
  on('tick', renewed);
  on('route', routed);
}

/** Only those in view are kept fresh; who is among the slowest has to be asked of all. */
function renewed() {
  if (wish.sort === 'latency' && store.loaded && now() - loadedAt > RENEWED) {
    loadedAt = now();
    load();
  }
}

/** Those on the screen. */
export const inView = () => list.inView.flatMap(line => line.backend ?? []);

/** The next sort order or grouping, for a key. */
export function cycle(which) {
  const options = [...(which === 'sort' ? sort : group).options].map(option => option.value);
  want({[which]: options[(options.indexOf(wish[which]) + 1) % options.length]});
}

export function want(part) {
  Object.assign(wish, part);
  const query = new URLSearchParams(Object.entries(wish).filter(([key, value]) => value !== DEFAULTS[key]));
  if (route.view === 'models' || route.view === 'events') return go(`#/?${query}`);
  if (route.view === 'fleet') note(query);
  chosen = 0;
  grid.scrollTop = 0;
  arranged();
}

function routed() {
  if (route.view === 'fleet') Object.assign(wish, DEFAULTS, Object.fromEntries(route.query));
  arranged();
}

function arranged() {
  const found = arrange(store.backends.values(), wish, folded);
  lines = found.lines;
  if (document.activeElement !== search) search.value = wish.q;
  status.value = wish.status;
  sort.value = wish.sort;
  const options = groupings(store.backends.values());
  remade(group, options, () => options.map(({value, label}) => el('option', {value}, label)));
  group.value = wish.group;
  setText(shown, found.count === store.backends.size ? '' : `${number(found.count)} of ${number(store.backends.size)}`);
  setAttribute(grid, 'aria-rowcount', lines.length + 1);
  for (const node of heads.children) setAttribute(node, 'aria-sort', node.sort ? (node.sort === wish.sort ? 'ascending' : 'none') : null);
  grid.hidden = store.loaded && !lines.length;
  empty.hidden = !grid.hidden;
  remade(empty, [store.backends.size > 0], nothing);
  list.items = lines;
}

function update(node, line, index) {
  setAttribute(node, 'aria-rowindex', index + 2);
  setAttribute(node, 'aria-selected', line.backend ? String(line.backend.name === route.name) : null);
  setAttribute(node, 'data-chosen', index === chosen ? '' : null);
  if (line.backend) updateRow(node, line, now());
  else updateHeading(node, line);
  if (index === chosen) setAttribute(grid, 'aria-activedescendant', node.id || null);
}

function open(event) {
  if (event.target.closest('a')) return;
  const row = event.target.closest('.layer .row');
  const name = row?.querySelector('a')?.textContent;
  if (name) {
    chosen = Math.max(0, lines.findIndex(line => line.backend?.name === name));
    go(toBackend(name));
  }
}

function key(event) {
  const page = Math.max(1, list.inView.length - 2);
  const steps = {ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page, Home: -lines.length, End: lines.length};
  if (event.key in steps && !event.ctrlKey && !event.metaKey) {
    chosen = Math.min(lines.length - 1, Math.max(0, chosen + steps[event.key]));
    list.reveal(chosen);
    event.preventDefault();
  } else if (event.key === 'Enter' && event.target === grid && lines[chosen]) {
    const line = lines[chosen];
    if (line.backend) go(toBackend(line.backend.name));
    else fold(line.group);
  }
}

function fold(name) {
  if (!folded.delete(name)) folded.add(name);
  arranged();
}

function nothing() {
  if (!store.backends.size) {
    return el('p.empty', {}, el('strong', {}, 'Nothing is watched yet'), 'Let Nexus look for servers with ',
      el('code', {}, 'nexus discover'), ', or name one: ', el('code', {}, 'nexus backends add http://gpu-1:8000'), '.');
  }
  return el('p.empty', {}, el('strong', {}, 'No backend is like that'), 'Change the search or the state, or ',
    el('a', {href: '#/', onclick: () => want(DEFAULTS)}, 'show all'), '.');
}

function head({label, key, sort}) {
  const node = el(`div.${key}`, {role: 'columnheader'}, sort ? el('button', {tabindex: -1, onclick: () => want({sort})}, label) : label);
  node.sort = sort;
  return node;
}

function picker(label, options, key) {
  return el('select', {'aria-label': label, onchange: event => want({[key]: event.target.value})},
    ...options.map(([value, text]) => el('option', {value}, text)));
}
