package io.asktrail.files.format;

/**
 * Text that no program that opens a CSV takes for a formula. A spreadsheet runs a cell that begins with one of a few
 * signs; behind an apostrophe it is text. Only texts come here: a negative number is one and stays one.
 */
final class InertText {
    // The full-width forms are read as the plain ones by East Asian versions of Excel.
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final char APOSTROPHE = '\'';

    private InertText() {}

    static String of(String text) {
        return isRun(text) ? APOSTROPHE + text : text;
    }

    private static boolean isRun(String text) {
        if (text.isEmpty()) {
            return false;
        }
        var first = text.charAt(0);
        return first == '\t' || first == '\r' || first == '\n' || beginsWithSign(text);
    }

    // Some programs take away what cannot be seen before they look.
    private static boolean beginsWithSign(String text) {
        var begin = text.codePoints().filter(point -> !isUnseen(point)).findFirst();
        return begin.isPresent() && SIGNS.indexOf(begin.getAsInt()) >= 0;
    }

    private static boolean isUnseen(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT;
    }
}
