package io.asktrail.guardrails.query;

import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** Reads the text; what is not exactly one plain SELECT goes no further. */
final class StatementReader {
    static final String RULE = "query.one_select";

    // The parser's time grows with the depth of brackets faster than with anything else.
    private static final int MOST_BRACKETS = 24;
    private static final int MOST_CHARACTERS = 500_000;

    private StatementReader() {}

    sealed interface Parsed {}

    record OneSelect(PlainSelect select) implements Parsed {}

    record Unreadable(String reason) implements Parsed {}

    static Parsed read(String sql) {
        if (sql.length() > MOST_CHARACTERS || depth(sql) > MOST_BRACKETS) {
            return new Unreadable("The statement is longer or deeper than any that is built here.");
        }
        return wholly(sql).<Parsed>map(OneSelect::new).orElseGet(() -> amongAll(sql));
    }

    // A query straight away, with nothing left behind it: looking for every other kind of statement first is a third of
    // the time.
    private static Optional<PlainSelect> wholly(String sql) {
        try {
            var parser = CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(false);
            var query = parser.Select();
            return query instanceof PlainSelect select && parser.getNextToken().kind == CCJSqlParserConstants.EOF
                    ? Optional.of(select)
                    : Optional.empty();
        } catch (ParseException | TokenMgrException _) {
            return Optional.empty();
        }
    }

    // What is no such query may be one that needs the slower way, and else is told what it is instead.
    private static Parsed amongAll(String sql) {
        try {
            var statements = parse(sql);
            if (statements.size() != 1) {
                return new Unreadable("There are %d statements instead of one.".formatted(statements.size()));
            }
            return statements.getFirst() instanceof PlainSelect select
                    ? new OneSelect(select)
                    : new Unreadable("The statement is no plain SELECT.");
        } catch (ParseException | TokenMgrException _) {
            return new Unreadable("The statement cannot be read, so it does not run.");
        }
    }

    // Deep brackets need the slower way; nearly nothing does.
    private static Statements parse(String sql) throws ParseException {
        try {
            return CCJSqlParserUtil.newParser(sql)
                    .withAllowComplexParsing(false)
                    .Statements();
        } catch (ParseException _) {
            return CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(true).Statements();
        }
    }

    // Brackets within quoted values count, too: no value stands in a statement that is built.
    private static int depth(String sql) {
        var depth = 0;
        var deepest = 0;
        for (var i = 0; i < sql.length(); i++) {
            switch (sql.charAt(i)) {
                case '(' -> deepest = Math.max(deepest, ++depth);
                case ')' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }
}
