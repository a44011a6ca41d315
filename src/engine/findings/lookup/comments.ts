import type { NetworkPolicy } from '../../model/policy';
import type { Range } from '../../source';
import type { Inquiry } from '../check';
import { mapIn } from './written';

/** The lines of comment directly above what starts at `start`, also above the marker of its document. */
export function commentsAbove(source: string, start: number): readonly Range[] {
  const found: Range[] = [];
  let end = source.lastIndexOf('\n', start - 1);
  for (let isMarked = false; end > 0;) {
    const from = source.lastIndexOf('\n', end - 1) + 1;
    const line = source.slice(from, end).trim();
    const isMarker = line.startsWith('---') && !isMarked;
    if (!line.startsWith('#') && !isMarker) break;
    if (isMarker) isMarked = true;
    else
      found.push({ start: source.indexOf('#', from), end: from + source.slice(from, end).trimEnd().length });
    end = from - 1;
  }
  return found;
}

/** What a person says of a policy: its metadata (name, labels, annotations) and the comments in and above it. */
export function saidOf(policy: NetworkPolicy, ask: Inquiry): string {
  const source = ask.source(policy);
  const { start, end } = policy.range;
  const metadata = mapIn(ask.tree(policy), 'metadata')?.range;
  const inside = source.slice(start, end).match(/(?:^|\s)#.*$/gm) ?? [];
  return [
    policy.name,
    ...(metadata ? [source.slice(metadata.start, metadata.end)] : []),
    ...commentsAbove(source, start).map((range) => source.slice(range.start, range.end)),
    ...inside,
  ].join('\n');
}
