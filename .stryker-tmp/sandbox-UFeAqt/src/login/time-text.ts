/** A time for people: `2026-09-01 12:30 UTC`. @param time milliseconds since 1970 */
// @ts-nocheck

export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
