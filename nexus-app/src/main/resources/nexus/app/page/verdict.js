// The one sentence over everything; title and icon of the tab say the same in less.

import {el, remade, setText} from './dom.js';
import {moment, number, plural, span, time} from './format.js';
import {now} from './api.js';
import {on, store} from './store.js';
import {mark, shape, STATUSES} from './status.js';
import {clean} from './text.js';
import {toBackend} from './route.js';

const COLOURS = {healthy: '#17784a', degraded: '#b87400', unhealthy: '#c4262e', lost: '#5b6470'};
const sentence = document.getElementById('sentence');
const counts = document.getElementById('counts');
const link = document.getElementById('link');
const share = document.getElementById('share');
const icon = document.querySelector('link[rel=icon]');

export function mount() {
  on('health trouble link tick', show);
  on('link tick', connection);
}

function show() {
  const {health, trouble} = store;
  if (!health) return;
  remade(sentence, [health.status, health.backends, health.health_check, trouble, new Date(now()).toDateString()],
    () => [plain(health), health.backends.unhealthy ? why(health.backends.unhealthy, trouble) : null]);
  remade(counts, [health.backends, health.models, health.version], () => tallies(health));
  remade(share, health.backends, () => STATUSES.filter(status => health.backends[status]).map(status => part(status, health.backends[status])));
  const verdict = store.link === 'lost' ? 'lost' : health.status;
  document.title = title(verdict, health);
  paint(verdict);
}

/** What is so, in one clause. */
export function plain({status, backends: {total, healthy, unknown}, health_check: {enabled}}) {
  if (!total) return 'Nothing is watched yet';
  if (!enabled) return `Health checks are off; ${plural(total, 'backend')} unknown`;
  if (unknown === total) return `Looking at ${plural(total, 'backend')} …`;
  if (status === 'healthy') return total === 1 ? 'The backend is healthy' : `All ${number(total)} backends are healthy`;
  if (!healthy) return total === 1 ? 'The backend is not healthy' : `None of ${number(total)} backends is healthy`;
  return `${number(healthy)} of ${number(total)} backends healthy`;
}

function why(count, trouble) {
  if (!trouble.length) return null;
  const named = trouble.slice(0, 2).map((backend, i) => [i ? '; ' : '', name(backend), reason(backend)]);
  const more = count > named.length ? `; and ${number(count - named.length)} more` : '';
  return el('span.why', {}, ' · ', ...named.flat(), more);
}

/** As wide as there are backends in this state. */
function part(status, count) {
  const node = el(`i.s-${status}`);
  node.style.flexGrow = count;
  return node;
}

const name = backend => el('a', {href: toBackend(backend.name)}, backend.name);

function reason(backend) {
  const error = backend.last_check?.error;
  const since = moment(time(backend.since), now());
  const words = error ? `: ${clean(error.cause || error.text, 110)}` : '';
  return ` ${backend.loading ? 'loading' : 'down'} since ${since}${words}`;
}

function tallies({backends, models, uptime_seconds: uptime}) {
  const tally = status => el('a', {href: `#/?status=${status}`}, mark(status), el('b', {}, number(backends[status])), status);
  return [
    ...['healthy', 'unhealthy', 'unknown', 'draining'].filter(status => backends[status]).map(tally),
    el('a', {href: '#/models'}, el('b', {}, number(models)), models === 1 ? 'model' : 'models'),
    el('span.since', {title: 'when Nexus was started'}, `watching since ${moment(now() - uptime * 1000, now())}`),
  ];
}

function title(verdict, {backends}) {
  if (verdict === 'lost') return '… Nexus (no connection)';
  if (!backends.total) return 'Nexus';
  return `${backends.healthy}/${backends.total} healthy${backends.unhealthy ? ` · ${backends.unhealthy} down` : ''} · Nexus`;
}

function paint(verdict) {
  if (icon.verdict === verdict) return;
  icon.verdict = verdict;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16"><path fill="${COLOURS[verdict]}" d="${shape(verdict)}"/></svg>`;
  icon.href = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

function connection() {
  document.body.dataset.link = store.link;
  const age = now() - store.heardAt;
  setText(link, store.link === 'live' ? 'live' : store.link === 'first' ? 'connecting' : `no connection · what you see is ${span(age)} old`);
}
