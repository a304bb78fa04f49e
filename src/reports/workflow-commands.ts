/**
 * Text in which no CI system finds a command for itself: `::error::` at the beginning of a line (GitHub), `##[…]`
 * (GitHub's old way), `##vso[…]` (Azure), `##teamcity[…]`. Texts of servers and scripts get to standard output.
 */
export function withoutWorkflowCommands(text: string): string {
  return text.replace(/##(?=\w*\[)/g, '#\u2060#').replace(/^(\s*):(?=:)/gm, '$1:\u2060');
}
