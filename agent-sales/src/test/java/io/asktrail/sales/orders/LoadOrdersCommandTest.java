package io.asktrail.sales.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadOrdersCommandTest {
    private final OrdersDatabase database = OrdersDatabase.empty();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void loadsAFileAndReports() throws Exception {
        // When
        var code = run(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES).toString());

        // Then
        assertThat(code).isZero();
        assertThat(text(out)).startsWith("sales.csv: 8 lines read, 8 loaded, 0 set aside.");
        assertThat(text(err)).contains("Loading   [##############################] 100 %");
        assertThat(database.query("select count(*) from sales.order_lines")).containsExactly("8");
    }

    @Test
    void saysInASentenceWhatIsWrong() throws Exception {
        // When
        var noFile = run(folder.resolve("missing.csv").toString());
        var noName = run();

        // Then
        assertThat(noFile).isEqualTo(1);
        assertThat(noName).isEqualTo(2);
        assertThat(text(err)).contains("There is no file").doesNotContain("Exception", "\tat ");
    }

    @Test
    void saysThatTheWarehouseIsNotThere() throws Exception {
        // Given
        var file = SampleFiles.write(folder, "sales.csv", SampleFiles.SALES);
        var settings = Map.of("URL", "jdbc:postgresql://127.0.0.1:1/nowhere", "PASSWORD", "x");

        // When
        var code = new LoadOrdersCommand(settings::get, new PrintStream(out), new PrintStream(err)).run(file.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("The warehouse refused the load").doesNotContain("\tat ");
    }

    private int run(String... arguments) throws Exception {
        var password = Files.writeString(folder.resolve("password"), database.password() + "\n");
        var settings = Map.of(
                "URL", database.url(), "USERNAME", database.user(), "PASSWORD_FILE", password.toString());
        return new LoadOrdersCommand(settings::get, new PrintStream(out), new PrintStream(err)).run(arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
