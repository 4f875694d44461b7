package io.asktrail.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** A million rows go into a file with a heap of 256 MB. What came is counted by other programs than the writers. */
@Tag("full")
class MillionRowsTest {
    /** The sum over i of (37 i mod 1000003) − 1000, for i below a million: computed in Python. */
    private static final long PAISE = 498_999_500_216L;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesCsvInLittleMemory() throws Exception {
        // When
        var file = written("csv");

        // Then
        assertThat(duck("SELECT count(*), CAST(sum(net_sales) * 100 AS BIGINT) FROM read_csv('%s', all_varchar = false)"
                        .formatted(file)))
                .containsExactly((long) MillionRows.ROWS, PAISE);
    }

    @Test
    void writesParquetInLittleMemory() throws Exception {
        // When
        var file = written("parquet");

        // Then
        assertThat(duck("SELECT count(*), CAST(sum(net_sales) * 100 AS BIGINT) FROM '%s'".formatted(file)))
                .containsExactly((long) MillionRows.ROWS, PAISE);
    }

    @Test
    void writesAWorkbookInLittleMemory() throws Exception {
        // When
        var file = written("xlsx");

        // Then
        try (var book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var sums = new SheetSums();
            try (var sheet = new XSSFReader(book).getSheetsData().next()) {
                var reader = XMLHelper.newXMLReader();
                reader.setContentHandler(sums);
                reader.parse(new InputSource(sheet));
            }
            assertThat(sums.rows).isEqualTo(MillionRows.ROWS + 1L);
            assertThat(sums.paise).isEqualTo(PAISE);
        }
    }

    /** Adds the third column of a sheet up as its XML comes. */
    private static final class SheetSums extends DefaultHandler {
        private long rows;
        private long paise;
        private boolean isSales;
        private boolean isValue;
        private final StringBuilder value = new StringBuilder();

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            switch (local) {
                case "row" -> rows++;
                case "c" -> isSales = attributes.getValue("r").startsWith("C") && rows > 1;
                case "v" -> {
                    isValue = isSales;
                    value.setLength(0);
                }
                default -> {}
            }
        }

        @Override
        public void characters(char[] text, int from, int length) {
            if (isValue) {
                value.append(text, from, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            if (local.equals("v") && isValue) {
                paise += new java.math.BigDecimal(value.toString())
                        .movePointRight(2)
                        .longValueExact();
                isValue = false;
            }
        }
    }

    private Path written(String format) throws IOException, InterruptedException {
        var file = folder.resolve("many." + format);
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRows.class.getName(),
                        format,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return file;
    }

    private static List<Long> duck(String sql) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return List.of(found.getLong(1), found.getLong(2));
        }
    }
}
