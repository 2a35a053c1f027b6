/** Parts of a Markdown page that are made by a program: between `<!-- name:begin -->` and `<!-- name:end -->`. */

/** The page with `lines` in the part called `name`; throws a RangeError when the page has no such part. */
export const withSection = (page: string, name: string, lines: readonly string[]): string => {
  const [begin, end] = [`<!-- ${name}:begin -->\n`, `<!-- ${name}:end -->`];
  const [start, stop] = [page.indexOf(begin), page.indexOf(end)];
  if (start < 0 || stop < start) throw new RangeError(`the page has no part between ${begin.trim()} and ${end}`);
  return `${page.slice(0, start + begin.length)}${lines.join("\n")}\n${page.slice(stop)}`;
};
