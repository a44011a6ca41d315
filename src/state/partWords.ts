import { t } from '../language/t';

/** Of pairs with the outside in which something passes to or from a part of it only. */
export const inPart = (sentence: string): string => t`${sentence}, for some addresses only`;
