import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import german from '../../language/de.json';
import { english, speak } from '../../language/t';
import { splitTerms } from './splitTerms';
import { terms } from './terms';

const marked = (sentence: string): readonly (string | null)[] =>
  splitTerms(sentence).flatMap(({ term }) => (term === null ? [] : [term]));

describe('terms in a sentence', () => {
  it('are marked, the first time only, and nothing of the sentence is lost', () => {
    const sentence = 'db is isolated for ingress: no NetworkPolicy lets ingress in. It stays isolated.';
    expect(marked(sentence)).toEqual(['isolated', 'ingress', 'networkpolicy']);
    expect(
      splitTerms(sentence)
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence);
  });

  it('are not looked for inside names', () => {
    expect(marked('deny-egress lets web.ingress.svc, ns/ingress and DNSmasq through')).toEqual([]);
  });

  it('are found at the end of a sentence and in brackets', () => {
    expect(marked('It has no podSelector.')).toEqual(['podselector']);
    expect(marked('(ipBlock)')).toEqual(['ipblock']);
  });
});

describe('the glossary', () => {
  it('has every term once, in order, with a page of the documentation', () => {
    const names = terms().map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
    expect(new Set(terms().map(({ id }) => id)).size).toBe(terms().length);
    expect(terms().filter(({ docs }) => !docs.startsWith('https://kubernetes.io/'))).toEqual([]);
    expect(terms().length).toBeGreaterThanOrEqual(30);
  });

  it('writes no word for two terms', () => {
    const words = terms().flatMap(({ written }) => written);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('in German', () => {
  beforeAll(() => {
    speak({ code: 'de', messages: german });
  });
  afterAll(() => {
    speak(english);
  });

  it('terms are found however they are inflected, and no part of a word is', () => {
    expect(marked('Isolierte Pods: ausgehende Verbindungen, isolierten Pods, ein ipBlock.')).toEqual([
      'isolated',
      'egress',
      'ipblock',
    ]);
    expect(marked('überisoliert, isolierteste, web-Ingress')).toEqual([]);
  });

  it('the glossary has an order of its own, and writes no word for two terms', () => {
    expect(terms().map(({ name }) => name)).toContain('benannter Port');
    const ids = terms().map(({ id }) => id);
    expect(ids.indexOf('named-port')).toBeLessThan(ids.indexOf('cidr'));
    const words = terms().flatMap(({ written }) => written);
    expect(new Set(words).size).toBe(words.length);
  });
});
