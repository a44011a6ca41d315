import { atDash, enterItem, inDoubt, LINE_BREAK, toLine, type Cursor } from './cursor';
import { checkUnique, findKey, openMap } from './keys';
import { passScalar } from './scalars';

/** Moves past the value of the key that was found, whatever it is, to a line that is not part of it. */
export function passValue(cursor: Cursor): void {
  const { indent, value } = cursor;
  if (cursor.codes[value] === LINE_BREAK) {
    cursor.end = value;
    toLine(cursor, value + 1);
    if (cursor.indent > indent) passBlock(cursor);
    else if (cursor.indent === indent && atDash(cursor)) passList(cursor);
  } else {
    passScalar(cursor, value, indent);
  }
  if (cursor.indent > indent) throw inDoubt;
}

function passBlock(cursor: Cursor): void {
  if (atDash(cursor)) passList(cursor);
  else if (findKey(cursor)) passMap(cursor);
  else throw inDoubt;
}

/** Its first key was found. */
function passMap(cursor: Cursor): void {
  const map = openMap(cursor);
  checkUnique(cursor, map);
  passValue(cursor);
  while (cursor.indent === map.indent) {
    if (!findKey(cursor)) throw inDoubt;
    checkUnique(cursor, map);
    passValue(cursor);
  }
}

function passList(cursor: Cursor): void {
  const { indent } = cursor;
  while (cursor.indent === indent && atDash(cursor)) {
    enterItem(cursor);
    if (atDash(cursor)) passList(cursor);
    else if (findKey(cursor)) passMap(cursor);
    else passScalar(cursor, cursor.start, indent);
    if (cursor.indent > indent) throw inDoubt;
  }
}
