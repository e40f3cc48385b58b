// A chance in words: what is neither impossible nor sure is never rounded to either.
export const chance = (percent: (share: number) => string, of: number) => (of > 0 && of < 0.01 ? `< ${percent(0.01)}` : of < 1 && of > 0.99 ? `> ${percent(0.99)}` : percent(of));
