// The server to which the example pages file: it keeps what came, and shows what it took.

/** What was filed, as it came: `{ to, type, body }`. */
export const filed = [];

/** Most that is taken; a report is a hundredth of it. */
const most = 1024 * 1024;

/** Takes what a page sends. A form is shown one field a line, read in the encoding that it says; other things as they are. */
export async function receive(request, response, headers) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    parts.push(part);
    length += part.length;
    if (length > most) return response.writeHead(413, { "Content-Type": "text/plain" }).end("413\n");
  }
  const bytes = Buffer.concat(parts);
  const type = request.headers["content-type"];
  filed.push({ to: request.url, type, body: bytes.toString("utf8") });
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff", ...headers });
  response.end(/^application\/x-www-form-urlencoded/.test(type) ? fieldsOf(bytes.toString("latin1")) : bytes);
}

function fieldsOf(text) {
  const pairs = text.split("&").map((pair) => pair.split("=").map((one) => one.replaceAll("+", " ")));
  const encoding = pairs.find(([name]) => name === "_charset_")?.[1] ?? "utf-8";
  const bytesOf = (one) => Buffer.from(one.replace(/%(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))), "latin1");
  const read = (one) => new TextDecoder(encoding).decode(bytesOf(one));
  return pairs.map(([name, value]) => `${read(name)}=${read(value ?? "")}\n`).join("");
}
