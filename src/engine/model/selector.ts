import { asMap, asString, fieldOf, listAt, mapAt, spotOf, type Field, type MapField } from './fields';
import { labelEntries } from './labels';
import type { LabelSelector, Requirement } from './policy';
import { forbidden, invalid, required, type Problems } from './problems';
import { refuseUnknownFields } from './unknownFields';
import { checkLabelValue, checkQualifiedName } from './validateNames';

/**
 * A LabelSelector with the server's checks (apimachinery ValidateLabelSelector). Empty or null parts match everything.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function decodeSelector(selector: MapField, problems: Problems): LabelSelector {
  refuseUnknownFields(selector, ['matchLabels', 'matchExpressions'], problems);
  const labels = mapAt(selector, 'matchLabels', problems);
  const equal = labels === null ? [] : labelEntries(labels, problems);
  const expressions = listAt(selector, 'matchExpressions', problems);
  return {
    requirements: [
      ...equal.map(({ key, value, range }): Requirement => ({ key, operator: 'In', values: [value], range })),
      ...expressions.flatMap((item) => decodeExpression(item, problems) ?? []),
    ],
    range: selector.tree.range,
  };
}

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

function decodeExpression(item: Field, problems: Problems): Requirement | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  refuseUnknownFields(map, ['key', 'operator', 'values'], problems);

  const keyField = fieldOf(map, 'key');
  const key = keyField === null ? '' : asString(keyField, problems);
  if (key !== null) invalid(problems, spotOf(map, 'key'), key, checkQualifiedName(key));

  const items = listAt(map, 'values', problems);
  const values = items.map((value) => {
    const text = asString(value, problems) ?? '';
    invalid(problems, value, text, checkLabelValue(text));
    return text;
  });

  const operatorField = fieldOf(map, 'operator');
  const word = operatorField === null ? '' : asString(operatorField, problems);
  if (word === null) return null;
  const operator = operators.find((known) => known === word);
  if (operator === undefined) {
    invalid(problems, spotOf(map, 'operator'), word, ['not a valid selector operator']);
    return null;
  }
  const wantsValues = operator === 'In' || operator === 'NotIn';
  if (wantsValues && items.length === 0 && (fieldOf(map, 'values')?.tree.kind ?? 'list') === 'list') {
    required(problems, spotOf(map, 'values'), "must be specified when `operator` is 'In' or 'NotIn'");
  }
  if (!wantsValues && items.length > 0) {
    forbidden(
      problems,
      spotOf(map, 'values'),
      "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    );
  }
  return { key: key ?? '', operator, values: wantsValues ? values : [], range: map.tree.range };
}
