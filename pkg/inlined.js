// The core out of the text that pkg/build.mjs made of it: one or two characters a byte, see there.
import { characters, length, order, text } from "./dist/bytes.js";

export function inlined() {
  const single = characters.length - 2;
  const rank = new Uint8Array(128);
  for (let index = 0; index < characters.length; index += 1) rank[characters.charCodeAt(index)] = index;
  const bytes = new Uint8Array(256);
  for (let index = 0; index < 256; index += 1) bytes[index] = parseInt(order.slice(index * 2, index * 2 + 2), 16);
  const out = new Uint8Array(length);
  for (let index = 0, place = 0; index < length; index += 1, place += 1) {
    let at = rank[text.charCodeAt(place)];
    if (at >= single) {
      place += 1;
      at = single + (at - single) * characters.length + rank[text.charCodeAt(place)];
    }
    out[index] = bytes[at];
  }
  return out;
}
