import { choice, list, object, stringMap, text, type Schema } from './build';

const requirement = object('One condition on one label. Several conditions must **all** hold.', {
  key: text('The label the condition is about.'),
  operator: choice('How the label is compared. A missing label satisfies `NotIn` and `DoesNotExist`.', {
    In: 'The label is there and its value is one of `values`.',
    NotIn: 'The value is none of `values`; also true when the label is **missing**.',
    Exists: 'The label is there, whatever its value. `values` must be absent.',
    DoesNotExist: 'The label is missing. `values` must be absent.',
  }),
  values: list(
    'The values for `In` and `NotIn`, at least one. Must be absent with `Exists` and `DoesNotExist`.',
    text('A label value: letters, digits, `-`, `_` and `.`, up to 63 characters, or empty.'),
  ),
});

/** Selects objects by their labels; `about` says which objects and what an empty selector means there. */
export const labelSelector = (about: string): Schema =>
  object(`${about}\n\nEverything under \`matchLabels\` **and** \`matchExpressions\` must hold.`, {
    matchLabels: stringMap(
      'Labels that must be there with exactly these values; **all** of them. Values are strings: quote numbers, `true` and `yes`. An empty map matches everything.',
    ),
    matchExpressions: list(
      'Conditions on labels; **all** of them must hold, together with `matchLabels`. An empty list matches everything.',
      requirement,
    ),
  });
