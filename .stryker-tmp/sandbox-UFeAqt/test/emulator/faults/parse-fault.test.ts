// @ts-nocheck
import { expect, test } from 'vitest';
import { faultKinds, faultText } from '../../../src/emulator/faults/catalogue.ts';
import { parseFault } from '../../../src/emulator/faults/parse-fault.ts';
import { faultTargets } from '../../../src/emulator/faults/targets.ts';

test('a fault names an endpoint, calls, what happens and a number', () => {
  expect(parseFault('token#2-4=throttle:10')).toEqual({
    spec: 'token#2-4=throttle:10',
    target: 'token',
    calls: { first: 2, last: 4 },
    kind: 'throttle',
    value: 10,
  });
});

test('calls may be left out, be one, or have no end', () => {
  const callsOf = (spec: string) => parseFault(spec).calls;
  expect(callsOf('api=reset')).toEqual({ first: 1, last: Number.POSITIVE_INFINITY });
  expect(callsOf('api#3=reset')).toEqual({ first: 3, last: 3 });
  expect(callsOf('api#3+=reset')).toEqual({ first: 3, last: Number.POSITIVE_INFINITY });
});

test('every endpoint and every fault can be written', () => {
  for (const target of faultTargets) expect(parseFault(`${target}=reset`).target).toBe(target);
  for (const kind of faultKinds) {
    const { value, on = ['any'] } = faultText(kind);
    expect(parseFault(`${on[0]}=${kind}${value === undefined ? '' : `:${value.most}`}`).kind).toBe(kind);
  }
});

test.each([
  ['token', 'there is no "=" in it'],
  ['', 'there is no "=" in it'],
  ['tokne=reset', 'no endpoint "tokne". Did you mean "token"?'],
  ['zzz=reset', 'There are: any, authorization'],
  ['token=resett', 'no fault "resett". Did you mean "reset"?'],
  ['token=', 'There are: throttle'],
  ['token#0=reset', '"0" names no calls'],
  ['token#4-2=reset', '"4-2" names no calls'],
  ['token#x=reset', 'Write 2, 2-4 or 2+'],
  ['token#=reset', 'names no calls'],
  ['token=reset:5', '"reset" takes no number'],
  ['token=captcha', '"captcha" does not go with "token", but with login-submit.'],
  ['any=interstitial', 'but with authorization, login, consent.'],
  ['token=status', '"status" takes a status, from 400 to 999, not ""'],
  ['token=status:200', 'write status:400'],
  ['token=latency:soon', 'takes milliseconds, from 1 to 600000, not "soon"'],
  ['token=latency:1e3', 'not "1e3"'],
])('what cannot be read is refused with the reason: %s', (spec, problem) => {
  expect(() => parseFault(spec)).toThrowError(
    expect.objectContaining({ code: 'FAULT_INVALID', message: expect.stringContaining(problem) }),
  );
});
