import type { CniProfile } from '../engine';
import { examples } from '../examples';
import { documentStore } from '../state/documentStore';
import { viewStore, type Theme } from '../state/viewStore';
import { always, type Action } from './action';
import { openExample } from './workspaces';

/** One per example. */
export const exampleActions: readonly Action[] = examples.map((example) => ({
  id: `example/${example.id}`,
  menu: 'examples',
  label: example.title,
  summary: example.summary,
  shortcut: null,
  perform: () => {
    openExample(example);
  },
  available: always,
}));

const cniWords: readonly (readonly [CniProfile, string, string])[] = [
  ['spec', 'Specification', 'What the Kubernetes API promises; most plugins do this.'],
  ['cilium', 'Cilium', 'As the specification, but ipBlock never matches pods.'],
  ['none', 'Nothing enforced', 'flannel, kubenet, old kindnet: policies are accepted and have no effect.'],
];

/** One per CNI profile; the id ends with the profile. */
export const cniActions: readonly Action[] = cniWords.map(([cni, label, summary]) => ({
  id: `cni/${cni}`,
  menu: 'cni',
  label,
  summary,
  shortcut: null,
  perform: () => {
    documentStore.getState().setCni(cni);
  },
  available: always,
}));

const themeWords: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
  ['system', 'As the system'],
];

/** One per theme; the id ends with the theme. */
export const themeActions: readonly Action[] = themeWords.map(([theme, label]) => ({
  id: `theme/${theme}`,
  menu: 'theme',
  label,
  summary: null,
  shortcut: null,
  perform: () => {
    viewStore.getState().setTheme(theme);
  },
  available: always,
}));
