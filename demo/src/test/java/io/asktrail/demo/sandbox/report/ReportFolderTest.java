package io.asktrail.demo.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @Test
    void goesWithItsReportsHoweverOftenItIsClosed(@TempDir Path home) throws Exception {
        // Given
        var path = home.resolve("reports");
        var folder = ReportFolder.at(path);
        Files.writeString(folder.file("a"), "rows");

        // When
        folder.close();
        folder.close();

        // Then
        assertThat(path).doesNotExist();
    }
}
