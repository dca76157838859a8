// Gives what the module imports short names. wasm-bindgen ends each with a hash, to tell apart what several crates may bring; no two of ours
// are the same, and a hash cannot be compressed: 250 of them are 5 kB of brotli, half of them in the script.

const LONG_NAME = /\b__wb\w+_[0-9a-f]{16}\b/g;
const IMPORT_SECTION = 2;
const FUNCTION = 0;

/** Script and module with the short names. */
export function withShortNames(script, module) {
  const long = [...new Set(script.match(LONG_NAME))];
  const short = new Map(long.map((name, index) => [name, `_${index.toString(36)}`]));
  const renamed = { script: script.replace(LONG_NAME, (name) => short.get(name)), module: renameImports(module, short) };

  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(renamed.module)).map(({ name }) => name);
  const missing = wanted.filter((name) => !renamed.script.includes(` ${name}: `));
  if (missing.length > 0) throw new Error(`the script does not have what the module imports: ${missing.join(', ')}`);
  return renamed;
}

/** Rewrites the import section (WebAssembly Core Specification, 5.5.5); all else stays as it is. */
function renameImports(module, names) {
  let at = 8;
  while (at < module.length) {
    const reader = new Reader(module, at);
    const [id, length] = [reader.byte(), reader.number()];
    const end = reader.at + length;
    if (id === IMPORT_SECTION) {
      const imports = imported(reader, names);
      return Buffer.concat([module.subarray(0, at), Buffer.of(id), number(imports.length), imports, module.subarray(end)]);
    }
    at = end;
  }
  throw new Error('the module imports nothing');
}

function imported(reader, names) {
  const count = reader.number();
  const parts = [number(count)];
  for (let index = 0; index < count; index += 1) {
    const [from, name, kind, type] = [reader.text(), reader.text(), reader.byte(), reader.number()];
    if (kind !== FUNCTION) throw new Error(`${name} is no function`);
    parts.push(text(from), text(names.get(name) ?? name), Buffer.of(kind), number(type));
  }
  return Buffer.concat(parts);
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    this.at += 1;
    return this.bytes[this.at - 1];
  }

  /** LEB128, unsigned. */
  number() {
    const byte = this.byte();
    return byte < 0x80 ? byte : (byte & 0x7f) + 0x80 * this.number();
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}

function number(value) {
  return value < 0x80 ? Buffer.of(value) : Buffer.concat([Buffer.of((value & 0x7f) | 0x80), number(value >>> 7)]);
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}
