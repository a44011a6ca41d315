import { beforeEach, describe, expect, it } from 'vitest';
import { offlineStore } from './offlineStore';
import { follow } from './startOffline';

class Worker extends EventTarget {
  readonly heard: unknown[] = [];
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
}

/** A registration whose workers are moved on by hand. */
class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
}

let registration: Registration;
let container: EventTarget;
let reloads: number;

const start = (): void => {
  follow(registration as unknown as ServiceWorkerRegistration, container as ServiceWorkerContainer, () => {
    reloads += 1;
  });
};
const state = () => offlineStore.getState().state;

beforeEach(() => {
  registration = new Registration();
  container = new EventTarget();
  reloads = 0;
  offlineStore.setState({ state: 'off' });
});

describe('keeping the page', () => {
  it('is told from the first visit on, until it is kept', () => {
    const worker = new Worker();
    registration.installing = worker;
    start();
    expect(state()).toBe('saving');
    Object.assign(registration, { installing: null, waiting: worker });
    worker.dispatchEvent(new Event('statechange'));
    expect(state()).toBe('saving');
    Object.assign(registration, { waiting: null, active: worker });
    worker.dispatchEvent(new Event('statechange'));
    expect(state()).toBe('ready');
  });

  it('says nothing when it failed', () => {
    const worker = new Worker();
    registration.installing = worker;
    start();
    registration.installing = null;
    worker.dispatchEvent(new Event('statechange'));
    expect(state()).toBe('off');
  });

  it('stays ready while a newer version is fetched, offers it, and reloads only when asked', () => {
    registration.active = new Worker();
    start();
    expect(state()).toBe('ready');
    const newer = new Worker();
    registration.installing = newer;
    registration.dispatchEvent(new Event('updatefound'));
    expect(state()).toBe('ready');
    Object.assign(registration, { installing: null, waiting: newer });
    newer.dispatchEvent(new Event('statechange'));
    expect(state()).toBe('update');
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(0);

    offlineStore.getState().takeUpdate();
    expect(newer.heard).toEqual(['take over']);
    expect(reloads).toBe(0);
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(1);
  });
});
