import { offlineStore } from './offlineStore';

let isStarted = false;

/** Has the browser keep the whole page, and follows how far it is; once. Where that is refused nothing is said. */
export async function startOffline(): Promise<void> {
  if (isStarted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  isStarted = true;
  try {
    follow(
      await navigator.serviceWorker.register('./sw.js', { scope: './', updateViaCache: 'none' }),
      navigator.serviceWorker,
    );
  } catch {
    // Private windows and some settings do not allow it.
    offlineStore.setState({ state: 'off' });
  }
}

type Registration = Pick<ServiceWorkerRegistration, 'installing' | 'waiting' | 'active' | 'addEventListener'>;
type Container = Pick<ServiceWorkerContainer, 'addEventListener'>;

/** Keeps the store in step with a registration. */
export function follow(
  registration: Registration,
  container: Container,
  reload = () => {
    location.reload();
  },
): void {
  const tell = (): void => {
    const { installing, waiting, active } = registration;
    // A first version activates by itself; one that waits beside an active one is an update.
    const state = active && waiting ? 'update' : active ? 'ready' : installing || waiting ? 'saving' : 'off';
    offlineStore.setState({ state });
  };
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', tell);
  };
  watch(registration.installing);
  watch(registration.waiting);
  registration.addEventListener('updatefound', () => {
    watch(registration.installing);
    tell();
  });
  offlineStore.setState({
    takeUpdate: () => {
      container.addEventListener('controllerchange', reload, { once: true });
      registration.waiting?.postMessage('take over');
    },
  });
  tell();
}
