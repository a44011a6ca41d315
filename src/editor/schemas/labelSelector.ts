import { t } from '../../language/t';
import { choice, list, object, stringMap, text, type Schema } from './build';

const requirement = (): Schema =>
  object(t`One condition on one label. Several conditions must **all** hold.`, {
    key: text(t`The label the condition is about.`),
    operator: choice(
      t`How the label is compared. A missing label satisfies \`NotIn\` and \`DoesNotExist\`.`,
      {
        In: t`The label is there and its value is one of \`values\`.`,
        NotIn: t`The value is none of \`values\`; also true when the label is **missing**.`,
        Exists: t`The label is there, whatever its value. \`values\` must be absent.`,
        DoesNotExist: t`The label is missing. \`values\` must be absent.`,
      },
    ),
    values: list(
      t`The values for \`In\` and \`NotIn\`, at least one. Must be absent with \`Exists\` and \`DoesNotExist\`.`,
      text(t`A label value: letters, digits, \`-\`, \`_\` and \`.\`, up to 63 characters, or empty.`),
    ),
  });

/** Selects objects by their labels; `about` says which objects and what an empty selector means there. */
export const labelSelector = (about: string): Schema =>
  object(`${about}\n\n${t`Everything under \`matchLabels\` **and** \`matchExpressions\` must hold.`}`, {
    matchLabels: stringMap(
      t`Labels that must be there with exactly these values; **all** of them. Values are strings: quote numbers, \`true\` and \`yes\`. An empty map matches everything.`,
    ),
    matchExpressions: list(
      t`Conditions on labels; **all** of them must hold, together with \`matchLabels\`. An empty list matches everything.`,
      requirement(),
    ),
  });
