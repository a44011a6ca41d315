import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a person sees it: every test reaches things through names and roles only, and only through here. */
export class Playground {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits until the first picture and the real editor are there. */
  async open(): Promise<void> {
    await this.page.goto('./');
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.edges.first()).toBeVisible();
    await expect(this.editor).toBeAttached();
  }

  /** Monaco's own text box; the plain stand-in before it has another role description. */
  get editor(): Locator {
    return this.page.locator('.native-edit-context');
  }

  get picture(): Locator {
    return this.page.getByRole('region', { name: 'Picture' });
  }

  /** Every drawn edge is a button named by its sentence. */
  get edges(): Locator {
    return this.picture.getByRole('button', { name: / reach / });
  }

  edge(sentence: string | RegExp): Locator {
    return this.picture.getByRole('button', { name: sentence });
  }

  card(name: string): Locator {
    return this.picture.getByRole('group', { name: new RegExp(`^${name},`) });
  }

  /** The sentences of all drawn edges, sorted. */
  async sentences(): Promise<string[]> {
    const names = await this.edges.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    return names.sort();
  }

  /** Where every card is on the screen, by its name without what changes. */
  async positions(): Promise<Record<string, string>> {
    const cards = await this.picture.getByRole('group').all();
    const found: Record<string, string> = {};
    for (const card of cards) {
      const name = (await card.getAttribute('aria-label')) ?? '';
      const box = await card.boundingBox();
      if (name.includes(',') && box) found[name.split(',')[0] ?? ''] = `${String(box.x)} ${String(box.y)}`;
    }
    return found;
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo', { name: 'Status' });
  }

  get details(): Locator {
    return this.page.getByRole('complementary', { name: 'Details' });
  }

  /** A large file's objects, instead of its text. */
  get tree(): Locator {
    return this.page.getByRole('tree', { name: 'Objects' });
  }

  treeItem(name: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name });
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search objects' });
  }

  /** The text box of the object that is opened in the tree. */
  objectText(title: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name: title });
  }

  /** Replaces the text of the active file by pasting. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Puts the cursor at the end of a line of the active file (counted from 1). */
  async goToEndOfLine(line: number): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+Home');
    for (let below = 1; below < line; below++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('End');
  }

  /** Chooses an example from the menu. */
  async example(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Examples' }).click();
    await this.page.getByRole('menuitem', { name: title }).click();
  }

  /** Drops files on the page as a file manager would. */
  async drop(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((given) => {
      const carried = new DataTransfer();
      for (const { name, text } of given) carried.items.add(new File([text], name, { type: 'text/yaml' }));
      return carried;
    }, files);
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('main', event, { dataTransfer: transfer });
    }
  }
}
