import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAddress, readViewAddress, writeViewAddress, type ViewAddress } from './urlView';

const looked: ViewAddress = {
  form: 'matrix',
  view: {
    level: 'workloads',
    unfolded: ['Deployment/shop/web'],
    folded: ['Namespace/kube-system'],
    alike: true,
  },
  selection: { kind: 'pair', source: 'Deployment/shop/web', destination: 'external/10.0.0.0/8' },
  shown: { allowed: true, blocked: false, open: false },
  filter: { text: 'ns:shop -label:app=web "a & b"', mode: 'hide' },
};

describe('the address of a view', () => {
  it('is nothing for a plain view', () => {
    expect(writeViewAddress('', plainAddress)).toBe('');
    expect(readViewAddress('')).toBeNull();
  });

  it('can be read by people', () => {
    const filter = { text: 'ns:shop and port:8080', mode: 'focus' } as const;
    const selection = { kind: 'entity', entity: 'Deployment/shop/web' } as const;
    expect(writeViewAddress('', { ...plainAddress, filter, selection })).toBe(
      'view=1&at=Deployment/shop/web&filter=ns:shop+and+port:8080',
    );
  });

  it('brings back what was written', () => {
    expect(readViewAddress(writeViewAddress('', looked))).toEqual(looked);
    const names = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(names, names, names, (text, at, unfolded) => {
        // A filter is trimmed, and control characters are in no name.
        fc.pre(text.trim() === text && text !== '');
        const address: ViewAddress = {
          ...looked,
          view: { ...looked.view, unfolded: [unfolded] },
          selection: { kind: 'entity', entity: at },
          filter: { text, mode: 'focus' },
        };
        expect(readViewAddress(writeViewAddress('', address))).toEqual(address);
      }),
    );
  });

  it('keeps what else stands in the fragment, letter by letter', () => {
    const link = 'w=abc%2Fd+e==&lesson&view=1&form=matrix&x=%zz';
    const written = writeViewAddress(link, looked);
    expect(written.startsWith('w=abc%2Fd+e==&lesson&x=%zz&view=1&')).toBe(true);
    expect(readViewAddress(written)).toEqual(looked);
    expect(writeViewAddress(written, plainAddress)).toBe('w=abc%2Fd+e==&lesson&x=%zz');
  });

  it('of another version is not read', () => {
    expect(readViewAddress('view=2&form=matrix')).toBeNull();
    expect(readViewAddress('form=matrix')).toBeNull();
  });

  it('is read as far as it can be', () => {
    expect(
      readViewAddress('view=1&level=galaxy&alike=perhaps&without=x,blocked&from=a&filter=%E0%A4%A'),
    ).toEqual({
      ...plainAddress,
      shown: { allowed: true, blocked: false, open: true },
    });
    expect(readViewAddress(`view=1&filter=${'x'.repeat(5000)}&at=a%00b`)).toEqual(plainAddress);
  });

  it('never throws on any text, and what it read it writes so that it is read alike', () => {
    const pieces = fc.constantFrom(
      'view=1',
      '&',
      '=',
      'at=',
      'filter=',
      '%',
      '%2',
      '+',
      '#',
      'fold=',
      'x',
      '🙂',
      '\u0000',
      'rest=hidden',
    );
    const garbage = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => `view=1&${all.join('')}`),
    );
    fc.assert(
      fc.property(garbage, (fragment) => {
        const read = readViewAddress(fragment);
        const written = writeViewAddress(fragment, read ?? plainAddress);
        const again = readViewAddress(written) ?? plainAddress;
        const filter = { ...again.filter, text: (read ?? plainAddress).filter.text.trim() };
        expect(again).toEqual({ ...(read ?? plainAddress), filter });
      }),
      { numRuns: 2000 },
    );
  });
});
