import { Session, type FileId, type SourceFile } from '../engine';
import type { AnalyzeRequest, Request, Response } from './protocol';

/** The engine's own thread. It owns the cluster; the only `try` that catches bugs is here. */
const session = new Session();
const files = new Map<FileId, SourceFile>();

function analyze({ revision, changed, order, cni, leap, knownTopology }: AnalyzeRequest): void {
  for (const file of changed) files.set(file.id, file);
  const open = order.flatMap((id) => files.get(id) ?? []);
  for (const id of [...files.keys()]) if (!order.includes(id)) files.delete(id);
  const { topology, ...answer } = session.analyze(open, cni, leap);
  const { tones, ports, locks } = answer.picture;
  const { pairs, signs } = answer.changes;
  send(
    {
      type: 'analysis',
      revision,
      answer,
      topology: topology.id === knownTopology ? null : topology,
      topologyId: topology.id,
    },
    [tones.buffer, ports.buffer, locks.buffer, pairs.buffer, signs.buffer],
  );
}

function send(response: Response, transfer: Transferable[] = []): void {
  self.postMessage(response, { transfer });
}

self.onmessage = ({ data: request }: MessageEvent<Request>): void => {
  try {
    switch (request.type) {
      case 'analyze':
        analyze(request);
        break;
      case 'explainPair':
        send({
          type: 'pair',
          revision: request.revision,
          explanation: session.explainPair(request.source, request.destination),
        });
        break;
      case 'explainEntity':
        send({
          type: 'entity',
          revision: request.revision,
          explanation: session.explainEntity(request.entity),
        });
        break;
    }
  } catch (error) {
    // The message of a bug may quote the user's text: only its kind leaves the worker.
    const message = error instanceof Error ? error.name : 'unknown error';
    send({ type: 'failed', revision: request.revision, message });
  }
};

send({ type: 'ready' });
