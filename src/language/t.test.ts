import { afterEach, describe, expect, it } from 'vitest';
import { english, grouped, keyOf, n, speak, t } from './t';

afterEach(() => {
  speak(english);
});

const cannot = (from: string, to: string): string => t`${from} cannot reach ${to}`;
const pods = (count: number): string => n(count)`${count} pod|${count} pods`;

describe('a message', () => {
  it('is what stands in the code, in English', () => {
    expect([cannot('web', 'db'), pods(1), pods(0), pods(12_289)]).toEqual([
      'web cannot reach db',
      '1 pod',
      '0 pods',
      '12,289 pods',
    ]);
  });

  it('is found by its pattern in another language, which may turn its values round', () => {
    speak({
      code: 'de',
      messages: {
        '{0} cannot reach {1}': '{1} ist für {0} nicht erreichbar',
        '{0} pod|{1} pods': '{0} Pod|{1} Pods',
      },
    });
    expect([cannot('web', 'db'), pods(1), pods(12_289)]).toEqual([
      'db ist für web nicht erreichbar',
      '1 Pod',
      '12.289 Pods',
    ]);
  });

  it('has as many forms as the language has plurals', () => {
    speak({ code: 'pl', messages: { '{0} pod|{1} pods': '{0} pod|{0} pody|{0} podów|{0} poda' } });
    expect([1, 3, 5, 1.5].map(pods)).toEqual(['1 pod', '3 pody', '5 podów', '1,5 poda']);
  });

  it('stays English where the catalogue does not have it', () => {
    speak({ code: 'pl', messages: {} });
    expect([cannot('web', 'db'), pods(1), pods(5)]).toEqual(['web cannot reach db', '1 pod', '5 pods']);
  });

  it('takes what its values say as it is', () => {
    expect(cannot('{1}', 'a|b')).toBe('{1} cannot reach a|b');
    expect(t`port ${8080}`).toBe('port 8080');
    expect(grouped(8080)).toBe('8,080');
  });

  it('has a key without its values', () => {
    expect([keyOf(['Files']), keyOf(['', ' of ', ''])]).toEqual(['Files', '{0} of {1}']);
  });
});
