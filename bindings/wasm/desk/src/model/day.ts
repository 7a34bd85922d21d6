/** Days and times as an office writes them: in Beijing time, whatever the clock of the machine is set to. */

import type { Language } from "joint-meeting";

const OFFSET = 8 * 60 * 60 * 1000;

/** A moment, `2022-12-25T09:00:00+08:00`. */
export const moment = (it: Date): string => `${new Date(it.getTime() + OFFSET).toISOString().slice(0, 19)}+08:00`;

export const now = (): string => moment(new Date());

export const today = (): string => now().slice(0, 10);

/** What a field for day and time holds, `2022-12-25T09:00`. */
export const toField = (at: string): string => moment(new Date(at)).slice(0, 16);

export const fromField = (text: string): string => (text ? `${text.length === 16 ? `${text}:00` : text}+08:00` : "");

/** Whether it is a day that can be asked about: while a year is typed it is 2, 20 and 202 first. */
export const isDay = (it: string): boolean => /^\d{4}-\d\d-\d\d$/.test(it) && it >= "1949" && it < "2200";

/** Noon, so that no offset reaches another day. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export function addDays(day: string, days: number): string {
  const it = noon(day);
  it.setUTCDate(it.getUTCDate() + days);
  return it.toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day in words: 2022年5月12日, 12 May 2022. */
export function spokenDay(day: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A moment in words, to the minute. */
export function spokenTime(at: string, language: Language): string {
  const there = toField(at);
  return `${spokenDay(there.slice(0, 10), language)} ${there.slice(11, 16)}`;
}

export const spokenMonth = (month: number, language: Language): string =>
  language === "zh" ? `${month}月` : (MONTHS[month - 1] ?? "");

export function weekday(day: string, language: Language): string {
  const ix = noon(day).getUTCDay();
  return language === "zh" ? `星期${"日一二三四五六"[ix]}` : ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][ix]!;
}
