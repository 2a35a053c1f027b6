/** Names of a file as ids and texts of a poll. */

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ID_CHARACTERS_MAX = 32;
const NAME_CHARACTERS_MAX = 200;

/** A name in both languages: the file has one. Control characters become spaces. */
export const textOf = (name: string): { readonly zh: string; readonly en: string } => {
  const clean = name.replaceAll(/[\p{Cc}\p{Cs}]/gu, " ").trim();
  // By characters, so that none is cut in half.
  const short =
    [...clean]
      .slice(0, NAME_CHARACTERS_MAX / 2)
      .join("")
      .trim() || "-";
  return { zh: short, en: short };
};

/** Ids as the file has them where all can stand in a poll, else a letter with their position from 1. */
export const idsOf = (names: readonly string[], letter: string): string[] => {
  const fit = names.every((name) => name.length <= ID_CHARACTERS_MAX && SLUG.test(name));
  return fit && new Set(names).size === names.length ? [...names] : names.map((_, at) => `${letter}${at + 1}`);
};
