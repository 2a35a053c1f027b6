/** Which route API Gateway takes for a request, written out from its documentation, not taken from the plan. */
import type { Operation } from "../../schemas/operation.ts";
import type { Resource } from "./synth.ts";

const fits = (words: readonly string[], path: readonly string[]): boolean =>
  words.length === path.length && words.every((word, index) => word.startsWith("{") || word === path[index]);

/** Words that match exactly, the first ones first: `1` for such a word, `0` for a parameter. */
const exactness = (words: readonly string[]): string =>
  words.map((word) => (word.startsWith("{") ? "0" : "1")).join("");

/** The route of a request for an operation: of all that fit, the most specific one. Throws where none fits. */
export const routeTaken = (routes: readonly Resource[], { method, path }: Operation): Resource => {
  // A parameter's value, which no word of a route equals.
  const asked = path.replaceAll(/\{\w+\}/g, "0190b0de").split("/");
  const [best] = routes
    .map((route) => ({ route, key: route.Properties.RouteKey as string }))
    .filter(({ key }) => key.startsWith(`${method} `))
    .map(({ route, key }) => ({ route, words: (key.split(" ")[1] as string).split("/") }))
    .filter(({ words }) => fits(words, asked))
    .sort((a, b) => exactness(b.words).localeCompare(exactness(a.words)));
  if (!best) throw new Error(`no route for ${method} ${path}`);
  return best.route;
};
