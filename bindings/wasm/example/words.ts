/** The words of the page itself. Words about rules, duties and units come from the library, terms from its list. */

import type { Language } from "joint-meeting";
import terms from "joint-meeting/terms.json";

const WORDS = {
  title: ["联席会议", "Joint meeting"],
  journal: ["打开台账（.jsonl）", "Open a journal (.jsonl)"],
  charter: ["另用制度文件（.json）", "Use another charter (.json)"],
  local: ["文件只在本页打开，不会上传。", "Files are opened in this page only; nothing is uploaded."],
  day: ["日期", "Day"],
  who: ["人员名单", "Who is who"],
  unit: ["单位", "Unit"],
  member: ["成员", "Member"],
  officer: ["联络员", "Liaison officer"],
  role: ["角色", "Role"],
  persons: ["人员", "Persons"],
  vacant: ["空缺", "vacant"],
  next: ["近期事项（60 日内）", "Next duties (within 60 days)"],
  what: ["事项", "What"],
  bearer: ["责任方", "Who"],
  clause: ["条款", "Clause"],
  due: ["期限", "Due"],
  safe: ["稳妥日", "Safe day"],
  now: ["即时", "at once"],
  none: ["无", "none"],
  sheet: ["会签单", "Countersign sheet"],
  minutes: ["会议纪要", "Minutes"],
  version: ["稿次", "Version"],
  consent: ["同意", "Consent"],
  sign: ["会签", "Countersigned"],
  open: ["待办", "open"],
  notAsked: ["不需要", "not asked"],
  acts: ["可办事项", "Acts"],
  actor: ["办理人", "Actor"],
  only: ["只看可以办理的", "Only what is open"],
  blocked: ["暂不能办理的，指向或选中即见原因和办法。", "Point at or move to a blocked act to see why, and what helps."],
  cure: ["办法", "Cure"],
  by: ["由", "by"],
  done: ["提交", "Submit"],
  cancel: ["取消", "Cancel"],
  keep: ["保存台账", "Save the journal"],
} satisfies Record<string, [string, string]>;

export type Word = keyof typeof WORDS;

export const word = (it: Word, language: Language): string => WORDS[it][language === "zh" ? 0 : 1];

const TERMS = new Map(Object.values(terms).flatMap((it) => Object.entries<string>(it)));

/** A word of the data, `record_attendance`, for people; anything else as it is. */
export const term = (it: string, language: Language): string =>
  !TERMS.has(it) ? it : language === "zh" ? TERMS.get(it)! : it.replaceAll("_", " ");
