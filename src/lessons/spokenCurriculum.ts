import { spokenLanguage } from '../language/t';
import { translated } from './translated';

type Words = Readonly<Record<string, string>>;

/** By language: the words of a lesson are a file of its id in the folder of the language. A new one is a line here. */
export const translations: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('./germanWords')).words,
};

/** The lessons in the language that is spoken; those nobody has translated are in English. */
export async function spokenCurriculum(): Promise<readonly string[]> {
  const { code } = spokenLanguage();
  const [{ curriculum }, words] = await Promise.all([import('./curriculum'), translations[code]?.()]);
  return curriculum.map((english) => {
    const own = words?.[`./curriculum/${code}/${idOf(english)}.md`];
    return own === undefined ? english : translated(english, own);
  });
}

/** The id that a lesson of the curriculum says. */
export const idOf = (text: string): string => /^id:[ \t]*(\S+)/m.exec(text)?.[1] ?? '';
