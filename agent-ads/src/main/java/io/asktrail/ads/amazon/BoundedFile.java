package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.ads.amazon.AmazonSettings.FileLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A packed file as it is unpacked, which ends with an error before it becomes more than a report can be. */
final class BoundedFile extends InputStream {
    private static final int BUFFER = 1 << 16;
    /** Small files may pack much better than large ones without being meant badly. */
    private static final long RATIO_FROM = 8L << 20;

    private final Counted packed;
    private final GZIPInputStream unpacked;
    private final FileLimits limits;
    private long read;

    /** @throws AmazonException {@link Trouble#BAD_FILE} if it is not a gzip file */
    BoundedFile(InputStream file, FileLimits limits) throws IOException {
        this.packed = new Counted(file, limits.packedBytes());
        this.limits = limits;
        this.unpacked = new GZIPInputStream(packed, BUFFER);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var got = unpacked.read(into, from, most);
        if (got > 0) {
            read += got;
            check();
        }
        return got;
    }

    private void check() {
        if (read > limits.unpackedBytes()) {
            throw new AmazonException(
                    Trouble.TOO_LARGE,
                    "A report's file unpacks to more than %d bytes.".formatted(limits.unpackedBytes()));
        }
        if (read > RATIO_FROM && read / Math.max(1, packed.read) > limits.ratio()) {
            throw new AmazonException(
                    Trouble.TOO_LARGE,
                    "A report's file unpacks to more than %d times its size: no report does."
                            .formatted(limits.ratio()));
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static final class Counted extends FilterInputStream {
        private final long most;
        private long read;

        private Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var got = super.read();
            count(got < 0 ? 0 : 1);
            return got;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            var got = super.read(into, from, count);
            count(Math.max(0, got));
            return got;
        }

        private void count(int got) {
            read += got;
            if (read > most) {
                throw new AmazonException(
                        Trouble.TOO_LARGE, "A report's file is larger than %d bytes.".formatted(most));
            }
        }
    }
}
