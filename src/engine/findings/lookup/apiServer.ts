import type { LabelSelector } from '../../model/policy';

export const API_SERVER_PORT = 6443;

/** Labels of the API server's static pods, and what people take for them. */
const labels = new Map([
  ['component', ['kube-apiserver', 'apiserver']],
  ['k8s-app', ['kube-apiserver']],
  ['app', ['kube-apiserver']],
]);

/** Whether a selector is meant for the pods of the API server. */
export function selectsApiServer(selector: LabelSelector | null): boolean {
  return (
    selector?.requirements.some(
      ({ key, operator, values }) =>
        operator === 'In' && values.some((value) => labels.get(key)?.includes(value)),
    ) ?? false
  );
}
