import { expect, it } from 'vitest';
import { findingsOfCode } from '../find.testing';
import { doc, pod, policy } from './manifests.testing';

const code = 'not-enforced';
const closed = policy('shop', 'closed', null, 'policyTypes: [Ingress]') + pod('shop', 'web');
const daemons = (name: string): string =>
  doc(`apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}, namespace: kube-system}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {hostNetwork: true, containers: [{name: main}]}`);

it('is found once with a plugin that enforces nothing', () => {
  const more = policy('shop', 'more', null, 'policyTypes: [Egress]');
  expect(findingsOfCode(closed + more, code, 'none').map(({ severity }) => severity)).toEqual(['info']);
});

it('is found where flannel runs alone', () => {
  expect(findingsOfCode(closed + daemons('kube-flannel-ds'), code)).toHaveLength(1);
});

it('is not found with another plugin, beside flannel too, nor without policies', () => {
  expect(findingsOfCode(closed, code)).toEqual([]);
  expect(findingsOfCode(closed + daemons('kube-flannel-ds') + daemons('calico-node'), code)).toEqual([]);
  expect(findingsOfCode(pod('shop', 'web'), code, 'none')).toEqual([]);
});
