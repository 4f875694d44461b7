package io.asktrail.guardrails.query;

import java.util.Optional;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Column;

/**
 * A column as the statement writes it. The parser takes a quoted name with a dot in it for a table and a column, and loses
 * what stood before; to a database it is one name.
 */
final class WrittenName {
    private WrittenName() {}

    /** The name, as the database compares it, where it is a single word; empty where it is made of several. */
    static Optional<String> of(Column column) {
        var first = first(column);
        return first.isPresent() && first.get() == column.getASTNode().jjtGetLastToken()
                ? Optional.of(Identifiers.whole(first.get().image))
                : Optional.empty();
    }

    /** Whether a word of it is quoted and holds a dot, or nobody can tell. */
    static boolean hidesDot(Column column) {
        var first = first(column);
        if (first.isEmpty()) {
            return true;
        }
        var last = column.getASTNode().jjtGetLastToken();
        for (var word = first.get(); ; word = word.next) {
            if (word.image.startsWith("\"") && word.image.contains(".")) {
                return true;
            }
            if (word == last || word.next == null) {
                return false;
            }
        }
    }

    private static Optional<Token> first(Column column) {
        return Optional.ofNullable(column.getASTNode()).map(node -> node.jjtGetFirstToken());
    }
}
