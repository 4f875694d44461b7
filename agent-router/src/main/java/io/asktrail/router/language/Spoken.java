package io.asktrail.router.language;

/** The words of one part of a question, from mark to mark, as turns of speech are held against them. */
public interface Spoken {
    /** No class holds a phrase of more words. */
    int LONGEST_PHRASE = 5;

    /** The place behind the last word. */
    int end();

    /** The words from one place up to another, joined by blanks. */
    String phrase(int from, int to);

    boolean isNumber(int at);

    /** Whether a word means nothing here, neither to a registry nor to a rule. */
    boolean isFree(int at);

    /** Whether a word is the first one of a figure's name. */
    boolean beginsFigure(int at);
}
