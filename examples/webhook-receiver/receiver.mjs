// Keeps the flags of an environment from its webhook. Usage: SECRET=s3cret PORT=9000 STORE=flags.log node receiver.mjs
import { createHmac, timingSafeEqual } from "node:crypto";
import { fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";

const SECRET = process.env.SECRET ?? fail("SECRET is needed");
const STORE = process.env.STORE ?? "flags.log";
// Optional: the webhook's list of messages, "…/webhooks/{id}/messages/", the Authorization for it, and the seconds between two requests.
const { FEED, TOKEN = "", EVERY = "10" } = process.env;
const TOLERANCE_SECONDS = 300;
const LONGEST_BODY = 1_000_000;

const seen = new Set();
// By feature id; a deleted feature stays with its position, so that an older message cannot bring it back.
const flags = new Map();
// The numbers of messages from the first one that is missing on.
const ahead = new Set();
let missing = 1;

// The store has a line for each message, its id and its body. What follows the last line end was never acknowledged.
const store = openSync(STORE, "a+");
const stored = readFileSync(store);
let length = stored.lastIndexOf("\n") + 1;
for (const line of stored.toString("utf8", 0, length).split("\n").slice(0, -1)) {
  const [id, body] = line.split("\t");
  apply(id, JSON.parse(body));
}

const server = createServer(async (request, response) => {
  if (request.method === "GET") {
    const answer = request.url === "/missing" ? missingNumbers() : current();
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(answer));
    return;
  }
  try {
    response.writeHead(receive(request.headers, await bodyOf(request))).end();
  } catch (problem) {
    console.error(problem);
    response.writeHead(500).end();
  }
});
server.listen(Number(process.env.PORT ?? 9000), "127.0.0.1", () => {
  console.log(`Listening on port ${server.address().port}`);
});
if (FEED) {
  follow();
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LONGEST_BODY) {
      throw new Error("The body is too long");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The status to answer: 2xx only once the message is stored, by this request or an earlier one. */
function receive(headers, body) {
  const id = headers["webhook-id"] ?? "";
  if (!isGenuine(headers, id, body)) {
    return 401;
  }
  take(id, JSON.parse(body));
  return 204;
}

function follow() {
  fill()
    .catch((problem) => console.error(`The feed failed: ${problem.message}`))
    .finally(() => setTimeout(follow, Number(EVERY) * 1000));
}

/** Takes what is missing from the feed. It has every message in its order, but for those that the server has deleted. */
async function fill() {
  for (;;) {
    const response = await fetch(`${FEED}?after=${missing - 1}`, { headers: { Authorization: TOKEN } });
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    const { results } = await response.json();
    if (results.length === 0) {
      return;
    }
    for (const { id, sequence, body } of results) {
      while (missing < sequence) {
        ahead.delete(missing++);
      }
      take(id, body);
    }
  }
}

/** Stores a message and applies it, unless that was done before. */
function take(id, message) {
  if (seen.has(id)) {
    count(message.sequence);
    return;
  }
  keep(Buffer.from(`${id}\t${JSON.stringify(message)}\n`));
  apply(id, message);
}

/** Appends a line, in place of what a failed attempt may have left. */
function keep(line) {
  ftruncateSync(store, length);
  if (writeSync(store, line) !== line.length) {
    throw new Error("The disk is full");
  }
  fsyncSync(store);
  length += line.length;
}

function isGenuine(headers, id, body) {
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) {
    return false;
  }
  const key = SECRET.startsWith("whsec_") ? Buffer.from(SECRET.slice(6), "base64") : SECRET;
  const mac = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body);
  const expected = Buffer.from("v1," + mac.digest("base64"));
  return (headers["webhook-signature"] ?? "")
    .split(" ")
    .map((signature) => Buffer.from(signature))
    .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
}

function apply(id, { event_type: type, data, sequence }) {
  seen.add(id);
  count(sequence);
  const state = type === "FLAG_DELETED" ? data.previous_state : data.new_state;
  // Other events, and overrides, do not change what the flag is for everybody.
  if (!state || state.feature_segment !== null || state.identity !== null) {
    return;
  }
  const position = id.split("-").slice(1).map(Number);
  const known = flags.get(state.feature.id);
  if (known === undefined || isBefore(known.position, position)) {
    flags.set(state.feature.id, { position, state: type === "FLAG_DELETED" ? null : state });
  }
}

function count(sequence) {
  if (sequence >= missing) {
    ahead.add(sequence);
  }
  while (ahead.delete(missing)) {
    missing++;
  }
}

/** The numbers of messages that are late, or lost: the feed has them. */
function missingNumbers() {
  const numbers = [];
  for (let sequence = missing; sequence < Math.max(missing, ...ahead); sequence++) {
    if (!ahead.has(sequence)) {
      numbers.push(sequence);
    }
  }
  return numbers;
}

function isBefore([position, ordinal], [laterPosition, laterOrdinal]) {
  return position < laterPosition || (position === laterPosition && ordinal < laterOrdinal);
}

function current() {
  const live = [...flags.values()].flatMap(({ state }) => (state === null ? [] : [state]));
  return Object.fromEntries(
    live.map((state) => [state.feature.name, { enabled: state.enabled, value: state.feature_state_value }]),
  );
}

function fail(problem) {
  console.error(problem);
  process.exit(2);
}
