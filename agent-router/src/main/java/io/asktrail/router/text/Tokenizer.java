package io.asktrail.router.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Cuts text into tokens. Names in the registry and in the data are cut the same way, so that they meet. */
public final class Tokenizer {
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)|\\d{4}-(?:0[1-9]|1[0-2])(?![\\d-])|\\d{1,2}/\\d{4}(?!\\d)|\\d{4}-[Ww]\\d{1,2}(?!\\d)|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?!\\d)|\\d{1,2}/\\d{1,2}(?![\\d/])");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{2,3})*(?:\\.\\d+)?(?!,\\d)|\\d+");
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]+");
    /** What is written with a stroke and is one word. */
    private static final Map<String, String> STROKES =
            Map.of("w/o", "without", "b/w", "between", "w/", "with", "w/c", "weekcommencing", "w/e", "weekending");

    private static final String SIGNS = "%₹$€£&,";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    public static List<Token> cut(String text) {
        var tokenizer = new Tokenizer(text);
        tokenizer.run();
        return List.copyOf(tokenizer.tokens);
    }

    /** How a name is looked up: its tokens, joined by blanks. */
    public static String key(String name) {
        return String.join(" ", cut(name).stream().map(Token::norm).toList());
    }

    private void run() {
        while (at < text.length()) {
            var point = text.codePointAt(at);
            if (Character.isDigit(point)) {
                digits();
            } else if (isLetter(point)) {
                word();
            } else {
                sign(point);
            }
        }
    }

    private void digits() {
        var ascii = asciiDigits(at);
        var date = DATE.matcher(ascii).region(at, ascii.length());
        var afterWord = !tokens.isEmpty()
                && tokens.getLast().to() == at
                && tokens.getLast().isWord();
        if (!afterWord && date.lookingAt()) {
            add(date.end(), date.group().toLowerCase(Locale.ROOT), Token.Kind.DATE);
            return;
        }
        var number = NUMBER.matcher(ascii).region(at, ascii.length());
        if (number.lookingAt()) {
            add(number.end(), number.group().replace(",", ""), Token.Kind.NUMBER);
        } else {
            at++;
        }
    }

    // Digits of any script count; the regular expressions see ASCII ones at the same places.
    private String asciiDigits(int from) {
        var to = from;
        while (to < text.length() && to - from < 40) {
            to++;
        }
        var copy = new StringBuilder(to);
        copy.append(" ".repeat(from));
        for (var i = from; i < to; i++) {
            var digit = Character.isDigit(text.charAt(i)) ? Character.digit(text.charAt(i), 10) : -1;
            copy.append(digit < 0 ? text.charAt(i) : (char) ('0' + digit));
        }
        return copy.toString();
    }

    // "w/o SD", "b/w 2 and 5", "w/ spend"
    private boolean stroke() {
        if (at + 1 >= text.length() || text.charAt(at + 1) != '/' || (at > 0 && isLetterAt(at - 1))) {
            return false;
        }
        var end = isLetterAt(at + 2) && !isLetterAt(at + 3) ? at + 3 : at + 2;
        var word = STROKES.get(text.substring(at, end).toLowerCase(Locale.ROOT));
        if (word != null) {
            add(end, word, Token.Kind.WORD);
        }
        return word != null;
    }

    private void word() {
        if (stroke()) {
            return;
        }
        var end = at;
        var letters = new StringBuilder();
        while (end < text.length()) {
            var point = text.codePointAt(end);
            if (isLetter(point)) {
                letters.appendCodePoint(point);
                end += Character.charCount(point);
            } else if (isApostrophe(point) && isLetterAt(end + 1)) {
                if (isPossessive(end)) {
                    end += 2;
                    break;
                }
                end++;
            } else {
                break;
            }
        }
        add(end, normal(letters.toString()), Token.Kind.WORD);
    }

    private boolean isPossessive(int apostrophe) {
        var next = text.charAt(apostrophe + 1);
        return (next == 's' || next == 'S') && !isLetterAt(apostrophe + 2);
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’';
    }

    private void sign(int point) {
        var width = Character.charCount(point);
        if (SIGNS.indexOf(point) >= 0
                || (point == '+' && (text.length() == 1 || (at > 0 && !Character.isWhitespace(text.charAt(at - 1)))))) {
            add(at + width, Character.toString(point), Token.Kind.SIGN);
        } else if (point == '+') {
            add(at + width, "&", Token.Kind.SIGN);
        } else if (point == '×') {
            add(at + width, "x", Token.Kind.SIGN);
        } else if (text.startsWith("->", at)) {
            add(at + 2, "-", Token.Kind.SIGN);
        } else if (point == '<' || point == '>' || point == '=' || point == '≥' || point == '≤' || point == '!') {
            comparison(point);
        } else if (text.startsWith("..", at)) {
            add(at + 2, "-", Token.Kind.SIGN);
        } else if (isDash(point) && !(point == '-' && isLetterAt(at + 1) && at > 0 && isLetterAt(at - 1))) {
            add(at + width, "-", Token.Kind.SIGN);
        } else {
            at += width;
        }
    }

    private void comparison(int point) {
        var next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '=' && point != '=') {
            add(at + 2, (char) point + "=", Token.Kind.SIGN);
        } else if (point == '!') {
            at++;
        } else {
            add(at + 1, Character.toString(point), Token.Kind.SIGN);
        }
    }

    private static boolean isDash(int point) {
        return point == '-' || point == '–' || point == '—' || point == '→';
    }

    private boolean isLetterAt(int index) {
        return index < text.length() && isLetter(text.codePointAt(index));
    }

    private static boolean isLetter(int point) {
        var type = Character.getType(point);
        return Character.isLetter(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String normal(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        return Normalizer.normalize(
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll(""), Normalizer.Form.NFC);
    }

    private void add(int end, String norm, Token.Kind kind) {
        var glued = !tokens.isEmpty() && tokens.getLast().to() == at;
        tokens.add(new Token(at, end, norm, kind, glued));
        at = end;
    }
}
