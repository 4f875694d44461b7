import type { Dimension, Metric } from '../api/kept';
import { englishSynonyms } from '../catalogue/store';

/** One line of the completion: a question that was asked before, or a word of the catalogue. */
export interface Suggestion {
  text: string;
  kind: 'asked before' | 'metric' | 'dimension' | 'value';
  /** The whole box after it is taken, and where the caret stands then. */
  result: string;
  caret: number;
}

const MOST_RECENT = 4;
const MOST_WORDS = 6;
const SHORTEST = 2;

/** @param caret where the writer is; the word before it is what is completed */
export function suggestionsFor(
  written: string,
  caret: number,
  recent: readonly string[],
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
): Suggestion[] {
  return [...askedBefore(written, recent), ...catalogueWords(written, caret, metrics, dimensions)];
}

function askedBefore(written: string, recent: readonly string[]): Suggestion[] {
  const sought = written.trim().toLowerCase();
  if (sought.length < SHORTEST) {
    return [];
  }
  return recent
    .filter((question) => question.toLowerCase().includes(sought) && question.toLowerCase() !== sought)
    .slice(0, MOST_RECENT)
    .map((question) => ({ text: question, kind: 'asked before', result: question, caret: question.length }));
}

interface Word {
  text: string;
  kind: Suggestion['kind'];
  names: string[];
}

function catalogueWords(
  written: string,
  caret: number,
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
): Suggestion[] {
  const before = written.slice(0, caret);
  const words = [...vocabulary(metrics, dimensions)];
  // The longest run of words before the caret that begins a name: "net sa" before "sa".
  for (const start of wordStarts(before)) {
    const sought = before.slice(start).toLowerCase();
    if (sought.trim().length < SHORTEST) {
      break;
    }
    const found = words
      .filter((word) => word.names.some((name) => name.startsWith(sought)) && word.text.toLowerCase() !== sought)
      // What is called so comes before what has a synonym that is.
      .sort((left, right) => Number(startsSo(right, sought)) - Number(startsSo(left, sought)))
      .slice(0, MOST_WORDS);
    if (found.length > 0) {
      return found.map((word) => insert(word, written, start, caret));
    }
  }
  return [];
}

function startsSo(word: Word, sought: string): boolean {
  return word.text.toLowerCase().startsWith(sought);
}

function wordStarts(before: string): number[] {
  const starts = [...before.matchAll(/(?<=^|\s)\S/gu)].map((match) => match.index);
  return starts.slice(-4);
}

function insert(word: Word, written: string, start: number, caret: number): Suggestion {
  const head = `${written.slice(0, start)}${word.text} `;
  return { text: word.text, kind: word.kind, result: head + written.slice(caret).trimStart(), caret: head.length };
}

function* vocabulary(metrics: readonly Metric[], dimensions: readonly Dimension[]): Generator<Word> {
  for (const metric of metrics) {
    yield { text: metric.names.label['en'] ?? metric.id, kind: 'metric', names: names(metric) };
  }
  for (const dimension of dimensions) {
    yield { text: dimension.names.label['en'] ?? dimension.id, kind: 'dimension', names: names(dimension) };
  }
  for (const dimension of dimensions) {
    for (const value of dimension.values) {
      yield { text: value, kind: 'value', names: [value.toLowerCase()] };
    }
  }
}

function names(entry: Metric | Dimension): string[] {
  return [entry.names.label['en'] ?? entry.id, ...englishSynonyms(entry.names)].map((name) => name.toLowerCase());
}
