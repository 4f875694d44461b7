package io.asktrail.gateway.login;

/** How tokens of callers are written. Looked at with every request, by hand: a regular expression takes many times as long. */
final class TokenShape {
    private static final int DOTS = 2;

    private TokenShape() {}

    /** Three parts of base64url with dots in between, none of them empty. */
    static boolean isJwt(CharSequence token) {
        var dots = 0;
        var partBegan = 0;
        for (var i = 0; i < token.length(); i++) {
            var character = token.charAt(i);
            if (character == '.') {
                if (i == partBegan || ++dots > DOTS) {
                    return false;
                }
                partBegan = i + 1;
            } else if (!isBase64Url(character)) {
                return false;
            }
        }
        return dots == DOTS && partBegan < token.length();
    }

    private static boolean isBase64Url(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }
}
