import { t } from '../../language/t';
import { list, object, portOrName, text, type Fields, type Schema } from './build';

const end = (about: string): Schema =>
  text(
    [
      about,
      '',
      t`- \`shop/web\`, \`web\`, \`Deployment/shop/web\`: a workload or pod`,
      t`- \`namespace shop\`, \`not namespace shop\` (with everything outside the cluster)`,
      '- `any pod`, `pods with app=web`, `pods with app=web,tier in (a,b) in shop`',
      t`- \`outside\`, an address or a CIDR`,
    ].join('\n'),
  );

const between = (about: string, without: string): Schema =>
  object(about, {
    from: end(t`Who connects.`),
    to: end(t`To whom.`),
    port: {
      type: ['integer', 'string', 'array'],
      items: portOrName(t`One of the ports.`),
      markdownDescription: `${t`The port of the destination pod: \`8080\` (TCP), \`UDP/53\`, \`8000-8080\`, \`TCP\` (all of it), the name of a container port, or a list of these.`} ${without}`,
    },
  });

/** netpol-playground/v1 Expectations, beside apiVersion and kind. */
export const expectationFields = (): Fields => ({
  metadata: object(t`What the expectations are called.`, { name: text(t`A name for people.`) }),
  expectations: list(
    t`Each says one thing that must hold; all are checked.`,
    object(t`Either \`allow\` or \`block\`.`, {
      name: text(t`Shown instead of the sentence made of the rest.`),
      allow: between(
        t`Holds when **every** pair of these can connect, for certain.`,
        t`Absent: every port must pass.`,
      ),
      block: between(t`Holds when **no** pair of these can connect.`, t`Absent: nothing at all may pass.`),
    }),
  ),
});
