/** The file on this machine that a body is saved to, where the browser lets a page keep one; elsewhere a body is downloaded. */

/** What browsers that let a page keep a file have besides what the types of the library know. */
interface KeptFile extends FileSystemFileHandle {
  queryPermission(it: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(it: { mode: "readwrite" }): Promise<PermissionState>;
}
type Picker = (it: { suggestedName: string; types: { accept: Record<string, string[]> }[] }) => Promise<KeptFile>;
const picker = (): Picker | undefined => (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker;

const WRITES = { mode: "readwrite" } as const;
const FILES = "files";

/** Whether this browser lets a page write to a file. */
export const savesToFiles = (): boolean => picker() !== undefined;

/** The handles of files by the names of bodies: only a database of the browser can keep them. */
async function shelf<T>(mode: IDBTransactionMode, ask: (it: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const answer = <R>(it: IDBRequest<R>) =>
    new Promise<R>((done, failed) => {
      it.onsuccess = () => done(it.result);
      it.onerror = () => failed(it.error ?? new Error());
    });
  const opens = indexedDB.open("joint-meeting-desk-files", 1);
  opens.onupgradeneeded = () => opens.result.createObjectStore(FILES);
  const database = await answer(opens);
  try {
    return await answer(ask(database.transaction(FILES, mode).objectStore(FILES)));
  } finally {
    database.close();
  }
}

/** The file of a body, if one was chosen. */
export const fileOf = (body: string): Promise<KeptFile | undefined> =>
  shelf("readonly", (it) => it.get(body) as IDBRequest<KeptFile | undefined>).catch(() => undefined);

export const forgetFile = (body: string): Promise<unknown> => shelf("readwrite", (it) => it.delete(body)).catch(() => undefined);

/** Has somebody choose a file, and keeps it for the next time. */
async function chosen(body: string, name: string): Promise<KeptFile> {
  const file = await picker()!({ suggestedName: name, types: [{ accept: { "application/zip": [".zip"] } }] });
  await shelf("readwrite", (it) => it.put(file, body)).catch(() => undefined);
  return file;
}

async function write(file: KeptFile, bytes: Uint8Array): Promise<string> {
  const into = await file.createWritable();
  await into.write(bytes as Uint8Array<ArrayBuffer>);
  await into.close();
  return file.name;
}

/** Saves to the file of the body, which is asked for once; gives its name, or nothing when whoever was asked chose none. */
export async function save(body: string, name: string, bytes: () => Promise<Uint8Array>): Promise<string | undefined> {
  try {
    const file = (await fileOf(body)) ?? (await chosen(body, name));
    if ((await file.queryPermission(WRITES)) !== "granted" && (await file.requestPermission(WRITES)) !== "granted") return undefined;
    return await write(file, await bytes());
  } catch (why) {
    if (why instanceof DOMException && why.name === "AbortError") return undefined;
    // Moved or deleted: another file is asked for the next time.
    await forgetFile(body);
    throw why;
  }
}

/** Saves without asking anybody, where a file was chosen and may be written to as long as this page is open. */
export async function saveQuietly(body: string, bytes: () => Promise<Uint8Array>): Promise<string | undefined> {
  const file = savesToFiles() ? await fileOf(body) : undefined;
  if (!file || (await file.queryPermission(WRITES)) !== "granted") return undefined;
  return write(file, await bytes());
}
