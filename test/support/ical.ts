/** Reads iCalendar back, by the grammar of RFC 5545 and apart from the writer: unfolds, parts, unescapes. */

/** One component: its properties by name, parameters left out, and the components in it. */
export interface Component {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly components: readonly Component[];
}

const plainText = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, what: string) => (what.toLowerCase() === "n" ? "\n" : what));

/** Content lines of a text; throws for a line that is too long, not ended by CRLF, or holds a control character. */
export const contentLines = (text: string): string[] => {
  if (!text.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(text)) throw new Error("a line that does not end in CRLF");
  const raw = text.slice(0, -2).split("\r\n");
  const long = raw.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`longer than 75 octets: ${long}`);
  if (raw.some((line) => Buffer.from(line).toString("utf8") !== line)) throw new Error("a character cut in two");
  return text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
};

/** The calendar that a text holds. */
export const parseCalendar = (text: string): Component => {
  const stack: { name: string; properties: Record<string, string>; components: Component[] }[] = [];
  for (const line of contentLines(text)) {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/su.exec(line) ?? [];
    if (name === "") throw new Error(`no content line: ${line}`);
    if (name === "BEGIN") stack.push({ name: value, properties: {}, components: [] });
    else if (name === "END") {
      const done = stack.pop();
      if (done?.name !== value) throw new Error(`${value} ends before it begins`);
      const around = stack.at(-1);
      if (!around) return done;
      around.components.push(done);
    } else {
      const top = stack.at(-1);
      if (!top || name in top.properties) throw new Error(`${name} stands twice or nowhere`);
      top.properties[name] = plainText(value);
    }
  }
  throw new Error("a calendar without an end");
};

/** Milliseconds of a UTC date-time. */
export const instantMs = (text: string | undefined): number =>
  Date.parse(String(text).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
