// Just enough of XML for files written by test tools: elements found by name, attributes, text.
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}

/** The attributes of one start tag. */
export function attributes(tag) {
  const found = {};
  for (const [, name, value] of tag.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)) found[name] = decode(value);
  return found;
}

/** Every element of that name that does not nest in itself: its attributes and its inner text, undecoded. */
export function* elements(xml, name) {
  const pattern = new RegExp(`<${name}(\\s(?:[^>"]|"[^"]*")*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  for (const [, tag = '', inner = ''] of xml.matchAll(pattern)) yield { attributes: attributes(tag), inner };
}

/** The decoded text of the first element of that name, or ''. */
export function text(xml, name) {
  for (const { inner } of elements(xml, name)) return decode(inner).trim();
  return '';
}
