/** Error cases that no request of a client can bring about, and why. */
// @ts-nocheck

export const notProvoked: Readonly<Record<string, string>> = {
  expired_access_token: 'a token lives for 60 days, and a client cannot move the clock of the server',
  throttled: 'it takes a whole day of calls, and everybody who uses the application would feel it',
};
