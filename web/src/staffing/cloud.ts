// How large a word of the cloud is: by area, so that twice as many people are twice as much to look at.
const smallest = 13;
const largest = 34;

/** In pixels; nobody is the smallest, the most that any skill has is the largest. */
export const wordSize = (holders: number, most: number) => Math.round(smallest + (largest - smallest) * Math.sqrt(most > 0 ? Math.min(1, Math.max(0, holders / most)) : 0));
