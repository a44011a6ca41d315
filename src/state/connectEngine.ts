import { startEngine, type EngineWorker } from '../worker/engineClient';
import { analysisStore } from './analysisStore';
import { setAskedEngine } from './askEngine';
import { documentStore } from './documentStore';
import { viewStore } from './viewStore';

/** The one wire between the user's text and the engine, and from its answers to the page. Returns how to cut it. */
export function connectEngine(createWorker: () => EngineWorker): () => void {
  const { receive, receivePair, receiveEntity, forgetSelection, setEngine } = analysisStore.getState();

  const client = startEngine(
    {
      analysis: (analysis) => {
        receive(analysis);
      },
      pair: (pair) => {
        const { selection } = viewStore.getState();
        const wanted =
          selection.kind === 'pair' &&
          (pair === null || (pair.source === selection.source && pair.destination === selection.destination));
        if (wanted) receivePair(pair);
      },
      entity: (entity) => {
        const { selection } = viewStore.getState();
        if (selection.kind === 'entity' && (entity === null || entity.entity === selection.entity)) {
          receiveEntity(entity);
        }
      },
      state: (state) => {
        setEngine(state);
      },
    },
    { createWorker },
  );

  setAskedEngine(client);
  const analyze = (): void => {
    const { revision, files, cni, leap } = documentStore.getState();
    const { view } = viewStore.getState();
    client.analyze({ revision, files, cni, leap, view });
  };
  /** Asks for the retelling of what is selected, of the answer that is drawn. */
  const explain = (): void => {
    const { selection } = viewStore.getState();
    const revision = analysisStore.getState().drawn?.revision ?? 0;
    switch (selection.kind) {
      case 'nothing':
        forgetSelection();
        break;
      case 'entity':
        client.explainEntity(revision, selection.entity);
        break;
      case 'pair':
        client.explainPair(revision, selection.source, selection.destination);
        break;
    }
  };

  const unsubscribe = [
    documentStore.subscribe((state, before) => {
      if (state.revision !== before.revision) analyze();
    }),
    viewStore.subscribe((state, before) => {
      if (state.view !== before.view) analyze();
      if (state.selection !== before.selection) {
        forgetSelection();
        explain();
      }
    }),
    analysisStore.subscribe((state, before) => {
      if (state.drawn !== before.drawn) explain();
    }),
  ];
  analyze();
  return () => {
    for (const stop of unsubscribe) stop();
    setAskedEngine(null);
    client.dispose();
  };
}
