import type { AnswerStatus, Language } from '../api/types';

/** What stands around an answer, in the language of its words: both have the same parts, or the page is not built. */
export interface Around {
  badges: Record<AnswerStatus, string | null>;
  instead: string;
  numbers: string;
  notes: string;
  assumed: string;
  next: string;
  table: string;
  total: string;
  showFirst: (rows: string) => string;
  showAll: (rows: string) => string;
  save: string;
  export: string;
  share: string;
  moment: string;
  csv: string;
  xlsx: string;
  parquet: string;
  right: string;
  yes: string;
  no: string;
  thanks: string;
  whatWasWrong: string;
  commentKept: string;
  comment: string;
  commentOnWrong: string;
  commentOnRight: string;
  send: string;
  notNow: string;
  noFeedback: string;
  how: string;
  step: string;
  steps: string;
  keptFromBefore: string;
  readBy: (who: string) => string;
  noModel: string;
  modelCall: string;
  modelCalls: string;
  method: string;
  rounds: string;
  plan: string;
  stepList: string;
  empty: string;
  through: (day: string) => string;
  mayMove: (day: string) => string;
  rights: string;
  checks: string;
  passed: (passed: number, all: number) => string;
  answer: string;
  registry: string;
  row: string;
  rows: string;
  understood: string;
  measure: string;
  everything: string;
  by: string;
  group: string;
  of: string;
  with: string;
  when: string;
  against: string;
  compare: string;
  onlyIf: string;
  condition: string;
  rowsShown: string;
  limit: string;
  saved: (name: string, rows: string) => string;
  cut: string;
  copied: string;
  link: (link: string) => string;
  opensUntil: (moment: string) => string;
  opensForYou: string;
}

const ENGLISH: Around = {
  badges: {
    answered: null,
    partial: 'Part of it is missing',
    clarification: 'Please choose',
    refused: 'Not answered',
    failed: 'Failed',
  },
  instead: 'What can be answered instead:',
  numbers: 'Numbers of this answer',
  notes: 'Notes',
  assumed: 'Assumed',
  next: 'Ask next',
  table: 'Table',
  total: 'Total',
  showFirst: (rows) => `Show the first ${rows}`,
  showAll: (rows) => `Show all ${rows}`,
  save: 'Save as a file',
  export: 'Export',
  share: 'Share',
  moment: 'One moment…',
  csv: 'plain rows, every digit',
  xlsx: 'with a sheet that says how',
  parquet: 'for notebooks',
  right: 'Was this right?',
  yes: 'Right',
  no: 'Wrong',
  thanks: 'Thank you.',
  whatWasWrong: 'Thank you. What was wrong?',
  commentKept: 'Thank you, your comment is kept.',
  comment: 'Your comment',
  commentOnWrong: 'What was wrong? If it was misread, change it above',
  commentOnRight: 'A word about it (optional)',
  send: 'Send',
  notNow: 'Not now',
  noFeedback: 'This service takes no feedback yet.',
  how: 'How this was worked out',
  step: 'step',
  steps: 'steps',
  keptFromBefore: 'kept from before',
  readBy: (who) => `read by ${who}`,
  noModel: 'no model',
  modelCall: 'model call',
  modelCalls: 'model calls',
  method: 'Method',
  rounds: 'Rounds of the search',
  plan: 'Plan',
  stepList: 'Steps',
  empty: 'empty',
  through: (day) => `through ${day}`,
  mayMove: (day) => `, may move from ${day} on`,
  rights: 'Your rights',
  checks: 'Checks',
  passed: (passed, all) => `${passed} of ${all} passed`,
  answer: 'Answer',
  registry: 'Registry',
  row: 'row',
  rows: 'rows',
  understood: 'What was understood; choose a part to change it',
  measure: 'Measure',
  everything: 'everything',
  by: 'By',
  group: 'Group',
  of: 'of',
  with: 'With',
  when: 'When',
  against: 'Against',
  compare: 'Compare',
  onlyIf: 'Only if',
  condition: 'Condition',
  rowsShown: 'Rows',
  limit: 'Limit',
  saved: (name, rows) => `Saved ${name}, ${rows}.`,
  cut: 'There were more rows than a file may have.',
  copied: 'Link copied.',
  link: (link) => `The link is ${link} .`,
  opensUntil: (moment) => `Colleagues with the same rights as yours can open it until ${moment}.`,
  opensForYou: 'It opens for you alone: this service cannot share answers yet.',
};

const HINDI: Around = {
  badges: {
    answered: null,
    partial: 'इसका एक हिस्सा नहीं मिला',
    clarification: 'इनमें से चुनें',
    refused: 'उत्तर नहीं दिया गया',
    failed: 'विफल',
  },
  instead: 'इसके बदले इनका उत्तर मिल सकता है:',
  numbers: 'इस उत्तर के आँकड़े',
  notes: 'टिप्पणियाँ',
  assumed: 'माना गया',
  next: 'आगे पूछें',
  table: 'तालिका',
  total: 'कुल',
  showFirst: (rows) => `पहली ${rows} दिखाएँ`,
  showAll: (rows) => `सभी ${rows} दिखाएँ`,
  save: 'फ़ाइल में रखें',
  export: 'फ़ाइल बनाएँ',
  share: 'साझा करें',
  moment: 'एक क्षण…',
  csv: 'सादी पंक्तियाँ, हर अंक के साथ',
  xlsx: 'विधि बताने वाली शीट के साथ',
  parquet: 'नोटबुक के लिए',
  right: 'क्या यह सही था?',
  yes: 'सही',
  no: 'ग़लत',
  thanks: 'धन्यवाद।',
  whatWasWrong: 'धन्यवाद। क्या ग़लत था?',
  commentKept: 'धन्यवाद, आपकी टिप्पणी रख ली गई।',
  comment: 'आपकी टिप्पणी',
  commentOnWrong: 'क्या ग़लत था? अगर ग़लत समझा गया हो तो ऊपर बदलें',
  commentOnRight: 'इसके बारे में कुछ (ज़रूरी नहीं)',
  send: 'भेजें',
  notNow: 'अभी नहीं',
  noFeedback: 'यहाँ अभी राय नहीं ली जाती।',
  how: 'यह कैसे निकाला गया',
  step: 'चरण',
  steps: 'चरण',
  keptFromBefore: 'पहले से रखा हुआ',
  readBy: (who) => `पढ़ा: ${who}`,
  noModel: 'बिना मॉडल',
  modelCall: 'मॉडल कॉल',
  modelCalls: 'मॉडल कॉल',
  method: 'विधि',
  rounds: 'खोज के दौर',
  plan: 'योजना',
  stepList: 'चरण',
  empty: 'खाली',
  through: (day) => `${day} तक`,
  mayMove: (day) => `, ${day} से आगे बदल सकता है`,
  rights: 'आपके अधिकार',
  checks: 'जाँच',
  passed: (passed, all) => `${all} में से ${passed} सफल`,
  answer: 'उत्तर',
  registry: 'रजिस्ट्री',
  row: 'पंक्ति',
  rows: 'पंक्तियाँ',
  understood: 'क्या समझा गया; बदलने के लिए कोई हिस्सा चुनें',
  measure: 'आँकड़ा',
  everything: 'सब कुछ',
  by: 'किसके अनुसार',
  group: 'समूह',
  of: 'केवल',
  with: 'साथ में',
  when: 'कब',
  against: 'तुलना',
  compare: 'तुलना करें',
  onlyIf: 'शर्त',
  condition: 'शर्त जोड़ें',
  rowsShown: 'पंक्तियाँ',
  limit: 'सीमा',
  saved: (name, rows) => `${name} रखी गई, ${rows}।`,
  cut: 'पंक्तियाँ उतनी से ज़्यादा थीं जितनी फ़ाइल में आ सकती हैं।',
  copied: 'लिंक कॉपी हो गया।',
  link: (link) => `लिंक: ${link}`,
  opensUntil: (moment) => `आपके जैसे अधिकार वाले सहकर्मी इसे ${moment} तक खोल सकते हैं।`,
  opensForYou: 'यह केवल आपके लिए खुलता है: यहाँ उत्तर अभी साझा नहीं किए जा सकते।',
};

export function around(language: Language): Around {
  return language === 'hi' ? HINDI : ENGLISH;
}

/** Of answers that were kept before they said their language it is the script that tells. */
export function languageOf(answer: { lang?: Language; text: string }): Language {
  return answer.lang ?? (/\p{Script=Devanagari}/u.test(answer.text) ? 'hi' : 'en');
}
