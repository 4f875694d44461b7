package io.asktrail.router.value;

import io.asktrail.router.text.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Names in a Lucene index in memory: found by some of their words, in any order, with spelling mistakes. */
final class NearNames {
    private static final String NAME = "name";
    private static final String ENTRY = "entry";

    private final IndexSearcher searcher;

    NearNames(Collection<ValueIndex.Entry> entries) {
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                var number = 0L;
                for (var entry : entries) {
                    for (var name : entry.names()) {
                        writer.addDocument(document(number, name));
                    }
                    number++;
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be read", impossible);
        }
    }

    private static Document document(long number, String name) {
        var document = new Document();
        document.add(new TextField(NAME, Tokenizer.key(name), Field.Store.NO));
        document.add(new NumericDocValuesField(ENTRY, number));
        return document;
    }

    /** Numbers of the entries, best first. */
    List<Integer> find(List<String> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        try {
            var numbers = MultiDocValues.getNumericValues(searcher.getIndexReader(), ENTRY);
            var hits = searcher.search(all(words), limit).scoreDocs;
            var found = new ArrayList<Integer>();
            var inOrder = new ArrayList<>(List.of(hits));
            var entries = new int[hits.length];
            inOrder.sort((a, b) -> Integer.compare(a.doc, b.doc));
            for (var hit : inOrder) {
                if (numbers != null && numbers.advanceExact(hit.doc)) {
                    entries[List.of(hits).indexOf(hit)] = (int) numbers.longValue();
                }
            }
            for (var entry : entries) {
                found.add(entry);
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
        var term = new Term(NAME, word);
        var letters = word.codePointCount(0, word.length());
        if (letters < 4 || letters > 30) {
            return new TermQuery(term);
        }
        var edits = letters < 7 ? 1 : LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE;
        return new FuzzyQuery(term, edits, 1, 50, true);
    }
}
