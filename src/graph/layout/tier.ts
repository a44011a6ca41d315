import type { WorkloadEntity } from '../../engine';

/** Listened on by what keeps state: databases, caches, queues, search. */
const STORE_PORTS = new Set([
  1433, 1521, 2379, 3306, 4222, 5432, 5672, 5984, 6379, 7687, 8086, 9042, 9092, 9200, 11211, 26257, 27017,
]);
const STORES =
  /(^|[-_.])(db|database|mysql|mariadb|postgres\w*|pg|redis|valkey|mongo\w*|cassandra|kafka|rabbitmq|nats|elastic\w*|opensearch|minio|etcd|storage|data)($|[-_.\d])/;
const DOORS =
  /front|(^|[-_.])(web\w*|ui|gateway|ingress\w*|edge|proxy|nginx|client\w*|customer\w*|visitor\w*|user|users|browser|loadgenerator|rogue)($|[-_.\d])/;

/**
 * Where in the flow a workload probably stands: 0 what people and clients meet first, 1 the middle, 2 what keeps
 * state. Read from names and ports only, so that no policy can move a card.
 */
export function tierOf({
  name,
  namespace,
  ports,
}: Pick<WorkloadEntity, 'name' | 'namespace' | 'ports'>): 0 | 1 | 2 {
  if (STORES.test(name) || ports.some(({ port }) => STORE_PORTS.has(port))) return 2;
  if (DOORS.test(name)) return 0;
  if (STORES.test(namespace)) return 2;
  return DOORS.test(namespace) ? 0 : 1;
}
