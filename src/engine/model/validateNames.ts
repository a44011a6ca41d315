/**
 * The API server's checks of names (k8s.io/apimachinery/pkg/util/validation). Each returns what is wrong, in its
 * words; nothing when the value is valid.
 */
type Check = (value: string) => readonly string[];

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

const qualifiedWords =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName', or 'my.name', or '123-abc')";

/** A name of most objects. */
export const checkSubdomain: Check = (value) => [
  ...atMost(253, value),
  ...unless(
    SUBDOMAIN.test(value),
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com')",
  ),
];

/** The name of a namespace. */
export const checkDnsLabel: Check = (value) => [
  ...atMost(63, value),
  ...unless(
    LABEL.test(value),
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name', or '123-abc')",
  ),
];

/** The key of a label or annotation. */
export const checkQualifiedName: Check = (value) => {
  const parts = value.split('/');
  const [prefix, name] = parts.length === 1 ? [null, value] : [parts[0] ?? '', parts[1] ?? ''];
  if (parts.length > 2) {
    return [
      `a qualified name ${qualifiedWords} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  return [
    ...(prefix === '' ? ['prefix part must be non-empty'] : []),
    ...(prefix ? checkSubdomain(prefix).map((words) => `prefix part ${words}`) : []),
    ...unless(name !== '', 'name part must be non-empty'),
    ...atMost(63, name).map((words) => `name part ${words}`),
    ...unless(QUALIFIED.test(name), `name part ${qualifiedWords}`),
  ];
};

/** The value of a label. */
export const checkLabelValue: Check = (value) => [
  ...atMost(63, value),
  ...unless(
    value === '' || QUALIFIED.test(value),
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', or 'my_value', or '12345')",
  ),
];

/** The name of a container port. */
export const checkPortName: Check = (value) => [
  ...atMost(15, value),
  ...unless(
    /^[-a-z0-9]+$/.test(value),
    'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
  ),
  ...unless(/[a-z]/.test(value), 'must contain at least one letter (a-z)'),
  ...unless(!value.includes('--'), 'must not contain consecutive hyphens'),
  ...unless(!value.startsWith('-') && !value.endsWith('-'), 'must not begin or end with a hyphen'),
];

/** A port number. */
export function checkPortNumber(value: number): readonly string[] {
  return unless(value >= 1 && value <= 65535, 'must be between 1 and 65535, inclusive');
}

function atMost(length: number, value: string): readonly string[] {
  return unless(value.length <= length, `must be no more than ${String(length)} characters`);
}

function unless(valid: boolean, words: string): readonly string[] {
  return valid ? [] : [words];
}
