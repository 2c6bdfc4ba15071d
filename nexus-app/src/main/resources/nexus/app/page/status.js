// The statuses: each has a word, a colour and a shape of its own.

import {el, svg} from './dom.js';

const SHAPES = {
  healthy: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z',
  unhealthy: 'M0-6.3L6.3 0L0 6.3L-6.3 0Z',
  degraded: 'M0-6L6.2 5H-6.2Z',
  draining: 'M-4.6-5.2H-1.2V5.2H-4.6ZM1.2-5.2H4.6V5.2H1.2Z',
  unknown: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0ZM-3 0A3 3 0 1 1 3 0A3 3 0 1 1-3 0Z',
  disabled: 'M-5-1.4H5V1.4H-5Z',
};

/** Worst first: what needs somebody comes before what needs nobody. */
export const STATUSES = ['unhealthy', 'unknown', 'draining', 'healthy', 'disabled'];

export const severity = status => {
  const place = STATUSES.indexOf(status);
  return place < 0 ? 1 : place;
};

export const shape = status => SHAPES[status] ?? SHAPES.unknown;

/** The word for people: one that loads a model is not simply broken. */
export const word = ({loading, status}) => loading && status !== 'healthy' && status !== 'draining' ? 'loading' : status;

/** A drawing; the word stands beside it, so nobody needs to have it read out. */
export function mark(status) {
  return svg(`svg.mark.s-${known(status)}`, {viewBox: '-7 -7 14 14', 'aria-hidden': 'true'},
    svg('path', {d: shape(status), 'fill-rule': 'evenodd'}));
}

export function labelled(status, text = status) {
  return el(`span.s-${known(status)}.status`, {}, mark(status), text);
}

/** Changes a mark that stands already. */
export function remark(node, status) {
  if (node.status === status) return;
  node.status = status;
  node.setAttribute('class', `mark s-${known(status)}`);
  node.firstChild.setAttribute('d', shape(status));
}

const known = status => status in SHAPES ? status : 'unknown';
