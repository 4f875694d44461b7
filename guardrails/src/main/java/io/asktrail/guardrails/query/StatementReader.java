package io.asktrail.guardrails.query;

import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** Reads the text; what is not exactly one plain SELECT goes no further. */
final class StatementReader {
    static final String RULE = "query.one_select";

    private StatementReader() {}

    sealed interface Parsed {}

    record OneSelect(PlainSelect select) implements Parsed {}

    record Unreadable(String reason) implements Parsed {}

    static Parsed read(String sql) {
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
}
