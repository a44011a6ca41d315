import type { CniProfile } from '../engine';
import { examples } from '../examples';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { chooseLanguage, languages } from '../language/languages';
import { viewStore, type Theme } from '../state/viewStore';
import { always, type Action } from './action';
import { openExample } from './workspaces';

/** One per example. */
export const exampleActions: readonly Action[] = examples.map((example) => ({
  id: `example/${example.id}`,
  menu: 'examples',
  get label() {
    return example.title;
  },
  get summary() {
    return example.summary;
  },
  shortcut: null,
  perform: () => {
    void openExample(example);
  },
  available: always,
}));

const profiles: readonly CniProfile[] = ['spec', 'cilium', 'none'];

function cniLabel(cni: CniProfile): string {
  switch (cni) {
    case 'spec':
      return t`Specification`;
    case 'cilium':
      return 'Cilium';
    case 'none':
      return t`Nothing enforced`;
  }
}

function cniSummary(cni: CniProfile): string {
  switch (cni) {
    case 'spec':
      return t`What the Kubernetes API promises; most plugins do this.`;
    case 'cilium':
      return t`As the specification, but ipBlock never matches pods.`;
    case 'none':
      return t`flannel, kubenet, old kindnet: policies are accepted and have no effect.`;
  }
}

/** One per CNI profile; the id ends with the profile. */
export const cniActions: readonly Action[] = profiles.map((cni) => ({
  id: `cni/${cni}`,
  menu: 'cni',
  get label() {
    return cniLabel(cni);
  },
  get summary() {
    return cniSummary(cni);
  },
  shortcut: null,
  perform: () => {
    documentStore.getState().setCni(cni);
  },
  available: always,
}));

const themes: readonly Theme[] = ['light', 'dark', 'contrast', 'system'];

function themeLabel(theme: Theme): string {
  switch (theme) {
    case 'light':
      return t`Light`;
    case 'dark':
      return t`Dark`;
    case 'contrast':
      return t`High contrast`;
    case 'system':
      return t`As the system`;
  }
}

/** One per theme; the id ends with the theme. */
export const themeActions: readonly Action[] = themes.map((theme) => ({
  id: `theme/${theme}`,
  menu: 'theme',
  get label() {
    return themeLabel(theme);
  },
  summary: null,
  shortcut: null,
  perform: () => {
    viewStore.getState().setTheme(theme);
  },
  available: always,
}));

/** One per language, by its own name; the id ends with its code. */
export const languageActions: readonly Action[] = languages.map(({ code, name }) => ({
  id: `language/${code}`,
  menu: 'language',
  label: name,
  summary: null,
  shortcut: null,
  perform: () => {
    chooseLanguage(code);
  },
  available: always,
}));
