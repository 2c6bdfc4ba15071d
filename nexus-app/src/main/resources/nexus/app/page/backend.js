// One backend: what `nexus why` says, laid out.

import {about, buttons} from './actions.js';
import {absolute, clock, plural, span, time} from './format.js';
import {beat} from './watch.js';
import {clean} from './text.js';
import {draw, strip} from './bars.js';
import {el, remade, setAttribute, setText} from './dom.js';
import {eventLine} from './event-line.js';
import {facts, modelTable, problem, settingsTable} from './backend-parts.js';
import {get, now} from './api.js';
import {mark, remark, word} from './status.js';
import {on, store} from './store.js';
import {phaseBar} from './phases.js';
import {route} from './route.js';
import {threshold} from './threshold.js';
import * as past from './past.js';

const title = {mark: mark('unknown'), name: el('h2', {tabindex: -1}), state: el('p.state')};
const lead = el('p.lead');
const trouble = el('div');
const next = block('What comes next');
const last = block('The last check');
const recent = block('The last 30 checks');
const bars = strip();
const models = block('Models');
const happened = block('What happened to it');
const known = block('About it');
const settings = el('details', {}, el('summary', {}, 'Effective settings, and where each comes from'), el('div.body'));
const nobody = el('p.empty', {hidden: true});
const body = el('div.scroll.backend', {tabindex: 0, role: 'region', 'aria-label': 'Details'});
let asking = false;
let askedFor = '';
let signature = '';
let eventsOf = {name: '', list: []};

export function mount(section) {
  body.append(lead, buttons, trouble, next.node, last.node, recent.node, past.node, models.node, happened.node, known.node, settings);
  recent.body.append(bars);
  section.append(el('div.bar.title', {}, title.mark, title.name, title.state,
    el('a.close', {href: '#/', 'aria-label': 'Close', title: 'Close (Esc)'}, '×')), nobody, body);
  on('route', opened);
  on('fleet rows events tick', refresh);
}

/** The one that is open, so that it is kept fresh. */
export const inView = () => route.name ? [store.backends.get(route.name) ?? []].flat() : [];

function opened() {
  if (!route.name) return;
  if (askedFor !== route.name) {
    askedFor = route.name;
    signature = '';
    body.scrollTop = 0;
    setText(title.name, clean(route.name, 80));
    title.name.focus({preventScroll: true});
    loadEvents(route.name);
    past.about(route.name);
    beat();
  }
  refresh();
}

async function loadEvents(name) {
  eventsOf = {name, list: []};
  const page = await get(`v1/events?backend=${encodeURIComponent(name)}&limit=30`).catch(() => ({data: []}));
  if (route.name === name) eventsOf.list = page.data.reverse();
  showEvents();
}

/** Asks why only when something about it is new. */
async function refresh() {
  const backend = store.backends.get(route.name);
  nobody.hidden = !route.name || Boolean(backend) || !store.loaded;
  body.hidden = !nobody.hidden;
  if (!nobody.hidden) setText(nobody, `No backend has the name ${clean(route.name, 80)}.`);
  if (!backend) return;
  head(backend);
  past.refresh();
  const seen = JSON.stringify([backend.name, backend.status, backend.last_check?.at, backend.next_check_at]);
  if (asking || seen === signature) return;
  asking = true;
  try {
    const path = `v1/backends/${encodeURIComponent(backend.name)}`;
    const [why, entry] = await Promise.all([get(`${path}/explain`), get(`${path}?fields=streak,models,labels,priority,checks`)]);
    signature = seen;
    if (route.name === why.name) show(why, entry);
  } catch {
    // The connection is watched elsewhere; the next beat asks again.
  }
  asking = false;
}

function head(backend) {
  remark(title.mark, backend.status);
  const since = time(backend.since);
  setText(title.state, `${word(backend)} for ${span(now() - since)}`);
  setAttribute(title.state, 'title', `since ${absolute(since)}`);
  about(backend);
  showEvents();
}

function show(why, entry) {
  setText(lead, clean(`${why.summary}.`, 400));
  remade(trouble, [why.notes, why.last_check?.error, why.last_check?.seen], () => problem(why));
  fill(next, [why.streak, why.status, entry.streak], () => threshold(why, entry));
  fill(last, why.last_check && [why.last_check.at, why.timeout_ms], () => why.last_check && [
    ...phaseBar(why.last_check.phases, why.timeout_ms),
    el('p.soft', {title: absolute(time(why.last_check.at))}, `at ${clock(time(why.last_check.at))}, ${plural(why.checks.total, 'check')} so far, ${why.checks.failed} failed`)]);
  draw(bars, why.recent.map(check => [time(check.at), check.verdict, Object.values(check.phases), check.error]));
  recent.node.hidden = !why.recent.length;
  fill(models, [entry.models], () => modelTable(entry.models));
  fill(known, [why.url, why.type, why.source, entry], () => facts(why, entry));
  remade(settings.lastChild, why.settings, () => settingsTable(why.settings));
}

function showEvents() {
  const live = store.events.filter(event => [event.backend, event.from, event.to].includes(eventsOf.name));
  const known = new Set(live.map(event => event.id));
  const all = [...live, ...eventsOf.list.filter(event => !known.has(event.id))].slice(0, 30);
  const wanted = Number(route.query.get('event'));
  const before = happened.body.signature;
  fill(happened, [all.map(event => event.id), wanted, new Date().toDateString()],
    () => all.length ? el('ol.events', {}, ...all.map(event => eventLine(event, {named: false, marked: event.id === wanted}))) : null);
  if (wanted && before !== happened.body.signature) happened.body.querySelector('[data-marked]')?.scrollIntoView({block: 'center'});
}

function block(name) {
  const inner = el('div.body');
  return {node: el('section.block', {}, el('h3', {}, name), inner), body: inner};
}

function fill(part, shown, make) {
  remade(part.body, shown, () => make() ?? []);
  part.node.hidden = !part.body.childElementCount;
}
