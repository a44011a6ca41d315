import { createStore } from 'zustand/vanilla';
import type { Attempt } from '../engine';

/** Whether a connection can be to it. */
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

/** What stands in the fields of the connection tester. */
export const testerStore = createStore<Attempt>()(() => ({ from: '', to: '', protocol: 'TCP', port: 80 }));
