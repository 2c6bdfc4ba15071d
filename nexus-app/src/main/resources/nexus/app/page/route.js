// Which view is shown stands behind the # of the address, so that it can be kept, shared and gone back to.

import {changed} from './store.js';

export const route = {view: 'fleet', name: '', query: new URLSearchParams()};

const VIEWS = ['models', 'events'];

export function start() {
  addEventListener('hashchange', read);
  read();
}

export const toBackend = (name, event) => `#/backend/${encodeURIComponent(name)}${event ? `?event=${event}` : ''}`;

export function go(address) {
  location.hash = address;
}

/** Writes what the present view shows into the address, without a step to go back to. */
export function note(query) {
  const [path] = location.hash.slice(1).split('?');
  const text = query.toString();
  route.query = query;
  history.replaceState(null, '', `#${path || '/'}${text ? `?${text}` : ''}`);
}

function read() {
  const [path, query] = location.hash.slice(1).split('?');
  const [, first = '', second = ''] = path.split('/');
  route.query = new URLSearchParams(query);
  route.name = first === 'backend' ? decoded(second) : '';
  route.view = route.name ? 'backend' : VIEWS.includes(first) ? first : 'fleet';
  changed('route');
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
