import { expect, it } from 'vitest';
import type { Finding, PlacedDiagnostic, SourceFile } from '../../engine';
import { problemRows } from './problemRows';

const files: readonly SourceFile[] = ['b', 'a'].map((id) => ({ id, name: id, text: '' }));
const spot = (file: string, start: number) => ({
  place: { file, start, end: start + 1 },
  line: 1,
  column: start + 1,
});

const diagnostic = (file: string, start: number, severity: Finding['severity']): PlacedDiagnostic => ({
  ...spot(file, start),
  code: 'unknown-field',
  severity,
  message: '',
  path: '',
});
const finding = (file: string, start: number, severity: Finding['severity'], replaces = false): Finding => ({
  ...spot(file, start),
  code: 'mistyped-field',
  severity,
  message: '',
  explanation: '',
  concerns: [],
  concerned: 0,
  docs: '',
  fixes: [],
  replaces: replaces ? 'unknown-field' : null,
});
const shown = (...args: Parameters<typeof problemRows>) =>
  problemRows(...args).map(({ kind, place }) => `${kind} ${place.file} ${String(place.start)}`);

it('puts the gravest first, then goes by file and place', () => {
  const findings = [finding('a', 1, 'error'), finding('b', 9, 'warning'), finding('b', 2, 'warning')];
  expect(shown([diagnostic('a', 0, 'warning')], { findings, total: 3 }, true, files)).toEqual([
    'finding a 1',
    'finding b 2',
    'finding b 9',
    'diagnostic a 0',
  ]);
});

it('leaves out what a finding says better', () => {
  const diagnostics = [diagnostic('a', 1, 'error'), diagnostic('a', 5, 'error')];
  const findings = [finding('a', 5, 'error', true)];
  expect(shown(diagnostics, { findings, total: 1 }, true, files)).toEqual(['diagnostic a 1', 'finding a 5']);
});

it('says nothing twice while the findings are of an older text', () => {
  const findings = [finding('a', 5, 'error', true)];
  expect(shown([diagnostic('a', 6, 'error')], { findings, total: 1 }, false, files)).toEqual(['finding a 5']);
  expect(shown([diagnostic('a', 6, 'error')], null, false, files)).toEqual(['diagnostic a 6']);
});
