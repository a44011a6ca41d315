import { Component, lazy, useState, type ComponentType, type ReactNode } from 'react';
import { t } from '../language/t';
import { Button } from './Button';

/** What stands in place of a part whose code did not come; `retry` asks for it again. */
export type Missing<Props> = (props: Props, retry: () => void) => ReactNode;

/**
 * A part of the page whose code is fetched when it is first drawn; put a Suspense around it. On a poor line it may not
 * come: then the part says so, or what `missing` says, and everything else goes on.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  missing: Missing<Props> = sayMissing,
): ComponentType<Props> {
  const fetched = () => lazy(async () => ({ default: await load() }));
  let newest = { Part: fetched(), attempt: 1 };
  return function Late(props: Props) {
    const [{ Part, attempt }, set] = useState(newest);
    const retry = (): void => {
      newest = { Part: fetched(), attempt: attempt + 1 };
      set(newest);
    };
    return (
      <Catching key={attempt} fallback={missing(props, retry)}>
        <Part {...props} />
      </Catching>
    );
  };
}

/** For what is only an extra. */
export const stayAway = (): null => null;

function sayMissing(_: object, retry: () => void): ReactNode {
  return (
    <div className="ui-missing" role="alert">
      <p>{t`This part of the page did not arrive; everything else works. If it does not come, reload the page: nothing is lost.`}</p>
      <Button look="outlined" onClick={retry}>
        {t`Try again`}
      </Button>
    </div>
  );
}

interface CatchingProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

class Catching extends Component<CatchingProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = (): { readonly hasFailed: boolean } => ({ hasFailed: true });

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
