// A stub, until the types are generated.
type Data = { [key: string]: any };
export interface Ground { rule: string; clause?: string; also?: string[]; finding: Finding; cures?: Cure[]; earliest?: string }
export interface Cure { act: string; who: string[]; units?: string[] }
export type Finding = { type: string } & Data;
export interface Name { kind: string; name: string }
export type Refusal = { type: "names"; unknown: Name[]; taken: Name[] } | { type: "rules"; grounds: Ground[] };
export type Act = { type: string } & Data;
export interface Entry { no: number; at: string; recorded_at: string; by: string; act: Act; outcome?: { type: string } & Data }
export type Decision = { accepted: Entry } | { refused: Refusal };
export interface Choice { act: Act; choose: string[]; refusal?: Refusal }
export interface Period { from: string; to: string }
export interface Head { count: number; digest: string }
export type Fault = { type: string; value?: unknown };
export interface Due { date: string; minute?: number; safe: string; reckoning: string; provisional: boolean; reading?: { reading: string; option: string } }
export type Bearer = { type: "body" } | { type: "role"; role: string } | { type: "unit"; unit: string };
export interface Obligation { rule: string; clause: string; bearer: Bearer; to?: string; subject?: string; due?: Due; overdue: boolean; fulfilled_by: string[]; finding?: Finding }
export type Audit = Data;
export type Breach = { no: number; refusal?: Refusal };
export type CharterDiff = Data;
export type CharterFile = Data;
export interface Clause extends Data { id: string; at: string; zh: string; en: string }
export type EntryExplained = Data;
export type FamilyAudit = Data;
export type LintFinding = Data;
export type Misplaced = Data;
export type Outline = Data;
export type Roster = Data;
export type RuleExplained = Data;
export type Touched = Data;
export type Trace = Data;
