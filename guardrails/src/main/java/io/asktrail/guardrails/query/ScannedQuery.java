package io.asktrail.guardrails.query;

import net.sf.jsqlparser.statement.select.PlainSelect;

/** A query with what the parser made of it. */
record ScannedQuery(QueryUnderReview query, StatementScan scan, PlainSelect select) {}
