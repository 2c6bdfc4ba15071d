// What comes next: how far the present run of checks is on the way to another status.

import {el} from './dom.js';
import {clean} from './text.js';
import {clock, span, time} from './format.js';
import {labelled} from './status.js';

const setting = (settings, key) => Number(settings.find(each => each.key === key)?.value) || 1;

/** @param why the explanation of a backend; @param entry its streak */
export function threshold(why, entry) {
  const bad = setting(why.settings, 'failure_threshold');
  const good = setting(why.settings, 'recovery_threshold');
  const failures = entry.streak?.kind === 'failure' ? entry.streak.length : 0;
  const successes = entry.streak?.kind === 'success' ? entry.streak.length : 0;
  const down = () => way('unhealthy', failures, bad);
  const up = () => way('healthy', successes, good);
  const drawing = {
    healthy: () => [labelled('healthy'), down()],
    unhealthy: () => [labelled('unhealthy'), up()],
    unknown: () => [labelled('unknown'), el('div.ways', {}, up(), down())],
  }[why.status];
  if (!drawing) return null;
  return [el('div.threshold', {'aria-hidden': 'true'}, ...drawing()), words(why)];
}

/** Steps that are done are full, the next one is marked. */
function way(status, done, needed) {
  const steps = Math.min(needed, 12);
  const full = Math.min(done, needed) === needed ? steps : Math.floor(done / needed * steps);
  return el('div.way', {}, el(`span.steps.s-${status}`, {}, ...Array.from({length: steps}, (_, i) =>
    el(i < full ? 'i.full' : i === full ? 'i.next' : 'i'))), el('span.arrow', {}, '→'), labelled(status));
}

function words(why) {
  if (!why.streak) return null;
  const at = time(why.streak.at);
  return el('p', {}, clean(why.streak.text),
    at ? el('span.soft', {}, ` · at the earliest ${clock(at)}, in ${span(at - time(why.now))}`) : null);
}
