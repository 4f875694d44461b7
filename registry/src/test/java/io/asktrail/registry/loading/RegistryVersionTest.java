package io.asktrail.registry.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.registry.file.RegistryFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryVersionTest {
    private static final RegistryFile ONE = new RegistryFile("metrics/one.yaml", "id: one\nkind: ratio\n");
    private static final RegistryFile TWO = new RegistryFile("metrics/two.yaml", "id: two\n");

    @Test
    void doesNotDependOnTheOrderOfFilesOrOnLineEnds() {
        var windows = new RegistryFile("metrics/one.yaml", "id: one\r\nkind: ratio\r\n");
        assertThat(RegistryVersion.of(List.of(TWO, windows))).isEqualTo(RegistryVersion.of(List.of(ONE, TWO)));
    }

    @Test
    void changesWithTheContentAndWithTheName() {
        var edited = new RegistryFile("metrics/one.yaml", "id: one\nkind: derived\n");
        var moved = new RegistryFile("metrics/won.yaml", ONE.text());
        assertThat(List.of(List.of(ONE, TWO), List.of(edited, TWO), List.of(moved, TWO), List.of(ONE)))
                .map(RegistryVersion::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheStartOfASha256() {
        // printf 'metrics/two.yaml\0id: two\n\0' | sha256sum
        assertThat(RegistryVersion.of(List.of(TWO))).isEqualTo("4ce480f57a8c");
    }
}
