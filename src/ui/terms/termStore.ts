import { createStore } from 'zustand/vanilla';

/** The term somebody wants to read about; a new object each time. */
export const termStore = createStore<{ readonly asked: { readonly id: string } | null }>()(() => ({
  asked: null,
}));

/** Opens the glossary at a term. */
export function askTerm(id: string): void {
  termStore.setState({ asked: { id } });
}
