/** Colours are paired for a contrast of at least 4.5:1 in both themes; nothing is told by colour alone. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --text: #1b1f24; --soft: #57606a; --page: #ffffff; --panel: #f6f8fa; --line: #d0d7de; --link: #0550ae;
  --passed: #116329; --passed-on: #dafbe1; --failed: #a40e26; --failed-on: #ffebe9; --other: #6f4400; --other-on: #fff3d1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --soft: #9da7b1; --page: #0d1117; --panel: #161b22; --line: #30363d; --link: #79b8ff;
    --passed: #7ee787; --passed-on: #12331c; --failed: #ffa198; --failed-on: #3c1618; --other: #f2cc60; --other-on: #33280f;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1.25rem 3rem; color: var(--text); background: var(--page);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1rem; }
h1 .badge { font-size: 1.1rem; padding: .2rem .7rem; margin-right: .35rem; }
h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
section { margin-top: 2rem; }
code, pre { font: .85rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { margin: .35rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; padding: .8rem 1rem; background: var(--panel);
  border: 1px solid var(--line); border-radius: .5rem; }
.facts dt { color: var(--soft); font-size: .8rem; }
.facts dd { margin: 0; font-weight: 600; }
.badge { display: inline-block; padding: .05rem .5rem; border-radius: .4rem; font-size: .8rem; font-weight: 600;
  white-space: nowrap; vertical-align: middle; color: var(--other); background: var(--other-on); }
.badge.passed { color: var(--passed); background: var(--passed-on); }
.badge.failed { color: var(--failed); background: var(--failed-on); }
.findings ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.findings li { padding: .75rem 1rem; border-left: .3rem solid var(--failed); background: var(--failed-on); border-radius: .3rem; }
.findings a { display: block; font-size: .9rem; }
.findings strong { display: block; overflow-wrap: anywhere; }
.reason { margin: .25rem 0; color: var(--other); }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .55rem .75rem .55rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-size: .8rem; font-weight: 600; }
tbody th { font-weight: 600; }
tr:target { background: var(--panel); }
.request { width: 100%; overflow-wrap: anywhere; }
.address { display: block; color: var(--soft); overflow-wrap: anywhere; }
.steps td:nth-child(3) { min-width: 6.5rem; }
.time { white-space: nowrap; }
.assertions { list-style: none; margin: .35rem 0 0; padding: 0; font-size: .92rem; }
.flow > .assertions { margin-bottom: 1rem; }
.assertions li { padding-left: 1.4rem; position: relative; overflow-wrap: anywhere; }
.assertions li::before { position: absolute; left: 0; font-weight: 700; content: "–"; color: var(--other); }
.assertions li.passed::before { content: "✓"; color: var(--passed); }
.assertions li.failed::before { content: "✗"; color: var(--failed); }
.assertions li.failed { font-weight: 600; margin: .25rem 0; }
.assertions li.failed pre { font-weight: 400; padding: .5rem .75rem; background: var(--failed-on); color: var(--text); border-radius: .3rem; }
details { margin-top: .4rem; font-size: .9rem; }
summary { cursor: pointer; color: var(--soft); }
footer { margin-top: 2.5rem; color: var(--soft); font-size: .85rem; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) {
  body { padding: 1rem .8rem 2rem; }
  .steps thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .steps tr { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .75rem; padding: .6rem 0; border-top: 1px solid var(--line); }
  .steps td { border: 0; padding: 0; }
  .steps td:nth-child(1) { grid-area: 1 / 1; }
  .steps td:nth-child(2) { grid-area: 2 / 1 / auto / -1; }
  .steps td:nth-child(3) { grid-area: 1 / 2; }
  .steps td:nth-child(4) { grid-area: 1 / 3; }
}
@media print { body { max-width: none; } tr { break-inside: avoid; } }
`;
