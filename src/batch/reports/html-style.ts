/** What a page of many targets has besides the styles of a report. */
export const manyStyle = `
.shares { display: block; width: 100%; height: .7rem; margin: 0 0 .8rem; border-radius: .3rem; }
.shares .passed { fill: var(--passed); } .shares .failed { fill: var(--failed); } .shares .not-run { fill: var(--other); } .shares .track { fill: var(--line); }
nav { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; margin-top: 1rem; }
.causes ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
.causes li { padding: .8rem 1rem; border: 1px solid var(--line); border-left: .3rem solid var(--failed); border-radius: .3rem; overflow-wrap: anywhere; }
.causes li.not-run { border-left-color: var(--other); }
.causes li:target { background: var(--panel); }
.causes h3 { margin: 0 0 .5rem; }
.causes .shares { height: .35rem; margin-bottom: .5rem; }
.causes p { margin: .4rem 0 0; }
.causes pre { padding: .5rem .75rem; background: var(--panel); border-radius: .3rem; }
.names { color: var(--soft); font-size: .9rem; }
details.target { border: 1px solid var(--line); border-radius: .4rem; padding: .45rem .8rem; }
details.target[open] { padding-bottom: 1.2rem; }
details.target > summary { color: var(--text); overflow-wrap: anywhere; }
details.target > summary .cause { color: var(--soft); }
details.target .flow { margin-top: 1rem; }
.targets table { font-size: .88rem; margin: .3rem 0 .8rem; }
.targets th, .targets td { padding: .25rem .75rem .25rem 0; overflow-wrap: anywhere; }
.targets td { min-width: 4.5rem; }
.targets h4 { font-size: .9rem; margin: 1rem 0 .2rem; overflow-wrap: anywhere; }
.targets summary { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .targets thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .targets tr { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .35rem 0; border-top: 1px solid var(--line); }
  .targets th, .targets td { border: 0; padding: 0; min-width: 0; }
  .targets th { flex: 1 0 100%; }
}
`;
