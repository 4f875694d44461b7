package io.asktrail.router.value;

import io.asktrail.router.text.Token;
import io.asktrail.router.text.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The values of one dimension by their names. Immutable. */
final class DimensionNames {
    static final String NAME = "name";

    /** Dimensions with at most so many values take part in the correction of single words. */
    private static final int FEW = 2_000;

    private static final int LONGEST_NAME = 16;
    private static final double BUFFER_MB = 256;
    private static final FieldType WORDS_ONLY = wordsOnly();

    private final List<ValueIndex.Entry> entries;
    private final Map<String, List<NamedValue>> byName;
    private final Set<String> words = new HashSet<>();
    private final List<NamedValue> byDocument = new ArrayList<>();
    private final DirectoryReader reader;
    private int longest = 1;

    DimensionNames(List<ValueIndex.Entry> entries) {
        this.entries = List.copyOf(entries);
        byName = HashMap.newHashMap(entries.size());
        try {
            var directory = new ByteBuffersDirectory();
            // Without merges documents keep the order they came in.
            var config = new IndexWriterConfig(new WhitespaceAnalyzer())
                    .setMergePolicy(NoMergePolicy.INSTANCE)
                    .setRAMBufferSizeMB(BUFFER_MB);
            try (var writer = new IndexWriter(directory, config)) {
                for (var entry : entries) {
                    for (var name : entry.names()) {
                        add(writer, entry.value(), name);
                    }
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be read", impossible);
        }
    }

    // What is looked up are words: where they stand in a name does not matter.
    private static FieldType wordsOnly() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    private void add(IndexWriter writer, NamedValue value, String name) throws IOException {
        var tokens = Tokenizer.cut(name);
        if (tokens.isEmpty()) {
            return;
        }
        var key = String.join(" ", tokens.stream().map(Token::norm).toList());
        var document = new Document();
        document.add(new Field(NAME, key, WORDS_ONLY));
        writer.addDocument(document);
        byDocument.add(value);
        if (tokens.size() > LONGEST_NAME) {
            return;
        }
        longest = Math.max(longest, tokens.size());
        var known = byName.get(key);
        if (known == null) {
            byName.put(key, List.of(value));
        } else if (!known.contains(value)) {
            var more = new ArrayList<>(known);
            more.add(value);
            byName.put(key, List.copyOf(more));
        }
        tokens.stream().filter(Token::isWord).forEach(token -> words.add(token.norm()));
    }

    boolean holds(List<ValueIndex.Entry> others) {
        return entries.equals(others);
    }

    List<NamedValue> named(String key) {
        return byName.getOrDefault(key, List.of());
    }

    boolean knows(String word) {
        return words.contains(word);
    }

    Set<String> correctable() {
        return entries.size() <= FEW ? words : Set.of();
    }

    int longest() {
        return longest;
    }

    int size() {
        return entries.size();
    }

    DirectoryReader reader() {
        return reader;
    }

    /** Whose name a document of the reader is. */
    NamedValue ofDocument(int document) {
        return byDocument.get(document);
    }
}
