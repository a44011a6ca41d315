import { expect, test } from 'vitest';
import { shortPorts } from './sentences';

test('as many ports as there is room for are told, and how many more there are', () => {
  const three = 'TCP 8080, 8443, 9090';
  expect(shortPorts(three, 40)).toBe(three);
  expect(shortPorts(three, 19)).toBe('TCP 8080, 8443 +1');
  expect(shortPorts(three, 14)).toBe('TCP 8080 +2');
  expect(shortPorts('TCP 53 · UDP 53', 12)).toBe('TCP 53 +1');
});

test('one port is told whatever the room, but not at any length', () => {
  expect(shortPorts('TCP 8080', 2)).toBe('TCP 8080');
  expect(shortPorts('TCP 8080, 8443', -1)).toBe('TCP 8080 +1');
  expect(shortPorts('TCP 10000–20000 but 15000', 40)).toBe('TCP 10000–20000 but…');
});
