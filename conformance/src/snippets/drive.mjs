import { readFileSync } from "node:fs";
import { flagsmith, standard } from "./snippet.mjs";

for (const line of readFileSync(process.argv[2], "utf8").split("\n").slice(0, -1)) {
  const [text, secret, id, timestamp, signature] = line.split("\t");
  const body = Buffer.from(text);
  console.log(id ? standard(body, id, timestamp, signature, secret) : flagsmith(body, signature, secret));
}
