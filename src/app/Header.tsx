import { BookOpen, Cable, ChevronDown, Ellipsis, FolderOpen, ShieldCheck, SunMoon } from 'lucide-react';
import { useDocuments, useView } from '../state/hooks';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { actionsIn } from './actions';
import { Logo } from './Logo';
import { ChoiceMenu, CommandMenu } from './menus';

/** The bar at the top: name, examples, files, plugin, theme, and the rest under More. */
export function Header() {
  return (
    <header className="app-header">
      <Logo />
      <h1 className="app-name">Netpol Playground</h1>
      <CommandMenu
        menu="examples"
        trigger={
          <Button aria-label="Examples">
            <BookOpen aria-hidden />
            <span className="app-wide">Examples</span>
            <ChevronDown aria-hidden className="app-chevron" />
          </Button>
        }
      />
      {actionsIn('header').map(({ id, label, perform }) => (
        <Button key={id} onClick={perform} aria-label={label}>
          <HeaderIcon id={id} />
          <span className="app-wide">{label}</span>
        </Button>
      ))}
      <CniMenu />
      <span className="app-space" />
      <ThemeMenu />
      <CommandMenu
        menu="more"
        align="end"
        trigger={<IconButton label="More" tip="below-left" icon={<Ellipsis aria-hidden />} />}
      />
    </header>
  );
}

function HeaderIcon({ id }: { readonly id: string }) {
  return id === 'test-connection' ? <Cable aria-hidden /> : <FolderOpen aria-hidden />;
}

function CniMenu() {
  const cni = useDocuments((state) => state.cni);
  const chosen = actionsIn('cni').find(({ id }) => id === `cni/${cni}`);
  return (
    <ChoiceMenu
      menu="cni"
      chosen={`cni/${cni}`}
      trigger={
        <Button aria-label={`CNI ${chosen?.label ?? ''}`}>
          <ShieldCheck aria-hidden />
          <span className="app-wide">
            <span className="app-quiet">CNI</span> {chosen?.label}
          </span>
          <ChevronDown aria-hidden className="app-chevron" />
        </Button>
      }
    />
  );
}

function ThemeMenu() {
  const theme = useView((state) => state.theme);
  return (
    <ChoiceMenu
      menu="theme"
      chosen={`theme/${theme}`}
      align="end"
      trigger={<IconButton label="Theme" tip="below-left" icon={<SunMoon aria-hidden />} />}
    />
  );
}
