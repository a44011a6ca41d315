import { load } from 'js-yaml';
import { parse } from 'yaml';
import { DocumentCache } from '../engine/documents';
import { decodeRegular } from '../engine/model/decodeRegular';
import { SEED } from './cases';
import { rounded, spreadOf, timed } from './clock';
import { kubectlDump } from './dump';
import { ratioOf, type Way } from './interleave';
import type { ReaderResult } from './results';

const PODS = 300;

/** The engine's reader and decoders against parsers that only make plain objects, on one dump. */
export function measureReaders(): ReaderResult {
  const text = kubectlDump({ pods: PODS, policies: 0, namespaces: 10, replicas: 3 }, SEED);
  const json = JSON.stringify(load(text));
  const read = (): DocumentCache => {
    const cache = new DocumentCache();
    cache.readRegular = decodeRegular;
    cache.open([{ id: 'dump', name: 'dump.yaml', text }]);
    return cache;
  };
  const reader: Way = { run: () => void read(), scale: 1 };
  const jsYaml: Way = { run: () => void load(text), scale: 1 };
  const yaml: Way = { run: () => void parse(text), scale: 1 };
  const plain: Way = { run: () => void JSON.parse(json), scale: 1 };
  const ms = ({ run }: Way, runs: number): number =>
    spreadOf(Array.from({ length: runs }, () => timed(run).ms).slice(Math.ceil(runs / 5))).p50;
  const { parsed, readFast } = read();
  if (parsed < PODS || parsed !== readFast) throw new RangeError('the reader did not take everything');
  return {
    megabytes: rounded(text.length / 1e6),
    ms: { reader: ms(reader, 20), jsYaml: ms(jsYaml, 10), yaml: ms(yaml, 1), json: ms(plain, 10) },
    jsYamlToReader: ratioOf(jsYaml, reader, 10),
    yamlToReader: ratioOf(yaml, reader, 2),
  };
}
