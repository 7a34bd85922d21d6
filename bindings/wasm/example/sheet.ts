/** The countersign sheet of some minutes (会签单): what each unit has said to the version on the table, by the entries. */

import type { Act, Entry } from "joint-meeting";

/** What a unit has said, or that it is still asked to, or that it is not. */
export type Said = Entry | "open" | "notAsked";

export interface Sheet {
  version: number;
  rows: { unit: string; consent: Said; sign: Said }[];
}

/** The names of all minutes, in the order in which they were drafted. */
export function drafts(entries: Entry[]): string[] {
  return entries.flatMap(({ act }) => (act.type === "draft_minutes" ? [act.minutes] : []));
}

export function sheet(entries: Entry[], minutes: string): Sheet | undefined {
  const about = entries.filter(({ act }) => "minutes" in act && act.minutes === minutes);
  const drafted = about.map((it) => it.outcome).findLast((it) => it?.type === "drafted");
  if (!drafted) return undefined;
  const { version, consent_of, countersign_of } = drafted;
  const said = (type: Act["type"], of: string[], unit: string): Said => {
    if (!of.includes(unit)) return "notAsked";
    const answers = ({ act }: Entry): boolean =>
      act.type === type && "unit" in act && act.unit === unit && "version" in act && act.version === version;
    return about.find(answers) ?? "open";
  };
  const row = (unit: string) => ({
    unit,
    consent: said("consent", consent_of, unit),
    sign: said("countersign", countersign_of, unit),
  });
  return { version, rows: [...new Set([...consent_of, ...countersign_of])].map(row) };
}
