/**
 * Why a store gives no answer: one class, with a word that says which error it is, the same in every language.
 * A refusal is an answer, and none of them.
 */

import { type InWords, JointMeetingError, type Language } from "./errors.js";

/** What an error of a store is about. */
export interface StoreFault {
  /** The store. */
  place: string;
  /** The name of the body. */
  body?: string;
  /** The number of the entry. */
  entry?: number;
  /** The first bad line of the journal, counted from one. */
  line?: number;
  /** What the browser said, or the error that was found. */
  why?: InWords;
  /** The digest of a charter. */
  digest?: string;
  /** The format that was found. */
  found?: string;
}

const NEWEST = 1;

const WORDS = {
  /** A text is not the name of a body. */
  name: ({ why }: StoreFault) => why!,
  /** The store has no such body. */
  unknown: ({ place, body }: StoreFault) => both(`「${place}」中没有联席会议「${body}」`, `\`${place}\` has no body \`${body}\``),
  /** There is such a body already. */
  taken: ({ place, body }: StoreFault) =>
    both(`「${place}」中已有联席会议「${body}」`, `\`${place}\` has a body \`${body}\` already`),
  /** Somebody else was first, every time that it was tried: look again. */
  conflict: ({ body, entry }: StoreFault) =>
    both(`第${entry}号记录（「${body}」）已由他人存入`, `entry ${entry} of \`${body}\` was stored by somebody else`),
  /** The journal was written anew since it was read. */
  rewritten: ({ body }: StoreFault) =>
    both(`「${body}」的记录读取后已被重新写过`, `the journal of \`${body}\` was written anew since it was read`),
  /** A charter cannot be read. */
  charter: ({ body, why }: StoreFault) => both(`「${body}」的制度：${why?.zh}`, `a charter of \`${body}\`: ${why?.en}`),
  /** The store has lost a charter, or what it holds under that digest is another. */
  no_charter: ({ place, digest }: StoreFault) =>
    both(`「${place}」中没有摘要值为「${digest}」的制度`, `\`${place}\` has no charter with the digest \`${digest}\``),
  /** The charters are not those of one body. */
  no_body: ({ body, why }: StoreFault) => both(`「${body}」：${why?.zh}`, `\`${body}\`: ${why?.en}`),
  /** The journal is damaged. */
  journal: ({ place, body, why }: StoreFault) =>
    both(`「${body}」（存于「${place}」）：${why?.zh}`, `\`${body}\` in \`${place}\`: ${why?.en}`),
  /** What is there is no journal: another program has made something of it. */
  disguised: ({ place, body, why }: StoreFault) =>
    both(`「${body}」（存于「${place}」）：这是${why?.zh}，不是记录`, `\`${body}\` in \`${place}\`: this is ${why?.en}, and no journal`),
  /** The store was opened to read. */
  read_only: ({ place }: StoreFault) => both(`「${place}」是以只读方式打开的`, `\`${place}\` was opened to read`),
  /** Something failed before, or it was closed: this store answers nothing any more. Open it anew. */
  stopped: ({ place }: StoreFault) => both(`「${place}」此前出过错，须重新打开`, `\`${place}\` failed before: open it anew`),
  /** The browser failed, or has no room. Nothing was acknowledged. */
  failed: ({ place, why }: StoreFault) => both(`「${place}」出错：${why?.zh}`, `\`${place}\` failed: ${why?.en}`),
  /** It is held by a page that does not let go. */
  busy: ({ place }: StoreFault) => both(`「${place}」正由他人占用`, `\`${place}\` is held by somebody else`),
  /** It is a database of a newer format, or of something else. */
  format: ({ place, found }: StoreFault) =>
    both(
      `「${place}」不是可以读取的存储：格式为「${found}」，所知最新为${NEWEST}`,
      `\`${place}\` is no store that can be read: its format is \`${found}\`, and the newest known is ${NEWEST}`,
    ),
};

/** Which error it is. */
export type StoreErrorKind = keyof typeof WORDS;

/** The same in both languages. */
export function both(zh: string, en: string): InWords {
  return { zh, en };
}

/** Why a store gives no answer, with what it is about. */
export class StoreError extends JointMeetingError {
  static {
    this.prototype.name = "StoreError";
  }

  /** The message in both languages. */
  readonly words: InWords;

  constructor(
    /** Which error it is. */
    readonly kind: StoreErrorKind,
    /** What it is about. */
    readonly about: Readonly<StoreFault>,
    language: Language,
    cause?: unknown,
  ) {
    const words = WORDS[kind](about);
    super(words[language], cause === undefined ? undefined : { cause });
    this.words = words;
    this.zh = words.zh;
  }
}
