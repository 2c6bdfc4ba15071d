// What the keyboard does, and the list of it.

import {act} from './actions.js';
import {cycle, want} from './fleet.js';
import {el} from './dom.js';
import {go, route} from './route.js';

const KEYS = {
  '/': ['search', () => focus()],
  1: ['fleet', () => go('#/')],
  2: ['models', () => go('#/models')],
  3: ['events', () => go('#/events')],
  s: ['next order', () => cycle('sort')],
  g: ['next grouping', () => cycle('group')],
  u: ['only the unhealthy ones', () => want({status: 'unhealthy'})],
  a: ['all', () => want({status: '', q: ''})],
  c: ['check the open backend now', () => route.name && act('check')],
  d: ['drain or undrain the open backend', () => route.name && act()],
  '?': ['these keys', () => help()],
};
const MOVES = {'↑ ↓ or k j': 'move in the list', 'Enter': 'open a backend, fold a group', 'Esc': 'back'};

export function mount() {
  document.getElementById('help').addEventListener('click', help);
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') return back();
    if (event.target.matches('input, select, textarea')) return;
    const [, action] = KEYS[event.key] ?? [];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

function focus() {
  const search = document.querySelector(`#${route.view} input[type=search]`) ?? document.querySelector('#fleet input');
  search.focus();
  search.select();
}

/** Out of a search first, then out of a backend. */
function back() {
  if (document.activeElement.matches('input')) {
    document.querySelector(`#${route.view} .grid`)?.focus();
  } else if (route.view !== 'fleet') {
    go('#/');
    requestAnimationFrame(() => document.querySelector('#fleet .grid').focus());
  } else {
    want({q: '', status: ''});
  }
}

function help() {
  const rows = [...Object.entries(MOVES), ...Object.entries(KEYS).map(([key, [what]]) => [key, what])];
  const dialog = el('dialog', {'aria-label': 'Keys'}, el('h2', {}, 'Keys'),
    el('dl', {}, ...rows.flatMap(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)])),
    el('div.buttons', {}, el('button.primary', {onclick: () => dialog.close()}, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
