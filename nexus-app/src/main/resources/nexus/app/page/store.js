// What the page knows, and who wants to hear of it.

export const MOST_EVENTS = 500;

export const store = {
  /** By name, in configured order; each as the API tells it, with `place` in that order. */
  backends: new Map(),
  loaded: false,
  /** The newest event of each backend's status since the fleet was last asked for: an answer may be older. */
  moved: new Map(),
  /** The document of /health. */
  health: null,
  /** The first few unhealthy ones, with their causes. */
  trouble: [],
  /** Newest first. */
  events: [],
  /** first: nothing heard yet; live; lost: since `heardAt` nothing is known. */
  link: 'first',
  heardAt: 0,
};

const listeners = new Map();
const waiting = new Set();
let planned = false;
let took = 0;
/** The least pause, and how much longer than the showing itself it is: a flood of news must not stop the page. */
const PAUSE = 16;
const REST = 4;

/** Calls a function soon after something of these topics changed, once for many changes. */
export function on(topics, listener) {
  for (const topic of topics.split(' ')) {
    if (!listeners.has(topic)) listeners.set(topic, new Set());
    listeners.get(topic).add(listener);
  }
}

/**
 * fleet: which backends there are, or a status; rows: other facts of some; health, trouble, events, link, route.
 */
export function changed(topic) {
  waiting.add(topic);
  if (!planned) {
    planned = true;
    setTimeout(tell, Math.max(PAUSE, took * REST));
  }
}

function tell() {
  planned = false;
  const begin = performance.now();
  const called = new Set();
  for (const topic of waiting) for (const listener of listeners.get(topic) ?? []) called.add(listener);
  waiting.clear();
  for (const listener of called) listener();
  took = performance.now() - begin;
}

/** What is worked out anew from an entry, or absent where it is not so. */
const ANEW = {host: undefined, haystack: undefined, loading: undefined, latency_ms: undefined};

/** Replaces the fleet; what is known of the looks of those that stay is kept. */
export function takeFleet(entries) {
  const before = store.backends;
  store.backends = new Map(entries.map((entry, place) =>
    [entry.name, {...before.get(entry.name), ...ANEW, ...entry, ...newer(entry), place}]));
  store.loaded = true;
  changed('fleet');
}

/** Takes in news of some backends. A key that is absent is not known, so an old value goes too. */
export function takeRows(entries, keys, at) {
  for (const entry of entries) {
    const known = store.backends.get(entry.name);
    if (!known) continue;
    if (known.status !== entry.status) changed('fleet');
    for (const key of keys) known[key] = entry[key];
    Object.assign(known, newer(entry));
    known.askedAt = at;
    known.stale = false;
  }
  changed('rows');
}

/** The status of an event that is not older than this entry. */
function newer({name, status, since}) {
  const event = store.moved.get(name);
  if (!event || status === 'disabled' || Date.parse(event.at) < Date.parse(since)) return {};
  return {status: event.new, since: event.at};
}

export function takeHealth(health) {
  if (JSON.stringify(store.health) !== JSON.stringify(health)) {
    store.health = health;
    changed('health');
  }
}

export function takeEvents(events) {
  const known = new Set(store.events.slice(0, events.length + 50).map(event => event.id));
  const news = events.filter(event => !known.has(event.id));
  store.events = [...news.reverse(), ...store.events].slice(0, MOST_EVENTS);
  changed('events');
}

export function heard(at) {
  store.heardAt = at;
  if (store.link !== 'live') {
    store.link = 'live';
    changed('link');
  }
}

export function lost() {
  if (store.link === 'live') {
    store.link = 'lost';
    changed('link');
  }
}
