import { listConnections } from '../engine';
import { evaluated, type InputOptions } from './evaluated';
import { connectionLines, type Format } from './format';
import { readInput } from './readInput';
import { writeLines } from './writeLines';

/** What is to be listed, and how. */
export interface ListOptions extends InputOptions {
  readonly format: Format;
  /** Pods instead of workloads. */
  readonly pods: boolean;
}

/** Lists the pairs between which something can pass; returns the exit status. */
export async function runList(paths: readonly string[], options: ListOptions): Promise<number> {
  const { format, pods } = options;
  const told = format === 'json' ? 'json' : 'text';
  const { session, answer, isUsable } = evaluated(await readInput(paths), options, told);
  if (isUsable || format === 'json') {
    const { evaluation } = session;
    const connections = evaluation ? listConnections(evaluation, pods ? 'pod' : 'workload') : [];
    await writeLines(connectionLines(connections, answer, format));
  }
  return isUsable ? 0 : 2;
}
