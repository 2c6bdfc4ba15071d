// Where a check's time went.

import {el} from './dom.js';
import {millis} from './format.js';

export const PHASES = [
  {key: 'resolve_ms', label: 'resolve'},
  {key: 'connect_ms', label: 'connect'},
  {key: 'tls_ms', label: 'TLS'},
  {key: 'wait_ms', label: 'wait'},
  {key: 'read_ms', label: 'read'},
];

/** A bar in five parts against what a check may take, and the parts in words. */
export function phaseBar(phases, timeout) {
  const sum = PHASES.reduce((all, phase) => all + phases[phase.key], 0);
  const bar = el('div.phasebar', {'aria-hidden': 'true'}, ...PHASES.map((phase, i) => {
    const part = el(`i.p${i}`);
    part.style.flexGrow = phases[phase.key] / (sum || 1);
    return part;
  }));
  const legend = el('dl.phases', {}, ...PHASES.map((phase, i) =>
    el('div', {}, el('dt', {}, el(`i.p${i}`), phase.label), el('dd', {}, millis(phases[phase.key])))));
  const share = Math.round(sum / timeout * 100);
  const limit = el('p.soft', {}, `${millis(sum)} of the ${millis(timeout)} that it may take${share < 1 ? '' : ` (${share} %)`}`);
  return [bar, legend, limit];
}
