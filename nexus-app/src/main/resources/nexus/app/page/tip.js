// The words beside the pointer: what a bar of the last checks stands for.

import {el} from './dom.js';
import {checkAt, total} from './bars.js';
import {clock, millis} from './format.js';
import {PHASES} from './phases.js';
import {clean} from './text.js';

const tip = el('div', {id: 'tip', hidden: true, 'aria-hidden': 'true'});
document.body.append(tip);

document.addEventListener('pointermove', event => {
  const strip = event.target.closest?.('.strip');
  const check = strip && checkAt(strip, event.clientX);
  if (!check) {
    tip.hidden = true;
    return;
  }
  tip.replaceChildren(...words(check));
  tip.hidden = false;
  place(event);
}, {passive: true});
document.addEventListener('pointerleave', () => tip.hidden = true);
document.addEventListener('scroll', () => tip.hidden = true, {capture: true, passive: true});

function words(check) {
  const [at, verdict, phases, error] = check;
  const what = verdict === 'healthy' ? 'went well' : verdict === 'void' ? 'says nothing' : clean(error, 80);
  return [
    el('strong', {}, `${millis(total(check))}, ${what}`),
    el('div', {}, `at ${clock(at)}`),
    el('dl', {}, ...PHASES.flatMap((phase, i) => phases[i] > 0
      ? [el('dt', {}, phase.label), el('dd', {}, millis(phases[i]))] : [])),
  ];
}

function place(event) {
  const {width, height} = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(event.clientX + 12, innerWidth - width - 8))}px`;
  tip.style.top = `${event.clientY + 18 + height > innerHeight ? event.clientY - height - 10 : event.clientY + 18}px`;
}
