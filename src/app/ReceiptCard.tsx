import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Place, Receipt } from '../engine';
import { useIntake } from '../intake';
import { n, t } from '../language/t';
import { persistenceStore } from '../state/persistence';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { leftSentence } from './importWords';
import { countedKind, kindsLine } from './words';

/** What became of everything that was given. */
export function ReceiptCard({ receipt }: { readonly receipt: Receipt }) {
  const { used, foldedPods, completedPods, ignored, rejected, unsupported } = receipt;
  const refused = rejected.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name);
  const inferred = receipt.inferredNamespaces.filter((name) => !refused.includes(name));
  const dropped = useIntake(({ receipt: taken }) => taken && leftSentence(taken));
  const persistence = useStore(persistenceStore, (state) => state.persistence);
  return (
    <>
      <h2 className="app-card-title">{t`What was read`}</h2>
      <dl className="app-card-list">
        <Entry title={t`Used`}>{used.length > 0 ? kindsLine(used) : t`Nothing yet.`}</Entry>
        {inferred.length > 0 && <Entry title={t`Namespaces nobody declared`}>{inferred.join(', ')}</Entry>}
        {foldedPods > 0 && <Entry title={t`Folded`}>{foldedWords(foldedPods)}</Entry>}
        {completedPods > 0 && <Entry title={t`Left out`}>{completedWords(completedPods)}</Entry>}
        {ignored.length > 0 && (
          <Entry title={t`Ignored, does not matter here`}>
            {ignored.map(({ kind, count, names }) => (
              <details key={kind} className="app-card-fold">
                <summary>{countedKind({ kind, count })}</summary>
                {names.join(', ')}
              </details>
            ))}
          </Entry>
        )}
        {rejected.length > 0 && (
          <Entry title={t`Left out because of an error`}>
            <Places objects={rejected} />
          </Entry>
        )}
        {unsupported.length > 0 && (
          <Entry title={t`Not evaluated: what they could change cannot be said`}>
            <Places objects={unsupported} />
          </Entry>
        )}
        {dropped !== null && <Entry title={t`Left at the door`}>{dropped}</Entry>}
        {persistence === 'off' && (
          <Entry title={t`Not kept`}>{t`This browser keeps nothing between visits.`}</Entry>
        )}
      </dl>
    </>
  );
}

const foldedWords = (count: number): string =>
  n(count)`${count} pod shown as part of its workload|${count} pods shown as part of their workload`;

const completedWords = (count: number): string =>
  n(count)`${count} pod that has finished|${count} pods that have finished`;

function Entry({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Written = { readonly kind: string; readonly name: string; readonly place: Place };

function Places({ objects }: { readonly objects: readonly Written[] }) {
  return (
    <ul>
      {objects.map(({ kind, name, place }) => (
        <li key={`${place.file} ${String(place.start)}`}>
          <Button
            look="link"
            onClick={() => {
              viewStore.getState().revealPlace(place);
            }}
          >
            {kind} {name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
