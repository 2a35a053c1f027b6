/** The page that says who may call what, made from the manifest. */
import { isOpen, type Operation } from "./operation.ts";
import { Role } from "./roles.ts";

const YES = "●";

const allows = ({ roles }: Operation, role: Role): boolean => !Array.isArray(roles) || roles.includes(role);

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const line = (operation: Operation): string => {
  const open = isOpen(operation) ? YES : "";
  const cells = Role.options.map((role) => (allows(operation, role) ? YES : ""));
  return row([`\`${operation.id}\``, operation.summary, open, ...cells]);
};

const section = (context: string, operations: readonly Operation[]): string => {
  const head = row(["operation", "what it does", "no token", ...Role.options]);
  const rule = row([":--", ":--", ...Array.from({ length: Role.options.length + 1 }, () => ":-:")]);
  return [`## ${context}`, "", head, rule, ...operations.map(line)].join("\n");
};

const INTRODUCTION = `# Who may do what

Made from the route manifest by \`npm run generate\`; a test compares. A dot says that a token with this role is let in
(function-level policy). What it then finds is decided per object, in the domain:

- **resident**: themselves, their household and its wallet, what they own or live in, what they represent.
- **guardian**: the person for whom a proxy of the right scope is in force, named in \`Linli-Acting-For\`; nobody else.
- **steward**, **auditor**, **poll-officer**, **provider**, **fund-reviewer**, **fund-treasurer**: the communities that
  the token names; everything else does not exist for them (404). An auditor sees no phone, birth date or sex.
- **district-admin**: every community of the district.
- A token of another district, issuer or audience, expired or unsigned, opens nothing (401). A role that was taken back
  ends the tokens that carry it within ten seconds.
`;

/** The page as Markdown: one table a context, one row an operation, one column a role. */
export const permissionsPage = (operations: readonly Operation[]): string => {
  const contexts = [...new Set(operations.map(({ context }) => context))];
  const sections = contexts.map((context) =>
    section(
      context,
      operations.filter((operation) => operation.context === context),
    ),
  );
  return [INTRODUCTION, ...sections.map((text) => `${text}\n`)].join("\n");
};
