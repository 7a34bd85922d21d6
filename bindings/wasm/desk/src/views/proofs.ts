/** What shows that something is true: the name and the digest of a file. The file stays where it is. */

import type { Proof, ProofKind } from "joint-meeting";
import { type TemplateResult, html } from "lit";
import shapes from "virtual:shapes";

import { digestOf } from "../model/files.js";
import { wordOf } from "../model/terms.js";
import { filesOf, valueOf } from "../parts/view.js";
import { desk } from "../the-desk.js";

const kindOf = (file: File): ProofKind =>
  file.type.startsWith("image/") ? "photo" : /^(audio|video)\//.test(file.type) ? "recording" : file.type === "application/pdf" ? "scan" : "file";

export function proofsPart(proofs: Proof[], set: (it: Proof[]) => void): TemplateResult {
  const add = (it: Event) =>
    desk.tries(async () => {
      const found = await Promise.all(filesOf(it).map(async (file): Promise<Proof> => {
        const digest = await digestOf(file);
        return { name: file.name, kind: kindOf(file), ...(digest && { digest }) };
      }));
      set([...proofs, ...found]);
    });
  const put = (ix: number, kind: string) => set(proofs.map((it, at) => (at === ix ? { ...it, kind: kind as ProofKind } : it)));
  return html`<details class="quiet" ?open=${proofs.length > 0}><summary>${desk.say("proofs")} <span class="count">${proofs.length}</span></summary>
    <p class="fine">${desk.say("proofsHelp")}</p>
    <ul class="plain-list">${proofs.map((it, ix) => html`<li class="proof"><span>${it.name}</span>
      <select aria-label=${`${desk.say("kindOfProof")} ${it.name}`} @change=${(event: Event) => put(ix, valueOf(event))}>
        ${shapes.words.ProofKind!.map((kind) => html`<option value=${kind} ?selected=${kind === it.kind}>${wordOf("ProofKind", kind, desk.language)}</option>`)}</select>
      <code class="digest">${it.digest ? `${it.digest.slice(0, 16)}…` : ""}</code>
      <button type="button" class="plain" aria-label=${`${desk.say("remove")} ${it.name}`} @click=${() => set(proofs.filter((_, at) => at !== ix))}>×</button></li>`)}</ul>
    <label class="field"><span>${desk.say("addProof")}</span><input id="proof-file" type="file" multiple @change=${add} /></label></details>`;
}
