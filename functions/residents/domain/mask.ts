/** Masks for personal data that has to be shown to people who may not see it whole. */

/** A name with its first character only: `王**`, `W***`. The number of stars says nothing of the length. */
export const maskName = (name: string): string => {
  const [first = ""] = name.trim();
  return `${first}${/\p{Script=Han}/u.test(first) ? "**" : "***"}`;
};

/**
 * Any text with its first `shown` characters only, at most as long as `longest`; nothing is shown of a text that is
 * not longer.
 */
export const maskText = (text: string, shown: number, longest: number): string => {
  const characters = [...text];
  const kept = characters.length > shown ? characters.slice(0, shown) : [];
  return `${kept.join("")}${"*".repeat(Math.min(characters.length, longest) - kept.length)}`;
};
