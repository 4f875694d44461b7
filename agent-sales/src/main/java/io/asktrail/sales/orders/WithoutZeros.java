package io.asktrail.sales.orders;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text without its characters zero: damage that no seller means, that PostgreSQL's texts cannot hold, and that stands for
 * the quotation mark of a form of file that has none.
 */
final class WithoutZeros extends FilterReader {
    WithoutZeros(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        var c = super.read();
        while (c == 0) {
            c = super.read();
        }
        return c;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        var kept = 0;
        while (kept == 0) {
            var read = super.read(into, offset, length);
            if (read <= 0) {
                return read;
            }
            for (var i = offset; i < offset + read; i++) {
                if (into[i] != 0) {
                    into[offset + kept++] = into[i];
                }
            }
        }
        return kept;
    }
}
