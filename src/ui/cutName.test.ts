import { describe, expect, it } from 'vitest';
import { partsOf, shortName, tellingOf } from './cutName';

const tellingsOf = (...names: string[]): readonly number[] =>
  tellingOf(
    names.map((name) => ({ name })),
    () => 'shop',
  );

describe('a long name', () => {
  it('keeps its last words, as many as are short together', () => {
    expect(partsOf('checkout-primary-eu-west-1')?.end).toBe('west-1');
    expect(partsOf('kubernetes-dashboard-scraper')?.end).toBe('scraper');
    expect(partsOf('checkout-5d4f8c7b9-x7x2p')?.end).toBe('x7x2p');
    expect(partsOf('averylongnamewithoutanywords')?.end).toBe('ywords');
    expect(partsOf('frontend')).toBeNull();
  });

  it('loses nothing when it is cut in pieces', () => {
    for (const name of ['payments-checkout-service-primary-eu-west-1', '10.0.0.0/8 except 10.1.0.0/16']) {
      for (const telling of [0, 9, 18, 26, 40]) {
        const { start, middle, end } = partsOf(name, telling) ?? { start: '', middle: '', end: '' };
        expect(start + middle + end).toBe(name);
      }
    }
  });

  it('is told from its kin by what comes after the words they share', () => {
    const [primary, standby, web] = tellingsOf(
      'payments-checkout-primary-eu-west-1',
      'payments-checkout-standby-eu-west-1',
      'web',
    );
    expect([primary, standby, web]).toEqual(['payments-checkout-'.length, 'payments-checkout-'.length, 0]);
    expect(partsOf('payments-checkout-primary-eu-west-1', primary)).toEqual({
      start: 'payments-checkout-',
      middle: 'primary-eu-',
      end: 'west-1',
    });
  });

  it('is told from names of its own kin only', () => {
    const items = ['a', 'b'].map((kin) => ({ name: `payments-checkout-primary-${kin}`, kin }));
    expect(tellingOf(items, ({ kin }) => kin)).toEqual([0, 0]);
    expect(tellingOf(items, () => '')).toEqual([26, 26]);
  });

  it('fits into a number of letters, and stays apart from its kin', () => {
    const names = ['primary', 'standby'].flatMap((role) =>
      [1, 2].map((zone) => `payments-checkout-service-${role}-eu-west-${String(zone)}`),
    );
    const tellings = tellingsOf(...names);
    for (const most of [16, 20, 22]) {
      const shown = names.map((name, index) => shortName(name, most, tellings[index]));
      expect(new Set(shown).size).toBe(names.length);
      expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(most);
    }
    expect(shortName('web', 10)).toBe('web');
  });
});
