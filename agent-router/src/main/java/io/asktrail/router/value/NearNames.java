package io.asktrail.router.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Names of all dimensions in a Lucene index in memory: found by some of their words, in any order, misspelled ones too. */
final class NearNames {
    private static final int MOST_TERMS = 50;

    private final List<DimensionNames> parts;
    private final int[] starts;
    private final IndexSearcher searcher;

    NearNames(List<DimensionNames> parts) {
        this.parts = parts;
        starts = new int[parts.size()];
        for (var n = 1; n < starts.length; n++) {
            starts[n] = starts[n - 1] + parts.get(n - 1).reader().maxDoc();
        }
        try {
            // Parts live on in later indexes: closing this reader would close theirs.
            searcher = new IndexSearcher(
                    new MultiReader(parts.stream().map(DimensionNames::reader).toArray(IndexReader[]::new), false));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be read", impossible);
        }
    }

    /** The values, best first; one that goes by several of the names comes several times. */
    List<NamedValue> find(List<String> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        try {
            // Most words that nobody knows are near to nothing: the longest alone tells that at a fraction of the
            // price.
            var longest =
                    words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
            if (words.size() > 1 && searcher.search(nearly(longest), 1).scoreDocs.length == 0) {
                return List.of();
            }
            var found = new ArrayList<NamedValue>();
            for (var hit : searcher.search(all(words), limit).scoreDocs) {
                var part = ReaderUtil.subIndex(hit.doc, starts);
                found.add(parts.get(part).ofDocument(hit.doc - starts[part]));
            }
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be read", impossible);
        }
    }

    private static Query all(List<String> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(nearly(word), BooleanClause.Occur.MUST));
        return query.build();
    }

    private static Query nearly(String word) {
        var term = new Term(DimensionNames.NAME, word);
        var letters = word.codePointCount(0, word.length());
        if (letters < 4 || letters > 30) {
            return new TermQuery(term);
        }
        var edits = letters < 7 ? 1 : LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE;
        return new FuzzyQuery(term, edits, 1, MOST_TERMS, true);
    }
}
