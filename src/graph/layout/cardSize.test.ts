import { expect, test } from 'vitest';
import { Session, type ExternalEntity } from '../../engine';
import { externalLine } from './cardSize';

const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: []}\n`;
const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: some, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 'fd00::/8'}}]}]}
`;

function linesOf(text: string): readonly string[] {
  const view = { level: 'workloads', unfolded: ['outside'], folded: [], alike: false } as const;
  const { topology } = new Session().analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, view);
  return topology.entities
    .filter((entity): entity is ExternalEntity => entity.kind === 'external')
    .map((entity) => `${entity.name}: ${externalLine(entity)}`);
}

test('the rest of the addresses is every address only while no policy names any', () => {
  expect(linesOf(pod)).toEqual(['Outside: every address']);
  expect(linesOf(pod + policy)).toEqual(['fd00::/8: address range', 'Everything else: no policy names it']);
});
