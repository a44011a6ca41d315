/** 1 for every character that can mean nothing but itself inside of a line: no blank, no colon, no control character. */
export const ordinary = Uint8Array.from({ length: 256 }, (_, code) => (code > 32 && code !== 58 ? 1 : 0));
