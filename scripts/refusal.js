/**
 * What is documented of the error response that must come. Where it shows at another place than usual, its status and its
 * error are not documented.
 */
function documentedCase(wanted) {
  const all = ERRORS.filter((one) => one.case === wanted.case);
  const { number, cause, remedy } = all[0];
  const place = wanted.place || all[0].place;
  const status = (all[0].statuses || [])[0];
  const error = all[0].error;
  const said = [status, error, `"${wanted.text}"`].filter((word) => word !== undefined).join(' ');
  const errors = place === 'authorization page' ? [] : all.map((one) => one.error);
  const pattern = wanted.pattern || wanted.text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return {
    place,
    number,
    cause,
    remedy,
    said,
    statuses: (place === all[0].place && all[0].statuses) || [],
    errors: errors.filter((one) => one !== undefined),
    pattern: place === 'authorization page' ? pattern : `^(?:${pattern})$`,
  };
}

/** What came instead of the refusal that should have come; undefined where it is the documented one. */
function otherThan(documented, came) {
  const said = explain(errorsAt([documented.place]), came.error, came.text, came.number);
  const { errors, number, place, pattern } = documented;
  const here = `${came.status}${said === '' ? '' : ` ${said}`}`;
  if (came.accepted) return `The request was accepted (${came.status}), and it must be refused.`;
  if (errors.length > 0 && came.error === '' && place !== 'api')
    return `No error is named: ${here || 'nothing'}: "${came.readable}".`;
  if (came.error !== '' && errors.length > 0 && errors.indexOf(came.error) === -1)
    return `Another refusal came: ${here}.`;
  if (number !== undefined && came.number !== undefined && came.number !== number)
    return `serviceErrorCode is ${came.number}, and ${number} is documented.`;
  if (!new RegExp(pattern, 'i').test(came.text))
    return `The text is another one: ${came.status} "${came.text || came.readable}".`;
  return undefined;
}

/** Asserts status and body of a refusal, and says what it means and what to do about it. */
function assertRefusal(wanted, came) {
  const documented = documentedCase(wanted);
  const { statuses } = documented;
  const status = statuses.length === 0 ? 'a status from 400 to 499' : statuses.join(' or ');
  pm.test(
    documented.place === 'authorization redirect'
      ? 'It is refused by redirect'
      : `It is refused with ${status}`,
    () => {
      if (came.status === undefined)
        throw new Error('No answer came. Check the address, the network and the proxy.');
      const right =
        documented.place === 'authorization redirect'
          ? came.status >= 300 && came.status < 400
          : statuses.length === 0
            ? came.status >= 400 && came.status < 500
            : statuses.indexOf(came.status) !== -1;
      if (!right) {
        const words =
          explain(errorsAt([documented.place]), came.error, came.text, came.number) || came.readable;
        throw new Error(`${came.status} came, and ${status} is documented: ${words || '(empty body)'}`);
      }
    },
  );
  if (came.status === undefined) return;
  pm.test(`The refusal is the documented one: ${documented.said}`, () => {
    const other = otherThan(documented, came);
    if (other !== undefined) throw new Error(`${other} Documented is ${documented.said}.`);
  });
  console.info(`${documented.said}. ${documented.cause} ${documented.remedy}`);
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
