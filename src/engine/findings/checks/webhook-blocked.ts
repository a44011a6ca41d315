import { t } from '../../../language/t';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Row } from '../../evaluate/row';
import type { ServiceObject, ServicePort } from '../../model/objects';
import type { Found, Inquiry, NamespaceCheck } from '../check';
import { appendTo } from '../edit';
import { firstPod } from '../lookup/declared';
import { narrowestOf } from '../lookup/narrowest';
import { pages } from '../lookup/pages';
import { backingOf, targetIn } from '../lookup/services';
import { isCalled } from '../lookup/webhooks';
import { fixIn, mapIn } from '../lookup/written';

/** A webhook that the API server cannot call: nothing from outside the pod network may reach it. */
export const webhookBlocked: NamespaceCheck = {
  code: 'webhook-blocked',
  severity: 'info',
  docs: pages.webhooks,
  looksAt: 'namespace',
  find: (namespace, _policies, ask) =>
    backingOf(ask.state.space.cluster)
      .inNamespace(namespace)
      .flatMap((service) =>
        service.ports
          .filter((port) => isCalled(service, port, ask) || isWebhook(service, port))
          .slice(0, 1)
          .flatMap((port) => findBehind(service, port, ask)),
      ),
};

const word = /(?:^|-)(?:webhooks?|admission)(?:-|$)/;

/** By its name, for manifests seldom show its configuration: the Service, its port, or the port of the pods. */
function isWebhook({ name, ports }: ServiceObject, port: ServicePort): boolean {
  const isNamed = (text: number | string | null): boolean => typeof text === 'string' && word.test(text);
  return (
    isNamed(port.name) ||
    isNamed(port.targetPort) ||
    (isNamed(name) && port.port === 443) ||
    (isNamed(name) && ports.length === 1)
  );
}

function findBehind(service: ServiceObject, port: ServicePort, ask: Inquiry): readonly Found[] {
  const { state } = ask;
  for (const index of backingOf(state.space.cluster).behind(service)) {
    const unit = state.units.workloads[index];
    const row = state.rows.Ingress[unit?.end.classes[0] ?? -1];
    const target = targetIn(port, firstPod(state, index)?.ports ?? []);
    if (!unit || !row?.isolated || target === null || letsMachinesIn(state, row, port, target)) continue;
    const policy = narrowestOf(state, row.selecting.policies);
    if (policy === null) continue;
    const what = `${port.protocol} ${String(target)}`;
    return [
      {
        object: policy,
        range: policy.nameRange,
        message: t`The API server cannot call the webhook ${service.name}: nothing lets it in on ${what}.`,
        explanation: isCalled(service, port, ask)
          ? t`A webhook configuration names ${service.name}, so the API server calls it. The API server is no pod, so no selector matches it, and a webhook that does not answer makes the API server refuse what it was asked. Open ${what} to everybody, or to the addresses of the control plane.`
          : t`${service.name} looks like an admission webhook, which the API server calls. The API server is no pod, so no selector matches it, and a webhook that does not answer makes the API server refuse what it was asked. Open ${what} to everybody, or to the addresses of the control plane.`,
        concerns: [unit],
        fixes: fixIn(ask, policy, t`Open ${what}`, (sheet, tree) => {
          const spec = mapIn(tree, 'spec');
          const rule = { ports: [{ protocol: port.protocol, port: target }] };
          return spec && appendTo(sheet, spec, 'ingress', rule);
        }),
      },
    ];
  }
  return [];
}

/** Somebody outside the pod network may come in: a rule for everybody, or for some addresses. */
function letsMachinesIn(
  { space, sets }: Evaluated,
  row: Row,
  { protocol }: ServicePort,
  target: number,
): boolean {
  return space.faces.some(({ id, class: of }) => {
    const one = space.classes[of];
    const isMachine = one?.kind === 'external' || one?.example.hostNetwork === true;
    return isMachine && sets.has(row.possibleAt(id), protocol, target);
  });
}
