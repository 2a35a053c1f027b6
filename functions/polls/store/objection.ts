/** Objections to published results. */
import { create, type Item, type Key, type Write } from "../../shared/write.ts";

/** Prefix of objections beside their poll. */
export const OBJECTION_PREFIX = "O#";
/** Key of an objection: the client's key. */
export const objectionKey = (poll: string, id: string): Key => ({ pk: `PL#${poll}`, sk: `${OBJECTION_PREFIX}${id}` });

/** An objection. */
export interface Objection {
  readonly id: string;
  readonly poll: string;
  readonly by: string;
  readonly text: string;
  readonly madeMs: number;
  readonly answer?: string | undefined;
  readonly upheld?: boolean | undefined;
  readonly answeredMs?: number | undefined;
}

/** Makes an objection. */
export const createObjection = ({ id, poll, by, text, madeMs }: Objection, fingerprint: string): Write =>
  create({ ...objectionKey(poll, id), by, text, made: madeMs, fp: fingerprint });

/** Answers an objection that has no answer. */
export const answerObjection = ({ id, poll, answer, upheld, answeredMs }: Objection): Write => ({
  type: "update",
  key: objectionKey(poll, id),
  update: "SET #a = :a, #u = :u, #d = :d",
  condition: {
    expression: "attribute_exists(#t) AND attribute_not_exists(#a)",
    names: { "#a": "ans", "#u": "held", "#d": "done", "#t": "text" },
    values: { ":a": answer, ":u": upheld, ":d": answeredMs },
  },
});

/** An objection from its item. */
export const toObjection = (item: Item): Objection => ({
  id: item.sk.slice(OBJECTION_PREFIX.length),
  poll: item.pk.slice(3),
  by: item.by as string,
  text: item.text as string,
  madeMs: item.made as number,
  answer: item.ans as string | undefined,
  upheld: item.held as boolean | undefined,
  answeredMs: item.done as number | undefined,
});
