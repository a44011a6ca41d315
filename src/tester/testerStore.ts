import { createStore } from 'zustand/vanilla';
import type { Attempt } from '../engine';

/** What stands in the fields of the connection tester. */
export const testerStore = createStore<Attempt>()(() => ({ from: '', to: '', protocol: 'TCP', port: 80 }));
