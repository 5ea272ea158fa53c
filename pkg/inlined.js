// A module out of the text that the build made of it: one or two characters a byte, see build/scripts.mjs.

export function inlined({ characters, length, order, text }) {
  const single = characters.length - 2;
  const rank = new Uint8Array(128);
  for (let index = 0; index < characters.length; index += 1) rank[characters.charCodeAt(index)] = index;
  const bytes = new Uint8Array(256);
  for (let index = 0; index < 256; index += 1) bytes[index] = parseInt(order.slice(index * 2, index * 2 + 2), 16);
  // This loop runs cold, once: what most characters mean is looked up in one step.
  const direct = new Int16Array(128);
  direct.fill(-1);
  for (let index = 0; index < single; index += 1) direct[characters.charCodeAt(index)] = bytes[index];
  const out = new Uint8Array(length);
  for (let index = 0, place = 0; index < length; index += 1) {
    const code = text.charCodeAt(place++);
    const byte = direct[code];
    out[index] = byte >= 0 ? byte : bytes[single + (rank[code] - single) * characters.length + rank[text.charCodeAt(place++)]];
  }
  return out;
}
