package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {
    @TempDir
    private Path root;

    @Test
    void unpacksOnceForAllWhoAskAtOnceAndRepairsWhatIsDamagedLater() throws Exception {
        // Given
        Files.createDirectory(root.resolve(".unpacking-0123"));
        var first = askThreeTimesAtOnce();
        var size = Files.size(first.server());
        Files.write(first.server(), new byte[100]);

        // When
        var second = askThreeTimesAtOnce();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(Files.size(second.server())).isEqualTo(size);
        assertThat(Files.isExecutable(second.server())).isTrue();
        assertThat(root.resolve(".unpacking-0123")).doesNotExist();
    }

    private Binaries askThreeTimesAtOnce() throws InterruptedException {
        Callable<Binaries> unpack = () -> cache().unpacked();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    threads.invokeAll(List.of(unpack, unpack, unpack)).stream().map(Future::resultNow);
            return all.reduce((one, other) -> {
                        assertThat(other).isEqualTo(one);
                        return one;
                    })
                    .orElseThrow();
        }
    }

    private BinaryCache cache() throws IOException {
        return BinaryCache.usableFrom(Optional.of(root), root);
    }
}
