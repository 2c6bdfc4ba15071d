// The stream of events: what happened arrives here first. A browser comes again by itself after a cut, and tells what
// it saw last; where it gives up, this does.

import {changed, heard, lost, store, takeEvents} from './store.js';
import {get, now} from './api.js';

const TYPES = ['status_changed', 'cause_changed', 'models_changed', 'model_moved', 'config_changed', 'started', 'stopped', 'lost'];
const RETRY = 3000;
const FIRST = 200;

let source;
let last;
let onReload = () => {};
let opened = false;

/** Reads the newest events, then listens. `reload` is called when the fleet has to be asked for anew. */
export async function listen(reload) {
  onReload = reload;
  const page = await get(`v1/events?limit=${FIRST}`);
  last = page.last_id;
  takeEvents(page.data);
  open();
}

/** A page in the background lets its stream go: browsers have few connections for one server. */
export function pause() {
  source?.close();
  source = undefined;
}

export function resume() {
  if (!source && last !== undefined) open();
}

function open() {
  source?.close();
  source = new EventSource(`v1/events?since=${last}`);
  source.onopen = reopened;
  source.onerror = broken;
  for (const type of TYPES) source.addEventListener(type, take);
}

function reopened() {
  heard(now());
  if (opened) onReload();
  opened = true;
}

function broken() {
  lost();
  if (source?.readyState === EventSource.CLOSED) {
    pause();
    setTimeout(resume, RETRY);
  }
}

function take(message) {
  const event = JSON.parse(message.data);
  last = event.id;
  heard(now());
  takeEvents([event]);
  switch (event.type) {
    case 'status_changed': return moved(event);
    case 'cause_changed':
    case 'models_changed': return stale(event.backend);
    case 'config_changed':
    case 'started':
    case 'lost': return onReload();
  }
}

function moved(event) {
  store.moved.set(event.backend, event);
  const backend = store.backends.get(event.backend);
  if (!backend) return;
  backend.status = event.new;
  backend.since = event.at;
  stale(event.backend);
  changed('fleet');
}

/** More about it is to be asked for soon. */
function stale(name) {
  const backend = store.backends.get(name);
  if (backend) backend.stale = true;
}
