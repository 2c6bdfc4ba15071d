// Strangers choose the names of their models and the words of their errors.

const HARMFUL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 300;

/** One line that neither hides nor turns round what stands beside it, of bounded length. */
export function clean(text, most = LONGEST) {
  const whole = String(text ?? '');
  const start = whole.length > most ? whole.slice(0, most) : whole;
  const safe = start.toWellFormed().replace(HARMFUL, mark);
  return whole.length > most ? `${safe}… (${whole.length} characters)` : safe;
}

/** Why a check failed, in one line. The text of some errors repeats their cause. */
export function because({kind, text, cause}, most = 240) {
  return clean(text.includes(cause) ? `${kind}: ${cause}` : `${text}: ${cause}`, most);
}

function mark(character) {
  if (/\s/.test(character)) return ' ';
  return `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
