/**
 * The check of a bundle from the bundle alone: signature, rules, every ballot, the tree, turnout, and the count done
 * again. It holds one tile and the distinct ballots in memory, never the file.
 */
import { hash, type KeyObject } from "node:crypto";
import { BundleBallot, type BundleDocument, BundleHead, type NamedBallots } from "../../../schemas/polls/bundle.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import { MerkleBuilder } from "../../shared/merkle.ts";
import { verifySignature } from "../../shared/signing.ts";
import { castOf, packCells } from "../domain/choice.ts";
import { ballotLeaf, ballotName, choiceText, lineLeaf, sealKey } from "../domain/secret.ts";
import { Box } from "../tally/box.ts";
import { type TokenCheck, tokenCheck } from "../tokens/blind.ts";
import { BundleFault } from "./fault.ts";
import { recount } from "./recount.ts";

/** What a bundle was found to be. */
export interface Verdict {
  readonly poll: string;
  readonly district: string;
  readonly kid: string;
  readonly ballots: number;
  readonly root: string;
  /** False where the ballots are sealed: their number and tree were checked, the count could not be repeated. */
  readonly recounted: boolean;
  readonly result: BundleDocument["result"];
}

const parsed = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BundleFault(line === 1 ? "not-a-bundle" : "line", line, "not JSON");
  }
};

const must = (holds: boolean, code: BundleFault["code"], line: number, detail: string): void => {
  if (!holds) throw new BundleFault(code, line, detail);
};

const sha256 = (data: string | Uint8Array): string => hash("sha256", data, "base64url");

/** The members of a result that differ, the first one with both values. */
const difference = (found: Canonical, expected: Canonical, path = ""): string | undefined => {
  const isRecord = (value: Canonical): value is { readonly [name: string]: Canonical } =>
    typeof value === "object" && value !== null;
  if (!isRecord(found) || !isRecord(expected)) {
    return found === expected ? undefined : `${path}: ${JSON.stringify(found)}, counted ${JSON.stringify(expected)}`;
  }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  for (const name of names) {
    const one = difference(found[name] ?? null, expected[name] ?? null, `${path}/${name}`);
    if (one !== undefined) return one;
  }
  return undefined;
};

class BundleCheck {
  readonly #head: BundleHead;
  readonly #seal: KeyObject | undefined;
  readonly #isSigned: TokenCheck | undefined;
  readonly #whole = new MerkleBuilder();
  readonly #box = new Box();
  /** Of an owners' poll: its units as they are counted. */
  readonly #units: (readonly [row: string, times: number])[] = [];
  /** Of a named poll: units or ballots in all, and those that voted. */
  #named = { all: 0, voted: 0 };
  readonly #leaves = new Set<string>();
  #tile = new MerkleBuilder();
  #tiles = 0;
  #last = "";
  #line = 1;

  constructor(text: string, kid: string | undefined) {
    const read = BundleHead.safeParse(parsed(text, 1));
    if (!read.success) {
      throw new BundleFault(
        "not-a-bundle",
        1,
        `${read.error.issues[0]?.path.join("/")}: ${read.error.issues[0]?.message}`,
      );
    }
    this.#head = read.data;
    const { bundle, signature, key, sealKey: seal } = this.#head;
    must(kid === undefined || kid === key.kid, "key", 1, `signed by ${key.kid}, expected ${kid}`);
    // What was signed is the document as it stands in the file, not as the schema would fill it in.
    const raw = (parsed(text, 1) as { bundle: { type: string; rules: Canonical } }).bundle;
    must(verifySignature(raw as never, signature, key), "signature", 1, `not ${key.kid}'s over this document`);
    const rules = sha256(canonicalText(raw.rules));
    must(rules === bundle.rulesHash, "rules", 1, `hash ${rules}, signed ${bundle.rulesHash}`);
    const opened = seal === undefined ? undefined : Buffer.from(seal, "base64url");
    must(opened === undefined || sha256(opened) === bundle.seal, "seal", 1, "not the key that was signed");
    this.#seal = sealKey(opened);
    this.#isSigned = bundle.tokenKey && tokenCheck(bundle.tokenKey);
  }

  get #opens(): boolean {
    const { audit, mode } = this.#head.bundle.rules;
    return this.#seal !== undefined || (audit === "PUBLIC" && mode !== "named");
  }

  ballot(text: string): void {
    this.#line += 1;
    const read = BundleBallot.safeParse(parsed(text, this.#line));
    const fits = this.#opens ? (this.#head.bundle.rules.mode === "named" ? "times" : "ballot") : "leaf";
    if (!read.success || !(fits in read.data)) {
      throw new BundleFault("line", this.#line, this.#opens ? "not an open ballot" : "not a sealed ballot");
    }
    const leaf = this.#leafOf(read.data);
    this.#whole.add(leaf);
    this.#tile.add(leaf);
    if (this.#tile.size === this.#head.bundle.ballots.tileLeaves) this.#closeTile();
  }

  #leafOf(line: BundleBallot): Buffer {
    if ("leaf" in line) return this.#sealed(line.leaf);
    return "times" in line ? this.#byName(line) : this.#opened(line);
  }

  /** Must follow the one before, so that none stands twice. */
  #follows(name: string): void {
    must(this.#last < name, "order", this.#line, `${name} does not follow ${this.#last}`);
    this.#last = name;
  }

  #byName(line: NamedBallots): Buffer {
    const { unit, choice, times } = line;
    const { question, electorate } = this.#head.bundle.rules;
    const text = canonicalText(line as unknown as Canonical);
    this.#follows(text);
    const owners = electorate.kind === "OWNERS";
    must(owners === (unit !== undefined), "line", this.#line, "units stand in owners' polls, and only there");
    const cast = choice === null ? undefined : castOf(question, choice, owners);
    must(owners || cast !== undefined, "choice", this.#line, "says nothing");
    if (cast && "refusals" in cast) throw new BundleFault("choice", this.#line, cast.refusals[0]?.code ?? "");
    const cells = cast?.cells;
    if (unit) this.#units.push([`${unit.head}|${unit.area}|${cells ? packCells(cells) : ""}`, times]);
    else if (cells) this.#box.add(cells, times);
    this.#named = { all: this.#named.all + times, voted: this.#named.voted + (cells ? times : 0) };
    return lineLeaf(text, this.#seal);
  }

  #sealed(leaf: string): Buffer {
    must(!this.#leaves.has(leaf), "leaf", this.#line, `leaf ${leaf} stands twice`);
    this.#leaves.add(leaf);
    return Buffer.from(leaf, "base64url");
  }

  #opened(ballot: Extract<BundleBallot, { ballot: string }>): Buffer {
    const { ballot: name, choice, token, signature } = ballot;
    const { rules } = this.#head.bundle;
    this.#follows(name);
    if (this.#isSigned) {
      const bytes = (value: string | undefined) => Buffer.from(value ?? "", "base64url");
      must(ballotName(token ?? "") === name, "token", this.#line, `the token's name is not ${name}`);
      must(this.#isSigned(bytes(token), bytes(signature)), "token", this.#line, "the token is not signed by the poll");
    }
    const cast = castOf(rules.question, choice, false);
    if ("refusals" in cast) throw new BundleFault("choice", this.#line, cast.refusals[0]?.code ?? "");
    this.#box.add(cast.cells);
    return ballotLeaf(name, choiceText(choice), this.#seal);
  }

  /** Named ballots that are open are as many as were signed; owners' lines hold every unit of the roll. */
  #checkNamed(): void {
    const { ballots, turnout, rules } = this.#head.bundle;
    if (rules.mode !== "named") return;
    const { all, voted } = this.#named;
    must(voted === ballots.count, "count", 0, `${voted} ballots, signed ${ballots.count}`);
    const whole = rules.electorate.kind === "OWNERS" ? turnout.entitled : turnout.voted;
    must(all === whole, "turnout", 0, `${all} units or voters, signed ${whole}`);
  }

  #closeTile(): void {
    const { tiles, tileLeaves } = this.#head.bundle.ballots;
    const root = this.#tile.root().toString("base64url");
    const from = this.#tiles * tileLeaves;
    const to = from + this.#tile.size;
    const span = `ballots ${from + 1} to ${to} (lines ${from + 2} to ${to + 1})`;
    must(root === tiles[this.#tiles], "tile", from + 2, `${span} are not those that were signed`);
    this.#tiles += 1;
    this.#tile = new MerkleBuilder();
  }

  end(): Verdict {
    const { bundle, key } = this.#head;
    const { ballots, turnout } = bundle;
    if (this.#tile.size > 0) this.#closeTile();
    const lines = ballots.lines ?? ballots.count;
    must(this.#whole.size === lines, "count", 0, `${this.#whole.size} ballots, signed ${lines}`);
    const root = this.#whole.root().toString("base64url");
    must(root === ballots.root, "root", 0, `root ${root}, signed ${ballots.root}`);
    must(turnout.voted <= turnout.entitled, "turnout", 0, `${turnout.voted} of ${turnout.entitled} entitled`);
    must(ballots.count <= turnout.voted, "turnout", 0, `${ballots.count} ballots of ${turnout.voted} voters`);
    if (this.#opens) {
      this.#checkNamed();
      const again = JSON.parse(JSON.stringify(recount(bundle, this.#box, this.#units))) as Canonical;
      const differs = difference(bundle.result as unknown as Canonical, again);
      must(differs === undefined, "result", 1, differs ?? "");
    }
    const { poll, district, result } = bundle;
    return { poll, district, kid: key.kid, ballots: ballots.count, root, recounted: this.#opens, result };
  }
}

/**
 * Checks a bundle line by line; `kid` names the key that has to have signed it, where the caller knows. Returns the
 * verdict, or throws the first `BundleFault`.
 */
export const verifyBundle = async (
  lines: AsyncIterable<string> | Iterable<string>,
  kid: string | undefined,
): Promise<Verdict> => {
  let check: BundleCheck | undefined;
  for await (const line of lines) {
    if (check === undefined) check = new BundleCheck(line, kid);
    else if (line !== "") check.ballot(line);
  }
  if (check === undefined) throw new BundleFault("not-a-bundle", 1, "empty");
  return check.end();
};
