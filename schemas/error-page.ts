/** The list of error codes as a page for people, `docs/errors.md`, made from the registry. */
import { type ErrorCode, errorEntry, errors } from "./errors.ts";

const head = `<!-- Made from schemas/errors by \`npm run generate\`. Do not edit. -->
# 错误代码 · Error codes

Every refusal is RFC 9457 \`application/problem+json\`: program against \`code\`, show \`detail\`. How to act on them:
[api.md](api.md#errors). \`{name}\` is filled from the problem's \`params\`. **Key**: a code with "stays" is a business
outcome and remains the answer to its \`Idempotency-Key\`; send a new key when things have changed. Any other refusal
leaves the key as it was.
`;

/** What may stand in a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const rowOf = (code: ErrorCode): string => {
  const { status, zh, en, pinned } = errorEntry(code);
  const cells = [
    `\`${code}\``,
    String(status),
    pinned ? "stays" : "",
    `**${zh[0]}** ${zh[1]}`,
    `**${en[0]}** ${en[1]}`,
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
};

/** The page: a table for each family of codes (the part before `/`), in the registry's order. */
export const errorPage = (): string => {
  const families = Map.groupBy(Object.keys(errors) as ErrorCode[], (code) => code.split("/")[0] ?? code);
  const tables = [...families].map(([family, codes]) =>
    [`## ${family}`, "", "| code | HTTP | key | 中文 | English |", "|---|--:|---|---|---|", ...codes.map(rowOf)].join(
      "\n",
    ),
  );
  return `${[head, ...tables].join("\n").replaceAll("|\n## ", "|\n\n## ")}\n`;
};
