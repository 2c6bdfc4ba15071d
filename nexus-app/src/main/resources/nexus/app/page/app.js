// Puts the page together.

import './tip.js';
import * as backend from './backend.js';
import * as events from './events.js';
import * as feed from './feed.js';
import * as fleet from './fleet.js';
import * as keys from './keys.js';
import * as models from './models.js';
import * as route from './route.js';
import * as verdict from './verdict.js';
import {beat, trouble, watch} from './watch.js';
import {changed, on, takeHealth} from './store.js';
import {get} from './api.js';
import {load} from './loader.js';

const RETRY = 2000;
const section = name => document.getElementById(name);

verdict.mount();
fleet.mount(section('fleet'), beat);
backend.mount(section('backend'));
models.mount(section('models'));
events.mount(section('events'));
keys.mount();
on('route', view);
route.start();
watch(() => [...backend.inView(), ...fleet.inView()]);
setInterval(() => changed('tick'), 1000);
document.addEventListener('visibilitychange', () => document.hidden ? feed.pause() : feed.resume());
start();

/** The stream first: what happens while the fleet is read is not missed then. */
async function start() {
  try {
    takeHealth(await get('health'));
    await feed.listen(load);
    await Promise.all([load(), trouble()]);
    beat();
  } catch {
    setTimeout(start, RETRY);
  }
}

function view() {
  const {view: shown} = route.route;
  document.body.dataset.view = shown;
  for (const name of ['fleet', 'backend', 'models', 'events']) section(name).hidden = false;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.for.split(' ').includes(shown)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
