// An event in a reader's words: {status, backend, text, detail}.

import {because, clean} from './text.js';

const names = list => list.slice(0, 4).map(name => clean(name, 80)).join(', ') + (list.length > 4 ? ` and ${list.length - 4} more` : '');

export const KINDS = {
  status_changed: 'states',
  cause_changed: 'causes',
  models_changed: 'models',
  model_moved: 'moves',
  config_changed: 'configuration',
  started: 'starts', stopped: 'stops', lost: 'gaps',
};

const WORDS = {
  status_changed: event => ({
    status: event.new, backend: event.backend, detail: event.cause && because(event.cause),
    text: event.resumed ? `is ${event.new} as before` : `${event.old} → ${event.new}`,
  }),
  cause_changed: event => ({
    status: 'unhealthy', backend: event.backend, text: 'is unhealthy for another reason', detail: because(event.after),
  }),
  models_changed: event => ({backend: event.backend, text: modelWords(event), detail: event.changed.slice(0, 3).map(difference).join('; ')}),
  model_moved: event => ({backend: event.to, text: `took over ${clean(event.model, 120)}`, detail: `from ${event.from}`}),
  config_changed: event => ({text: 'The fleet was changed', detail: ['added', 'removed', 'restarted', 'changed']
    .filter(key => event[key].length).map(key => `${key}: ${names(event[key])}`).join('; ')}),
  started: event => ({text: `Nexus ${event.version} was started`}),
  stopped: () => ({text: 'Nexus was stopped'}),
  lost: event => ({text: 'What happened here is not known', detail: `events ${event.from} to ${event.to}`}),
};

export function wordsOf(event) {
  return WORDS[event.type]?.(event) ?? {text: clean(event.type)};
}

function modelWords({added, removed, changed}) {
  const parts = [];
  if (added.length) parts.push(`gained ${names(added)}`);
  if (removed.length) parts.push(`lost ${names(removed)}`);
  if (changed.length) parts.push(`changed ${names([...new Set(changed.map(each => each.model))])}`);
  return parts.join(', ') || 'changed its models';
}

const difference = ({what, before, after}) => `${what.replaceAll('_', ' ')} ${clean(before, 40) || 'unknown'} → ${clean(after, 40) || 'unknown'}`;
