import {
  BookOpen,
  Cable,
  ChartBarBig,
  ChevronDown,
  GitCompareArrows,
  GraduationCap,
  Languages,
  Ellipsis,
  FolderOpen,
  ListChecks,
  ShieldCheck,
  SunMoon,
} from 'lucide-react';
import { Fragment, Suspense } from 'react';
import { spokenLanguage, t } from '../language/t';
import { useAnalysis, useDocuments, useView } from '../state/hooks';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { late, stayAway } from '../ui/late';
import { actionsIn } from './actions';
import { Logo } from './Logo';
import { ChoiceMenu, CommandMenu } from './menus';
import { SkipLinks } from './SkipLinks';

/** The bar at the top: name, examples, files, plugin, theme, and the rest under More. */
export function Header() {
  return (
    <header className="app-header">
      <SkipLinks />
      <Logo />
      <h1 className="app-name">Netpol Playground</h1>
      <CommandMenu
        menu="examples"
        trigger={
          <Button aria-label={t`Examples`}>
            <BookOpen aria-hidden />
            <span className="app-wide">{t`Examples`}</span>
            <ChevronDown aria-hidden className="app-chevron" />
          </Button>
        }
      />
      {actionsIn('header').map(({ id, label, perform }) => (
        <Fragment key={id}>
          <Button onClick={perform} aria-label={label}>
            <HeaderIcon id={id} />
            <span className="app-wide">{label}</span>
          </Button>
          {id === 'expectations' && <ExpectedCount />}
        </Fragment>
      ))}
      <CniMenu />
      <span className="app-space" />
      <LanguageMenu />
      <ThemeMenu />
      <CommandMenu
        menu="more"
        align="end"
        trigger={<IconButton label={t`More`} tip="below-left" icon={<Ellipsis aria-hidden />} />}
      />
    </header>
  );
}

const headerIcons: Readonly<Record<string, typeof Cable>> = {
  lessons: GraduationCap,
  'test-connection': Cable,
  expectations: ListChecks,
  comparison: GitCompareArrows,
  coverage: ChartBarBig,
};

function HeaderIcon({ id }: { readonly id: string }) {
  const Icon = headerIcons[id] ?? FolderOpen;
  return <Icon aria-hidden />;
}

const ExpectationsBadge = late(
  () => import('../expectations/ExpectationsBadge').then((module) => module.ExpectationsBadge),
  stayAway,
);

/** Where something is expected, how much of it holds. */
function ExpectedCount() {
  const isAny = useAnalysis(({ drawn }) => drawn?.receipt.used.some(({ kind }) => kind === 'Expectations'));
  return isAny ? (
    <Suspense>
      <ExpectationsBadge />
    </Suspense>
  ) : null;
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
      trigger={<IconButton label={t`Theme`} tip="below-left" icon={<SunMoon aria-hidden />} />}
    />
  );
}

function LanguageMenu() {
  return (
    <ChoiceMenu
      menu="language"
      chosen={`language/${spokenLanguage().code}`}
      align="end"
      trigger={<IconButton label={t`Language`} tip="below-left" icon={<Languages aria-hidden />} />}
    />
  );
}
