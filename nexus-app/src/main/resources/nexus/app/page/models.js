// Which model is where, in which state, on how many backends.

import {clean} from './text.js';
import {absolute, context, moment, number, plural} from './format.js';
import {el, setAttribute, setText} from './dom.js';
import {get, now} from './api.js';
import {mark, remark} from './status.js';
import * as changes from './model-changes.js';
import {on, store} from './store.js';
import {route, toBackend} from './route.js';
import {VirtualList} from './virtual.js';

const PACE = 1000;
const PLACES = 6;
const search = el('input', {type: 'search', placeholder: 'Search models and backends', 'aria-label': 'Search models', spellcheck: 'false'});
const shown = el('span.shown', {role: 'status'});
const layer = el('div.layer', {role: 'rowgroup'});
const heads = el('div.row.heads', {role: 'row'}, ...['Model', 'State', 'Context', 'Can', 'Since', 'Backends'].map(label => el('div', {role: 'columnheader'}, label)));
const table = el('div.grid', {role: 'table', tabindex: 0, 'aria-label': 'Models'}, el('div.headgroup', {role: 'rowgroup'}, heads), layer);
const empty = el('p.empty', {}, el('strong', {}, 'No model'), 'A model appears here once a healthy backend lists it. ',
  el('a', {href: '#/'}, 'Look at the backends'), '.');
const list = new VirtualList(table, layer, {key: model => model.id, make, update});
let models = [];
let timer;

export function mount(section) {
  const recent = el('section.changes', {'aria-label': 'Changes of models'});
  section.append(el('div.bar', {}, el('h2', {}, 'Models'), search, shown),
    el('div.whole', {}, el('div.where', {}, table, empty), recent));
  changes.mount(recent);
  search.addEventListener('input', show);
  on('route fleet events', soon);
}

/** Changes come in crowds; one question answers for all of them. */
function soon() {
  if (route.view !== 'models' || timer) return;
  timer = setTimeout(async () => {
    const answer = await get('v1/models?include=all').catch(() => ({data: models}));
    timer = undefined;
    models = answer.data;
    show();
  }, models.length ? PACE : 0);
}

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = models.filter(({id, nexus}) => words.every(word => `${id} ${nexus.backends.join(' ')}`.toLowerCase().includes(word)));
  setText(shown, words.length ? `${number(found.length)} of ${number(models.length)}` : plural(models.length, 'model'));
  setAttribute(table, 'aria-rowcount', found.length + 1);
  table.hidden = !found.length;
  empty.hidden = !table.hidden;
  list.items = found;
}

function make() {
  const cells = ['id', 'state', 'context', 'can', 'since', 'places'].map(name => el(`div.${name}`, {role: 'cell'}));
  const node = el('div.row.model', {role: 'row'}, ...cells);
  node.mark = mark('healthy');
  node.label = el('span.cut');
  cells[0].append(node.mark, node.label);
  return node;
}

function update(node, {id, created, nexus}, index) {
  setAttribute(node, 'aria-rowindex', index + 2);
  const signature = JSON.stringify([id, created, nexus, nexus.backends.slice(0, PLACES).map(name => store.backends.get(name)?.status)]);
  if (node.signature === signature) return;
  node.signature = signature;
  const [, state, length, can, since, places] = node.children;
  remark(node.mark, nexus.available ? 'healthy' : 'unhealthy');
  setText(node.label, clean(id, 160));
  setAttribute(node.label, 'title', clean(id, 1000));
  setText(state, nexus.available ? nexus.state ?? 'listed' : `not available${nexus.state ? `, ${nexus.state}` : ''}`);
  setText(length, context(nexus.context_length));
  setText(can, clean((nexus.capabilities ?? []).join(', '), 60));
  setText(since, nexus.available ? moment(created * 1000, now()) : '');
  setAttribute(since, 'title', nexus.available ? `offered since ${absolute(created * 1000)}` : null);
  places.replaceChildren(...nexus.backends.slice(0, PLACES).map(place), nexus.backends.length > PLACES
    ? el('span.soft', {}, `+ ${number(nexus.backends.length - PLACES)}`) : '');
}

function place(name) {
  const status = store.backends.get(name)?.status ?? 'unknown';
  return el('a.place', {href: toBackend(name), title: status}, mark(status), name, el('span.offscreen', {}, status));
}
