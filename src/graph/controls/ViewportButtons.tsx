import { useReactFlow } from '@xyflow/react';
import { LayoutGrid, Maximize, Minus, Plus } from 'lucide-react';
import { t } from '../../language/t';
import { viewStore } from '../../state/viewStore';
import { IconButton } from '../../ui/IconButton';
import { paneStore } from '../paneStore';

interface ViewportButtonsProps {
  readonly fit: () => void;
  readonly tidy: () => void;
}

const takeOver = (): void => {
  paneStore.setState({ fitted: false });
};

/** Nearer, farther, all of it, and everything back to its place. */
export function ViewportButtons({ fit, tidy }: ViewportButtonsProps) {
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <div className="graph-viewport" role="group" aria-label={t`Viewport`}>
      <IconButton
        tip="right"
        label={t`Zoom in`}
        icon={<Plus aria-hidden />}
        onClick={() => {
          takeOver();
          void zoomIn();
        }}
      />
      <IconButton
        tip="right"
        label={t`Zoom out`}
        icon={<Minus aria-hidden />}
        onClick={() => {
          takeOver();
          void zoomOut();
        }}
      />
      <IconButton tip="right" label={t`Fit`} icon={<Maximize aria-hidden />} onClick={fit} />
      <IconButton
        tip="right"
        label={t`Tidy: put everything back in its place`}
        icon={<LayoutGrid aria-hidden />}
        onClick={() => {
          viewStore.getState().forgetMoves();
          tidy();
        }}
      />
    </div>
  );
}
