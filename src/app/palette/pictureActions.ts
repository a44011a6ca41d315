import type { Level } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { viewStore, type ShownEdges } from '../../state/viewStore';
import { always, type Action } from '../action';
import { shellStore, type Form } from '../shellStore';

type PictureAction = Pick<Action, 'id' | 'menu' | 'label' | 'perform' | 'available'> & {
  readonly shortcut: null;
};

const action = (
  id: string,
  label: string,
  perform: () => void,
  available: () => boolean = always,
): PictureAction => ({ id, menu: 'keyboard', label, shortcut: null, perform, available });

const forms: readonly (readonly [Form, string])[] = [
  ['graph', 'Show the picture as a graph'],
  ['matrix', 'Show the picture as a matrix'],
];

const levels: readonly (readonly [Level, string])[] = [
  ['namespaces', 'A card is a namespace'],
  ['workloads', 'A card is a workload'],
  ['pods', 'A card is a pod'],
];

const kinds: readonly (readonly [keyof ShownEdges, string])[] = [
  ['allowed', 'Show or hide allowed connections'],
  ['blocked', 'Show or hide blocked connections'],
  ['open', 'Show or hide connections that are open by default'],
];

/** What buttons at the picture do, for those who would rather type. */
export const pictureActions: readonly PictureAction[] = [
  ...forms.map(([form, label]) =>
    action(
      `form/${form}`,
      label,
      () => {
        shellStore.getState().showForm(form);
      },
      () => shellStore.getState().form !== form,
    ),
  ),
  ...levels.map(([level, label]) =>
    action(
      `level/${level}`,
      label,
      () => {
        viewStore.getState().setLevel(level);
      },
      () => analysisStore.getState().drawn?.topology.level !== level,
    ),
  ),
  ...kinds.map(([kind, label]) =>
    action(`shown/${kind}`, label, () => {
      const { shown, show } = viewStore.getState();
      show({ [kind]: !shown[kind] });
    }),
  ),
];
