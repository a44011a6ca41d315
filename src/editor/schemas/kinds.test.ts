import { afterEach, expect, test } from 'vitest';
import german from '../../language/de.json';
import { english, speak } from '../../language/t';
import { fieldsAt } from './fieldsAt';

afterEach(() => {
  speak(english);
});

test('fields are described in the language that was chosen before they are first asked for', () => {
  speak({ code: 'de', messages: german });
  const about = (field: string): string =>
    fieldsAt('NetworkPolicy', ['spec', 'ingress'])?.fields[field]?.markdownDescription ?? '';
  expect(about('ports')).toMatch(/^Ports, die die Regel öffnet;/);
});
