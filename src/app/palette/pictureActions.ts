import type { Level } from '../../engine';
import { t } from '../../language/t';
import { analysisStore } from '../../state/analysisStore';
import { viewStore, type ShownEdges } from '../../state/viewStore';
import { always, type Action } from '../action';
import { shellStore, type Form } from '../shellStore';

type PictureAction = Pick<Action, 'id' | 'menu' | 'label' | 'perform' | 'available'> & {
  readonly shortcut: null;
};

const action = (
  id: string,
  label: () => string,
  perform: () => void,
  available: () => boolean = always,
): PictureAction => ({
  id,
  menu: 'keyboard',
  get label() {
    return label();
  },
  shortcut: null,
  perform,
  available,
});

const forms: readonly Form[] = ['graph', 'matrix'];

function formLabel(form: Form): string {
  switch (form) {
    case 'graph':
      return t`Show the picture as a graph`;
    case 'matrix':
      return t`Show the picture as a matrix`;
  }
}

const levels: readonly Level[] = ['namespaces', 'workloads', 'pods'];

function levelLabel(level: Level): string {
  switch (level) {
    case 'namespaces':
      return t`A card is a namespace`;
    case 'workloads':
      return t`A card is a workload`;
    case 'pods':
      return t`A card is a pod`;
  }
}

const kinds: readonly (keyof ShownEdges)[] = ['allowed', 'blocked', 'open'];

function kindLabel(kind: keyof ShownEdges): string {
  switch (kind) {
    case 'allowed':
      return t`Show or hide allowed connections`;
    case 'blocked':
      return t`Show or hide blocked connections`;
    case 'open':
      return t`Show or hide connections that are open by default`;
  }
}

/** What buttons at the picture do, for those who would rather type. */
export const pictureActions: readonly PictureAction[] = [
  ...forms.map((form) =>
    action(
      `form/${form}`,
      () => formLabel(form),
      () => {
        shellStore.getState().showForm(form);
      },
      () => shellStore.getState().form !== form,
    ),
  ),
  ...levels.map((level) =>
    action(
      `level/${level}`,
      () => levelLabel(level),
      () => {
        viewStore.getState().setLevel(level);
      },
      () => analysisStore.getState().drawn?.topology.level !== level,
    ),
  ),
  ...kinds.map((kind) =>
    action(
      `shown/${kind}`,
      () => kindLabel(kind),
      () => {
        const { shown, show } = viewStore.getState();
        show({ [kind]: !shown[kind] });
      },
    ),
  ),
];
