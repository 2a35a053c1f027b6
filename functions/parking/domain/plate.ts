/**
 * Licence plates of the mainland: GA 36-2018 and the new-energy plates since 2016. Letters I and O are on none of
 * them.
 */

const PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
const LETTER = "[A-HJ-NP-Z]";
const SIGN = "[A-HJ-NP-Z0-9]";
const NEW_ENERGY = "[A-HJK]";

const FORMS: readonly RegExp[] = [
  // Ordinary, with the kinds that end in a character of their own.
  new RegExp(`^${PROVINCE}${LETTER}${SIGN}{4}(?:${SIGN}|[挂学警港澳])$`),
  // New energy: small vehicles have the letter first, large ones last.
  new RegExp(`^${PROVINCE}${LETTER}${NEW_ENERGY}${SIGN}\\d{4}$`),
  new RegExp(`^${PROVINCE}${LETTER}\\d{5}${NEW_ENERGY}$`),
  // Embassies and consulates.
  /^使\d{6}$/,
  new RegExp(`^${PROVINCE}${LETTER}\\d{4}领$`),
];

/** Characters that people type between the parts of a plate. */
const BETWEEN = /[\s·•.\-—_]/g;

/** Most letters among the five signs of an ordinary plate. */
const LETTERS_MAX = 3;

/** A plate as it is compared: full-width characters folded, upper case, nothing between; undefined for no plate. */
export const plateOf = (text: string): string | undefined => {
  const plate = text.normalize("NFKC").replaceAll(BETWEEN, "").toUpperCase();
  if (!FORMS.some((form) => form.test(plate))) return undefined;
  const letters = plate.slice(2).replaceAll(/[^A-Z]/g, "").length;
  return letters > LETTERS_MAX ? undefined : plate;
};

/** What is kept readable of a plate. */
export const plateEnd = (plate: string): string => plate.slice(-3);
