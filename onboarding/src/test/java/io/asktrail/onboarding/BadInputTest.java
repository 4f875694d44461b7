package io.asktrail.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way not to get a draft is one sentence that says what to do. */
class BadInputTest {
    private static final Shop SHOP = Shop.made(
            "draft_bad",
            """
                    create schema nothing;
                    create schema timeless;
                    create table timeless.things (id int primary key, label text);
                    insert into timeless.things values (1, 'a');
                    create schema locked;
                    create table locked.secrets (day date, amount numeric);
                    create schema half;
                    create table half.open (day date, amount numeric);
                    create table half.closed (day date, amount numeric);
                    create table half.visits (happened date, label text);
                    create schema many;
                    """
                    + IntStream.range(0, 30)
                            .mapToObj("create table many.t%d (day date);\n"::formatted)
                            .collect(Collectors.joining())
                    + """
                    drop role if exists draft_reader;
                    create role draft_reader login password 'reading';
                    grant connect on database draft_bad to draft_reader;
                    grant usage on schema locked, half to draft_reader;
                    grant select on half.open to draft_reader\
                    """);

    @TempDir
    private Path folder;

    private Shop.Ended asReader(String password, String... words) {
        var all = new java.util.ArrayList<>(
                List.of("--jdbc-url", SHOP.url(), "--user", "draft_reader", "--out", folder.toString()));
        all.addAll(List.of(words));
        return Shop.command(Map.of("ASKTRAIL_JDBC_PASSWORD", password), all.toArray(String[]::new));
    }

    private void refused(Shop.Ended ended, int code, String... parts) {
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.err()).contains(parts);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() {
        refused(
                Shop.command(Map.of(), "--jdbc-url", "jdbc:postgresql://127.0.0.1:1/shop", "--out", folder.toString()),
                1,
                "cannot be reached",
                "check host and port");
    }

    @Test
    void saysThatThePasswordIsWrongAndShowsNone() {
        var ended = asReader("guessing");
        refused(ended, 1, "does not let 'draft_reader' in", "ASKTRAIL_JDBC_PASSWORD");
        assertThat(ended.err() + ended.out()).doesNotContain("guessing");
    }

    @Test
    void takesNoPasswordThatOthersCanSee() {
        refused(
                Shop.command(Map.of(), "--jdbc-url", SHOP.url() + "?password=reading", "--out", folder.toString()),
                1,
                "Leave the password out of the address");
    }

    @Test
    void saysThatNoTableMayBeRead() {
        refused(asReader("reading", "--schema", "locked"), 1, "may read none of the 1 tables", "grant");
        refused(asReader("reading", "--schema", "many"), 1, "may not use the schema 'many'", "USAGE");
    }

    @Test
    void draftsWhatMayBeReadAndNamesTheRest() throws Exception {
        // When
        var ended = asReader("reading", "--schema", "half");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(folder.resolve("DRAFT.md")))
                .contains("half.closed: this login may not read it; grant SELECT to have it drafted.");
        assertThat(Shop.registry(folder).tables()).hasSize(1);
    }

    @Test
    void saysThatThereIsNothingToDraft() {
        refused(SHOP.draft(folder, "--schema", "nothing"), 1, "There is no table there");
        refused(SHOP.draft(folder, "--schema", "nowhere"), 1, "There is no schema 'nowhere'; there are", "timeless");
        refused(SHOP.draft(folder, "--schema", "timeless"), 1, "None of the 1 tables has a date column");
    }

    @Test
    void saysThatThereAreTooManyTables() {
        refused(SHOP.draft(folder, "--schema", "many", "--most-tables", "20"), 1, "more than 20 tables", "--schema");
    }

    @Test
    void countsRowsWhereThereIsNothingToAddUp() {
        // When
        var ended = SHOP.draft(folder, "--schema", "half");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(SHOP.ask(folder, "query_visits", "visits", "")).containsExactly(List.of("0"));
    }

    @Test
    void saysWhichWordsAreNotUnderstood() {
        refused(Shop.command(Map.of()), 2, "--jdbc-url");
        refused(SHOP.draft(folder, "--currency", "rupees"), 2, "'rupees' is no currency");
        refused(SHOP.draft(folder, "--password", "secret"), 2, "'--password' is not understood");
        refused(
                Shop.command(Map.of(), "--jdbc-url", "jdbc:duckdb:shop.db", "--out", folder.toString()),
                1,
                "Only PostgreSQL can be read so far");
    }
}
