// Once a second, one question about what is in view; and only about those that may have changed since.

import {heard, lost, store, takeHealth, takeRows} from './store.js';
import {get, now} from './api.js';
import {loadTrouble} from './loader.js';

const KEYS = ['status', 'since', 'loading', 'latency_ms', 'streak', 'last_check', 'next_check_at', 'model_count', 'recent'];
const FIELDS = `name,${KEYS.join(',')}`;
const MOST = 100;
/** Without a reason it is asked for again after this: an answer may have been missed. */
const OLD = 10_000;
/** By the clock: browsers call a page in the background once a minute at times. */
const HIDDEN_PACE = 9500;

let inView = () => [];
let asking = false;
let askedAt = 0;
let troubled = '';

/** @param names gives those that are in view, most important first */
export function watch(names) {
  inView = names;
  setInterval(beat, 1000);
}

/** Asks at once: somebody scrolled or opened something. */
export async function beat() {
  if (asking || !store.loaded || (document.hidden && Date.now() - askedAt < HIDDEN_PACE)) return;
  asking = true;
  askedAt = Date.now();
  try {
    await (document.hidden ? health() : rows());
    heard(now());
    await trouble();
  } catch {
    lost();
  }
  asking = false;
}

async function health() {
  takeHealth(await get('health'));
}

async function rows() {
  const at = now();
  const due = inView().filter(backend => isDue(backend, at)).slice(0, MOST);
  if (!due.length) return health();
  const names = due.map(backend => encodeURIComponent(backend.name)).join(',');
  const page = await get(`v1/backends?names=${names}&fields=${FIELDS}`);
  takeHealth(page.health);
  takeRows(page.data, KEYS, at);
}

function isDue(backend, at) {
  if (backend.stale || backend.askedAt == null || at - backend.askedAt > OLD) return true;
  return backend.next_check_at != null && Date.parse(backend.next_check_at) <= at;
}

/** What the first sentence needs; asked for again when the number or the newest of the unhealthy ones is another. */
export async function trouble() {
  const count = store.health?.backends.unhealthy ?? 0;
  const newest = store.events.find(event => event.type === 'status_changed' || event.type === 'cause_changed');
  const signature = `${count} ${newest?.id}`;
  if (signature !== troubled) {
    await loadTrouble();
    troubled = signature;
  }
}
