// What the Java test tells a script, and the one document that it prints in return.

export const api = process.env.FLAGLEDGER_API;
export const clientKey = process.env.FLAGLEDGER_CLIENT_KEY;
export const serverKey = process.env.FLAGLEDGER_SERVER_KEY;

/** The identities that every client is asked about, with their traits. */
export const people = JSON.parse(process.env.FLAGLEDGER_PEOPLE ?? '[]');

/** Changes a flag as the team would, while the client looks on. */
export async function change() {
  const { url, token, body } = JSON.parse(process.env.FLAGLEDGER_CHANGE);
  const headers = { Authorization: token, 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  return answer.status;
}

/** Prints the findings, and ends also where a client still has timers or streams. */
export function report(findings) {
  process.stdout.write(JSON.stringify(findings), () => process.exit(0));
}
