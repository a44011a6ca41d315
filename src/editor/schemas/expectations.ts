import { list, object, portOrName, text, type Fields, type Schema } from './build';

const end = (about: string): Schema =>
  text(
    [
      about,
      '',
      '- `shop/web`, `web`, `Deployment/shop/web`: a workload or pod',
      '- `namespace shop`, `not namespace shop` (with everything outside the cluster)',
      '- `any pod`, `pods with app=web`, `pods with app=web,tier in (a,b) in shop`',
      '- `outside`, an address or a CIDR',
    ].join('\n'),
  );

const between = (about: string, without: string): Schema =>
  object(about, {
    from: end('Who connects.'),
    to: end('To whom.'),
    port: {
      type: ['integer', 'string', 'array'],
      items: portOrName('One of the ports.'),
      markdownDescription: `The port of the destination pod: \`8080\` (TCP), \`UDP/53\`, \`8000-8080\`, \`TCP\` (all of it), the name of a container port, or a list of these. ${without}`,
    },
  });

/** netpol-playground/v1 Expectations, beside apiVersion and kind. */
export const expectationFields: Fields = {
  metadata: object('What the expectations are called.', { name: text('A name for people.') }),
  expectations: list(
    'Each says one thing that must hold; all are checked.',
    object('Either `allow` or `block`.', {
      name: text('Shown instead of the sentence made of the rest.'),
      allow: between(
        'Holds when **every** pair of these can connect, for certain.',
        'Absent: every port must pass.',
      ),
      block: between('Holds when **no** pair of these can connect.', 'Absent: nothing at all may pass.'),
    }),
  ),
};
