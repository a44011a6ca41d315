import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../state/analysisStore';
import { largeCluster, threeTierShop } from '../fixtures.test-data';
import { standing } from '../layout/standing.test-data';
import { drawn } from '../picture/drawn.test-data';
import { focusOf } from '../picture/focus';
import { noChanges } from '../picture/recentChanges';
import { isMap } from '../picture/scene';
import { sightAt } from '../picture/sight';
import { createToFlow } from '../picture/toFlow';
import type { ShownFlow } from '../shownFlow';
import { pictureSvg } from './pictureSvg';

const caption = { title: 'Shop <&> "co"', notes: ['as Cilium enforces it'] };

function shownOf(answer: Analysis): ShownFlow {
  const { input, places } = standing(answer.topology);
  const selection = { kind: 'nothing' } as const;
  const onMap = isMap(input.plan);
  const drawing = drawn(answer, { selection, changed: new Set(), onMap });
  const flow = createToFlow()({
    answer,
    places,
    changes: noChanges,
    selection,
    drawing,
    focus: focusOf(selection, answer.topology),
    plan: input.plan,
    seen: null,
    glyphs: new Map(),
    unfolded: [],
    sight: sightAt(1),
    classroom: false,
  });
  return { flow, background: [], topology: answer.topology, counts: drawing.counts, onMap };
}

/** Every element that is opened is closed, in order. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', empty] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/gi)) {
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (empty !== '/') open.push(name);
  }
  return open.length === 0;
}

describe('the picture as SVG', () => {
  const answer = threeTierShop();
  const { svg, width, height } = pictureSvg(shownOf(answer), caption);

  it('is well formed, stands by itself and says how large it is', () => {
    expect(isWellFormed(svg)).toBe(true);
    expect(/var\(|NaN|undefined|Infinity|href|<style|<script/.exec(svg)).toBeNull();
    expect(svg.match(/http[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).toContain(`width="${String(width)}" height="${String(height)}"`);
  });

  it('has its title, its notes and every card', () => {
    expect(svg).toContain('<title>Shop &lt;&amp;&gt; &quot;co&quot;</title>');
    expect(svg).toContain('as Cilium enforces it');
    for (const { name, kind } of answer.topology.entities)
      if (kind === 'workload') expect(svg).toContain(`>${name}<`);
    for (const { name } of answer.topology.namespaces) expect(svg).toContain(`>${name}<`);
  });

  it('explains the tones that occur and no others', () => {
    const isTold = (words: string): boolean => svg.includes(words);
    expect(isTold('can reach on the ports shown')).toBe(true);
    expect(isTold('>cannot say<')).toBe(true);
    expect(isTold('several pairs')).toBe(false);
  });

  it('of a large cluster is well formed too', () => {
    const large = pictureSvg(shownOf(largeCluster()), caption);
    expect(isWellFormed(large.svg)).toBe(true);
    expect(/NaN|undefined/.test(large.svg)).toBe(false);
  });
});
