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
body { margin: 0 auto; max-width: 70rem; overflow-wrap: anywhere; padding: 1.5rem 1.25rem 3rem; color: var(--text); background: var(--page);
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
thead th, .time { overflow-wrap: normal; }
tbody th { font-weight: 600; }
tr:target { background: var(--panel); }
.request { width: 100%; overflow-wrap: anywhere; }
.address { display: block; color: var(--soft); overflow-wrap: anywhere; }
.steps td:nth-child(3) { min-width: 8rem; }
.time { white-space: nowrap; }
.assertions { list-style: none; margin: .35rem 0 0; padding: 0; font-size: .92rem; }
.flow > .assertions { margin-bottom: 1rem; }
.assertions li { padding-left: 1.4rem; position: relative; overflow-wrap: anywhere; }
.assertions li::before { position: absolute; left: 0; font-weight: 700; content: "–"; color: var(--other); }
.assertions li.passed::before { content: "✓"; color: var(--passed); }
.assertions li.failed::before { content: "✗"; color: var(--failed); }
.assertions li.failed { font-weight: 600; margin: .25rem 0; }
.assertions li.failed pre { font-weight: 400; padding: .5rem .75rem; background: var(--failed-on); color: var(--text); border-radius: .3rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: .8rem; margin: .75rem 0 .2rem; color: var(--soft); }
.exchange { padding: 0 0 .5rem .75rem; border-left: 2px solid var(--line); margin: .35rem 0 0 .3rem; }
.fields { margin: 0; display: grid; gap: .1rem 1rem; font-size: .88rem; }
.fields > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .75rem; }
.fields dt { color: var(--soft); overflow-wrap: anywhere; }
.fields dd { margin: 0; overflow-wrap: anywhere; }
.mask { color: var(--other); background: var(--other-on); border-radius: .25rem; padding: 0 .2rem; }
.cookies { margin: 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
.legs { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.legs .fields > div { grid-template-columns: minmax(5rem, 8rem) 1fr; }
.legs li { padding: .7rem .9rem; background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; }
.known { margin: .5rem 0; padding: .6rem .8rem; border: 1px solid var(--line); border-left: .3rem solid var(--other); border-radius: .3rem; overflow-wrap: anywhere; }
.known p { margin: .2rem 0 0; }
.redirect-uris { padding: .2rem 1rem .6rem; margin: 1rem 0; border: 1px solid var(--failed); border-radius: .5rem; }
.redirect-uris h3 { margin-top: .7rem; }
.redirect-uris dl { margin: 0; display: grid; gap: .6rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.redirect-uris dt { color: var(--soft); font-size: .8rem; }
.redirect-uris dd { margin: 0; overflow-wrap: anywhere; }
.redirect-uris dd code { font-size: .95rem; }
.redirect-uris dd p { margin: .2rem 0 0; font-size: .88rem; }
mark { color: var(--failed); background: var(--failed-on); font-weight: 700; text-decoration: underline 2px; text-underline-offset: 3px; border-radius: .15rem; }
.sequence { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.lanes { display: grid; grid-template-columns: repeat(4, 1fr); background: var(--panel); border-bottom: 1px solid var(--line);
  text-align: center; font-size: .82rem; font-weight: 600; }
.lanes span { padding: .45rem .2rem; overflow-wrap: anywhere; }
.sequence ol { list-style: none; margin: 0; padding: .35rem 0 .6rem;
  background: linear-gradient(var(--line), var(--line)) 12.5% 0 / 1px 100% no-repeat;
  background-image: linear-gradient(90deg, transparent calc(12.5% - .5px), var(--line) calc(12.5% - .5px) calc(12.5% + .5px), transparent calc(12.5% + .5px) calc(37.5% - .5px), var(--line) calc(37.5% - .5px) calc(37.5% + .5px), transparent calc(37.5% + .5px) calc(62.5% - .5px), var(--line) calc(62.5% - .5px) calc(62.5% + .5px), transparent calc(62.5% + .5px) calc(87.5% - .5px), var(--line) calc(87.5% - .5px) calc(87.5% + .5px), transparent calc(87.5% + .5px));
  background-size: 100% 100%; }
.sequence li { display: grid; grid-template-columns: repeat(8, 1fr); padding: .3rem 0 0; font-size: .85rem; line-height: 1.35; }
.words { grid-row: 1; padding: 0 .4rem; text-align: center; overflow-wrap: anywhere; }
.words > *, .words a > * { background: var(--page); }
.words a { text-decoration: none; }
.words a:hover { text-decoration: underline; }
.carries { color: var(--soft); }
.cross { color: var(--failed); }
.again { color: var(--other); }
.arrow { grid-row: 2; height: .7rem; position: relative; color: var(--link); }
.arrow::before { content: ""; position: absolute; left: 0; right: 0; top: 50%; border-top: 2px solid currentColor; }
.arrow::after { content: ""; position: absolute; box-sizing: content-box; top: calc(50% + 1px - .3rem); border: .3rem solid transparent; }
.right > .arrow::after { right: 0; border-right-width: 0; border-left: .55rem solid currentColor; }
.left > .arrow::after { left: 0; border-left-width: 0; border-right: .55rem solid currentColor; }
.answer > .arrow { color: var(--soft); }
.answer > .arrow::before { border-top-style: dashed; }
.failed > .arrow { color: var(--failed); }
.failed > .arrow::before { border-top-style: solid; border-top-width: 3px; }
.from-1.to-2 > .arrow { grid-column: 2 / 4; } .from-1.to-2 > .words { grid-column: 1 / 6; text-align: left; padding-left: calc(20% + .6rem); }
.from-1.to-3 > .arrow { grid-column: 2 / 6; } .from-1.to-3 > .words { grid-column: 1 / 8; }
.from-1.to-4 > .arrow { grid-column: 2 / 8; } .from-1.to-4 > .words { grid-column: 2 / 8; }
.from-2.to-3 > .arrow { grid-column: 4 / 6; } .from-2.to-3 > .words { grid-column: 3 / 9; text-align: left; padding-left: calc(16.7% + .6rem); }
.bar { display: block; width: 100%; min-width: 4rem; height: .4rem; margin-top: .35rem; fill: var(--link); border-radius: .2rem; }
.bar .track { fill: var(--line); }
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
  .fields > div { grid-template-columns: 1fr; gap: 0; }
  .fields dd { padding-left: .75rem; }
  .sequence li { font-size: .8rem; }
  .from-1.to-2 > .words { grid-column: 1 / 9; padding-left: calc(12.5% + .5rem); }
  .lanes { font-size: .72rem; }
}
@media print {
  body { max-width: none; padding: 0; }
  tr, .sequence li, .legs .fields > div { grid-template-columns: minmax(5rem, 8rem) 1fr; }
.legs li { break-inside: avoid; }
  a { color: inherit; }
  * { print-color-adjust: exact; }
}
`;
