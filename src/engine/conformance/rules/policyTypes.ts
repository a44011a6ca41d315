import { tables } from '../notation';
import { row } from '../row';
import type { Row } from '../row';
import { defaultPolicies, isolation, resource, spec } from '../sources';
import { ingressToA, withPolicy } from '../stage';

const closedNamespace = `
  TCP 80   x/a  x/b  y/a  203.0.113.7
  x/a       -    x    .    .
  x/b       x    -    .    .
  y/a       x    x    -    .
  203.0.113.7 x  x    .    -`;

/** P: which directions a policy is for, and what is left out of its spec. */
export const policyTypeRows: readonly Row[] = [
  row({
    id: 'P1',
    rule: 'Without policyTypes a policy with egress rules is for both directions.',
    source: spec,
    manifests: withPolicy('{podSelector: {matchLabels: {pod: a}}, egress: [{to: [{podSelector: {}}]}]}'),
    checks: tables(`
      TCP 80   x/a  x/b  y/a
      x/a       -    .    x
      x/b       x    -    .
      y/a       x    .    -`),
  }),
  row({
    id: 'P1',
    rule: 'An empty list of policyTypes is the same as none: for ingress alone when there are no egress rules.',
    source: spec,
    manifests: withPolicy(
      '{podSelector: {matchLabels: {pod: a}}, policyTypes: [], ingress: [{from: [{podSelector: {}}]}]}',
    ),
    checks: tables(`
      TCP 80   x/a  x/b  y/a
      x/a       -    .    .
      x/b       .    -    .
      y/a       x    .    -`),
  }),
  row({
    id: 'P2',
    rule: 'An empty list of egress rules does not make it an egress policy.',
    source: spec,
    manifests: withPolicy('{podSelector: {matchLabels: {pod: a}}, egress: []}'),
    checks: tables(`
      TCP 80   x/a  x/b  y/a  203.0.113.7
      x/a       -    .    .    .
      x/b       x    -    .    .`),
  }),
  row({
    id: 'P2',
    rule: 'To deny all egress, policyTypes must say Egress.',
    source: defaultPolicies,
    manifests: withPolicy('{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress]}'),
    checks: tables(`
      TCP 80   x/a  x/b  y/a  203.0.113.7
      x/a       -    x    x    x
      x/b       .    -    .    .`),
  }),
  row({
    id: 'P3',
    rule: 'Egress rules alone, without policyTypes, also deny all ingress.',
    source: spec,
    manifests: withPolicy('{podSelector: {matchLabels: {pod: a}}, egress: [{}]}'),
    checks: tables(`
      TCP 80   x/a  x/b  203.0.113.7
      x/a       -    .    .
      x/b       x    -    .
      203.0.113.7 x  .    -`),
  }),
  row({
    id: 'P4',
    rule: 'A policy for Egress alone does not touch ingress, whatever ingress rules it has.',
    source: isolation,
    manifests: withPolicy(
      '{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress], ingress: [{from: [{podSelector: {}}]}]}',
    ),
    checks: tables(`
      TCP 80   x/a  x/b  y/a
      x/a       -    x    x
      x/b       .    -    .
      y/a       .    .    -`),
  }),
  row({
    id: 'P5',
    rule: 'A policy for Ingress alone does not touch egress, whatever egress rules it has.',
    source: isolation,
    manifests: withPolicy(
      '{podSelector: {matchLabels: {pod: a}}, policyTypes: [Ingress], egress: [{to: [{podSelector: {}}]}]}',
    ),
    checks: tables(`
      TCP 80   x/a  x/b  y/a
      x/a       -    .    .
      x/b       x    -    .
      y/a       x    .    -`),
  }),
  row({
    id: 'P6',
    rule: 'An empty spec denies all ingress to every pod of the namespace.',
    source: spec,
    manifests: withPolicy('{}'),
    checks: tables(closedNamespace),
  }),
  ...['policyTypes: [Ingress]', 'podSelector: , policyTypes: [Ingress]', 'podSelector: {}'].map((text) =>
    row({
      id: 'P7',
      rule: 'A podSelector that is absent, null or empty selects every pod of the namespace.',
      source: spec,
      manifests: withPolicy(`{${text}}`),
      checks: tables(closedNamespace),
    }),
  ),
  row({
    id: 'P8',
    rule: 'A direction listed twice is the same as once.',
    source: spec,
    manifests: withPolicy('{podSelector: {}, policyTypes: [Ingress, Ingress]}'),
    checks: tables(closedNamespace),
  }),
  row({
    id: 'P8',
    rule: 'There are only two directions to list.',
    source: spec,
    manifests: withPolicy('{podSelector: {}, policyTypes: [Ingress, Egress, Ingress]}'),
    diagnostics: [{ code: 'invalid', path: 'spec.policyTypes' }],
  }),
  row({
    id: 'P9',
    rule: 'A port without a protocol is a TCP port.',
    source: resource,
    manifests: ingressToA('[{ports: [{port: 53}]}]'),
    checks: tables('TCP 53 x/a\nx/b .', 'UDP 53 x/a\nx/b x', 'SCTP 53 x/a\nx/b x'),
  }),
];
