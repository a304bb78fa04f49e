/** A client and how it proves who it is, by the names of RFC 7591 section 2. */
// @ts-nocheck

export interface ClientProof {
  readonly id: string;
  /** Empty where there is none. */
  readonly secret: string;
  readonly method: 'client_secret_post' | 'client_secret_basic' | 'none';
}

/** A form to be posted: to the token, introspection or revocation endpoint. */
export interface FormRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The form of a request to the token endpoint and its neighbours, with the client's proof (RFC 6749 section 2.3.1).
 * Everything is in the body or a header, never in the address; fields without a value are left out.
 */
export function formRequest(fields: Readonly<Record<string, string>>, client: ClientProof): FormRequest {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== '') body.set(name, value);
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  switch (client.method) {
    case 'client_secret_basic':
      headers.authorization = `Basic ${Buffer.from(`${encoded(client.id)}:${encoded(client.secret)}`).toString('base64')}`;
      break;
    case 'client_secret_post':
      body.set('client_id', client.id);
      if (client.secret !== '') body.set('client_secret', client.secret);
      break;
    case 'none':
      body.set('client_id', client.id);
  }
  return { headers, body: body.toString() };
}

/** HTTP Basic carries id and secret form-encoded. */
function encoded(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2);
}
