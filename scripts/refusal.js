/** What came instead of the refusal that should have come; undefined where it is the documented one. */
function otherThan(wanted, came) {
  const said = explain(came.error, came.text, came.number);
  const here = `${came.status}${said === '' ? '' : ` ${said}`}`;
  if (came.accepted) return `The request was accepted (${came.status}), and it must be refused.`;
  if (wanted.errors.length > 0 && came.error === '' && wanted.place !== 'api')
    return `No error is named: ${here || 'nothing'}: "${came.readable}".`;
  if (came.error !== '' && wanted.errors.length > 0 && wanted.errors.indexOf(came.error) === -1)
    return `Another refusal came: ${here}.`;
  if (wanted.number !== 0 && came.number !== undefined && came.number !== wanted.number)
    return `serviceErrorCode is ${came.number}, and ${wanted.number} is documented.`;
  const pattern = wanted.place === 'authorization page' ? wanted.pattern : `^(?:${wanted.pattern})$`;
  if (!new RegExp(pattern, 'i').test(came.text))
    return `The text is another one: ${came.status} "${came.text || came.readable}".`;
  return undefined;
}

/** Asserts status and body of a refusal, and says what it means and what to do about it. */
function assertRefusal(wanted, came) {
  const status = wanted.statuses.length === 0 ? 'a status from 400 to 499' : wanted.statuses.join(' or ');
  pm.test(
    wanted.place === 'authorization redirect' ? 'It is refused by redirect' : `It is refused with ${status}`,
    () => {
      if (came.status === undefined)
        throw new Error('No answer came. Check the address, the network and the proxy.');
      const right =
        wanted.place === 'authorization redirect'
          ? came.status >= 300 && came.status < 400
          : wanted.statuses.length === 0
            ? came.status >= 400 && came.status < 500
            : wanted.statuses.indexOf(came.status) !== -1;
      if (!right) {
        const words = explain(came.error, came.text, came.number) || came.readable;
        throw new Error(`${came.status} came, and ${status} is documented: ${words || '(empty body)'}`);
      }
    },
  );
  if (came.status === undefined) return;
  pm.test(`The refusal is the documented one: ${wanted.said}`, () => {
    const other = otherThan(wanted, came);
    if (other !== undefined) throw new Error(`${other} Documented is ${wanted.said}. See ${wanted.source}`);
  });
  console.info(`${wanted.said}. ${wanted.cause} ${wanted.remedy}`);
}

/** Reads an answer that should be a refusal in JSON, at an endpoint for programs. */
function readJsonRefusal() {
  const status = pm.response.code;
  const text = status === undefined ? '' : pm.response.text();
  const body = jsonBody(text) || {};
  const accepted = status !== undefined && status < 400 && (body.error === undefined || body.access_token);
  return {
    status,
    accepted,
    error: plain(body.error || body.code),
    text: plain(body.error_description || body.message),
    number: body.serviceErrorCode,
    // What was accepted may hold a token, which is nobody's to read.
    readable: accepted ? '' : readable(text),
  };
}

/** What a server said, as far as it is text: an object could break whatever reads it. */
function plain(value) {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Reads an answer that should be an error page. */
function readPageRefusal() {
  const status = pm.response.code;
  const words = status === undefined ? '' : readable(pm.response.text());
  const leadsOn = status !== undefined && status >= 300 && status < 400;
  return { status, accepted: leadsOn, error: '', text: words, number: undefined, readable: words };
}
