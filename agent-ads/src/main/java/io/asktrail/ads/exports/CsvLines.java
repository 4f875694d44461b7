package io.asktrail.ads.exports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.stream.Stream;

/** Text with commas, semicolons or tabs, whichever the first line has most of. */
final class CsvLines implements Lines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 15;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;

    private CsvLines(CsvReader<CsvRecord> csv) {
        this.csv = csv;
        this.records = csv.iterator();
    }

    static CsvLines of(Reader text) throws IOException {
        var buffered = new BufferedReader(text, BUFFER);
        var separator = separator(buffered);
        return new CsvLines(CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(buffered));
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var start = new char[LONGEST_HEADER];
        var length = Math.max(0, text.read(start));
        text.reset();
        var header = new String(start, 0, length).lines().findFirst().orElse("");
        return Stream.of('\t', ';', ',')
                .max(java.util.Comparator.comparingLong(
                        candidate -> header.chars().filter(c -> c == candidate).count()))
                .orElseThrow();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Line next() {
        var record = records.next();
        return new Line(record.getStartingLineNumber(), record.getFields());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
