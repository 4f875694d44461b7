package io.asktrail.service.loading;

import java.util.function.LongConsumer;

/** Hears how far a load is. */
public interface LoadProgress {
    /** A stage begins; the consumer hears the bytes of the file that were read so far, often. */
    LongConsumer stage(String name, long bytesInAll);

    /** Everything is written. */
    void done();

    static LoadProgress silent() {
        return new LoadProgress() {
            @Override
            public LongConsumer stage(String name, long bytesInAll) {
                return _ -> {};
            }

            @Override
            public void done() {}
        };
    }
}
