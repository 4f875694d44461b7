package io.asktrail.files.format;

/** Text as a cell of a spreadsheet can hold it. */
final class SheetText {
    private static final int LONGEST = 32_767;
    private static final String CUT = "…";
    private static final int LAST_PRINTABLE_BMP = 0xFFFD;

    private int cut;

    /** The same without what XML cannot say, and not longer than a cell. */
    String of(String text) {
        var said = isClean(text) ? text : cleaned(text);
        if (said.length() <= LONGEST) {
            return said;
        }
        cut++;
        var end = LONGEST - CUT.length();
        return said.substring(0, Character.isHighSurrogate(said.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** How many texts were longer than a cell. */
    int cut() {
        return cut;
    }

    private static boolean isClean(String text) {
        return text.codePoints().allMatch(SheetText::isAllowed);
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isAllowed(point) ? point : LAST_PRINTABLE_BMP)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF);
    }
}
