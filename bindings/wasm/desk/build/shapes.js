/** The fields of acts and of what is in them, read from the types that come with the package: forms are made from these. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import ts from "typescript";

const TYPES = fileURLToPath(new URL("./types/types.d.ts", import.meta.resolve("joint-meeting/package.json")));
/** What stands in a field: the name of a type, whether it is a list, whether it is a map of texts. */
function kindOf(type) {
  if (ts.isArrayTypeNode(type)) return { type: kindOf(type.elementType).type, many: true };
  if (ts.isTypeLiteralNode(type)) return { type: "map" };
  return { type: type.getText() };
}

/** Structures with their fields, and lists of words. */
export function read(text) {
  const file = ts.createSourceFile("types.d.ts", text, ts.ScriptTarget.ES2022, true);
  const structures = {};
  const words = {};
  const texts = [];
  const acts = {};
  for (const node of file.statements) {
    if (ts.isInterfaceDeclaration(node)) {
      const fields = [];
      for (const it of node.members) {
        const name = it.name.getText();
        if (name === "type" && ts.isLiteralTypeNode(it.type)) acts[it.type.literal.text] = node.name.text;
        else fields.push({ name, ...kindOf(it.type), ...(it.questionToken && { optional: true }) });
      }
      structures[node.name.text] = fields;
    } else if (ts.isTypeAliasDeclaration(node)) {
      const parts = ts.isUnionTypeNode(node.type) ? node.type.types : [node.type];
      const said = parts.filter((it) => ts.isLiteralTypeNode(it) && ts.isStringLiteral(it.literal)).map((it) => it.literal.text);
      if (said.length === parts.length) words[node.name.text] = said;
      else if (node.type.kind === ts.SyntaxKind.StringKeyword) texts.push(node.name.text);
    }
  }
  return { structures, words, texts, acts };
}

/** Only what forms can need: acts, what is in them, and the words of either. */
function wanted({ structures, words, acts }) {
  const names = words.ActName;
  const kept = { acts: {}, structures: {}, words: {} };
  const visit = (fields) => {
    for (const { type } of fields) {
      if (words[type]) kept.words[type] = words[type];
      else if (structures[type] && !kept.structures[type]) visit((kept.structures[type] = structures[type]));
    }
    return fields;
  };
  for (const it of names) kept.acts[it] = visit(structures[acts[it]]);
  visit(structures.Proof);
  return kept;
}

export function shapes() {
  return {
    name: "shapes",
    resolveId: (id) => (id === "virtual:shapes" ? `\0${id}` : undefined),
    load: (id) =>
      id === "\0virtual:shapes" ? `export default ${JSON.stringify(wanted(read(readFileSync(TYPES, "utf8"))))};` : undefined,
  };
}

/** Every field by its act and its own name, for whoever checks that each has a word. */
export const fieldsOf = () => wanted(read(readFileSync(TYPES, "utf8")));
