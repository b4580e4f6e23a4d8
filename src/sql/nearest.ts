/** What somebody may have meant by a name that isn't there. */

/** Letters of other alphabets that look like Latin ones. By Unicode's confusables.txt, the small letters of it. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdѵvһhкkтtмmвbнnαaεeοoρpνvτtκkιiυuχxγy']
    .join('')
    .match(/../gu)
    ?.map((pair) => [...pair]) ?? [],
);

/** The nearest of `known` by its letters, or null when none is near. */
export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = plain(name);
  let best: string | null = null;
  let least = Math.max(1, Math.round(wanted.length * 0.4)) + 0.5;
  for (const each of known) {
    const distance = distanceOf(wanted, plain(each));
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

function plain(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...letters].map((letter) => lookalikes[letter] ?? letter).join('');
}

/** Damerau–Levenshtein, optimal string alignment: letters put in, left out, exchanged, or swapped with a neighbour. */
function distanceOf(one: string, other: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
