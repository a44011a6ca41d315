import type { Size } from './generate';

/** One cluster that is measured. */
export interface Case {
  readonly name: string;
  readonly profile: Profile;
  readonly size: Size;
  /** Small enough for `--quick`. */
  readonly isQuick: boolean;
  /** What is wanted of it on a machine with two cores; null: it shows a shape, no target is set. */
  readonly targets: Targets | null;
  /** Ratios that must hold whatever the machine. */
  readonly ratios: RequiredRatios;
}

/**
 * typical: Deployments in team namespaces. own-labels: no two pods alike. crowded: 250 policies in every namespace.
 * many-policies: 9,600 policies on 480 classes.
 */
export type Profile = 'typical' | 'own-labels' | 'crowded' | 'many-policies';

/** Milliseconds (two: median and 95th percentile) and megabytes. */
export interface Targets {
  readonly keystroke: readonly [number, number];
  readonly structural: readonly [number, number];
  readonly full: number;
  readonly dump: number;
  /** When the fast reader rejects every item. */
  readonly rejectedDump: number | null;
  readonly heapMb: number;
}

/** By how much the first of two ways must be slower than the second. */
export interface RequiredRatios {
  /** Looking at every policy for every pair of pods, over a full evaluation. */
  readonly pairwiseToFull?: number;
  /** A full evaluation, over an edit of one policy. */
  readonly fullToEdit?: number;
}

const noRatios: RequiredRatios = {};

export const cases: readonly Case[] = [
  {
    name: 'typical 100/50',
    profile: 'typical',
    size: { pods: 100, policies: 50, namespaces: 5, replicas: 2 },
    isQuick: true,
    targets: {
      keystroke: [2, 8],
      structural: [5, 15],
      full: 2,
      dump: 200,
      rejectedDump: 500,
      heapMb: 20,
    },
    ratios: noRatios,
  },
  {
    name: 'typical 1,000/200',
    profile: 'typical',
    size: { pods: 1000, policies: 200, namespaces: 25, replicas: 4 },
    isQuick: true,
    targets: {
      keystroke: [3, 10],
      structural: [10, 25],
      full: 15,
      dump: 400,
      rejectedDump: 2000,
      heapMb: 30,
    },
    ratios: { pairwiseToFull: 40 },
  },
  {
    name: 'typical 1,000/1,000',
    profile: 'typical',
    size: { pods: 1000, policies: 1000, namespaces: 25, replicas: 4 },
    isQuick: false,
    targets: null,
    ratios: { fullToEdit: 10 },
  },
  {
    name: 'typical 10,000/1,000',
    profile: 'typical',
    size: { pods: 10_000, policies: 1000, namespaces: 100, replicas: 5 },
    isQuick: false,
    targets: {
      keystroke: [5, 16],
      structural: [40, 80],
      full: 100,
      dump: 1000,
      rejectedDump: null,
      heapMb: 120,
    },
    ratios: { pairwiseToFull: 300, fullToEdit: 100 },
  },
  {
    name: 'typical 50,000/5,000',
    profile: 'typical',
    size: { pods: 50_000, policies: 5000, namespaces: 250, replicas: 10 },
    isQuick: false,
    targets: {
      keystroke: [10, 60],
      structural: [400, 800],
      full: 1500,
      dump: 5000,
      rejectedDump: null,
      heapMb: 600,
    },
    ratios: noRatios,
  },
  {
    name: 'own-labels 1,000/200',
    profile: 'own-labels',
    size: { pods: 1000, policies: 200, namespaces: 25, replicas: 4, ownLabels: true },
    isQuick: true,
    targets: null,
    ratios: noRatios,
  },
  {
    name: 'own-labels 10,000/1,000',
    profile: 'own-labels',
    size: { pods: 10_000, policies: 1000, namespaces: 100, replicas: 5, ownLabels: true },
    isQuick: false,
    targets: null,
    ratios: noRatios,
  },
  {
    name: 'crowded 1,000/1,000',
    profile: 'crowded',
    size: { pods: 1000, policies: 1000, namespaces: 4, replicas: 4 },
    isQuick: true,
    targets: null,
    ratios: noRatios,
  },
  {
    name: 'crowded 10,000/2,500',
    profile: 'crowded',
    size: { pods: 10_000, policies: 2500, namespaces: 10, replicas: 5 },
    isQuick: false,
    targets: null,
    ratios: noRatios,
  },
  {
    name: 'many-policies 4,800/9,600',
    profile: 'many-policies',
    size: { pods: 4800, policies: 9600, namespaces: 48, replicas: 10 },
    isQuick: false,
    targets: null,
    ratios: noRatios,
  },
];

/** Everything generated comes from this one. */
export const SEED = 20240601;
