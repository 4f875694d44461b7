package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MissingDaysTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-11-16");

    private final TreeMap<String, List<Holdings.Part>> held = new TreeMap<>();

    @Test
    void namesTheDaysOfEachChannelThatAreNotThere() {
        // Given: history, and of Sponsored Products the newest month
        held.put("SP", List.of(run("2025-10-16", "2025-11-15"), run("2023-11-16", "2025-08-12")));
        held.put("SB", List.of(run("2023-11-16", "2025-09-16")));
        held.put("SD", List.of(run("2023-11-16", "2025-09-16")));

        // When
        var note = told("2025-08-01", "2025-10-31");

        // Then
        assertThat(note)
                .hasValue(Note.caveat(
                                "partial_coverage",
                                "Ads: not loaded yet, so not counted: 2025-09-17 to 2025-10-31 of SB, SD; 2025-08-13"
                                        + " to 2025-10-15 of SP.")
                        .about(Map.of(
                                "source",
                                new NoteValue.Name("Ads"),
                                "parts",
                                new NoteValue.Parts(List.of(
                                        missing("2025-09-17", "2025-10-31", "SB, SD"),
                                        missing("2025-08-13", "2025-10-15", "SP"))))));
    }

    private static NoteValue.Part missing(String from, String to, String channels) {
        return NoteValue.Part.of(
                "days_missing_of",
                Map.of(
                        "days", new NoteValue.Days(LocalDate.parse(from), LocalDate.parse(to)),
                        "channels", new NoteValue.Name(channels)));
    }

    @Test
    void saysNothingOfDaysThatAreAllThere() {
        // Given: a gap, but not where the question is
        held.put("SP", List.of(run("2025-10-16", "2025-11-15"), run("2023-11-16", "2025-08-12")));

        // When, Then
        assertThat(told("2024-01-01", "2025-08-12")).isEmpty();
        assertThat(told("2025-10-16", "2025-11-15")).isEmpty();
    }

    @Test
    void expectsNeitherDaysBeforeTheFirstNorTodayNorTheLastOfSeveral() {
        // Given
        held.put("SP", List.of(run("2025-09-01", "2025-11-14")));

        // When, Then
        assertThat(told("2020-01-01", "2025-10-31")).isEmpty();
        assertThat(told("2025-11-01", "2025-11-15")).isEmpty();
        assertThat(told("2025-11-16", "2025-11-16")).isEmpty();
    }

    @Test
    void missesASingleDayThatIsAskedForAlone() {
        // Given
        held.put("SP", List.of(run("2025-09-01", "2025-11-14")));

        // When, Then
        assertThat(told("2025-11-15", "2025-11-15"))
                .map(Note::text)
                .hasValue("Ads: not loaded yet, so not counted: 2025-11-15 of SP.");
        // and yesterday as well, where the days of a month that is not over are asked for
        assertThat(told("2025-11-01", "2025-11-16"))
                .map(Note::text)
                .hasValue("Ads: not loaded yet, so not counted: 2025-11-15 of SP.");
    }

    @Test
    void findsTheSameDaysAsALookAtEachDay() {
        // Given: runs that overlap, touch, hold one another or leave gaps
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var runs = new ArrayList<Holdings.Part>();
            var loaded = new TreeSet<LocalDate>();
            for (var i = 0; i < 1 + random.nextInt(5); i++) {
                var first = TODAY.minusDays(1 + random.nextInt(40));
                var last = first.plusDays(random.nextInt(12));
                runs.add(run(first.toString(), last.toString()));
                first.datesUntil(last.plusDays(1)).forEach(loaded::add);
            }
            var asked = new DateRange(TODAY.minusDays(60), TODAY.minusDays(2));
            held.put("SP", runs);

            // When
            var missing = MissingDays.of(held, asked, TODAY).byChannel().getOrDefault("SP", List.of()).stream()
                    .flatMap(gap -> gap.start().datesUntil(gap.end().plusDays(1)))
                    .toList();

            // Then
            var expected = asked.start()
                    .datesUntil(asked.end().plusDays(1))
                    .filter(day -> !day.isBefore(loaded.first()) && !loaded.contains(day))
                    .toList();
            assertThat(missing).isEqualTo(expected.equals(List.of(asked.end())) ? List.of() : expected);
        }
    }

    private Optional<Note> told(String first, String last) {
        return MissingDays.of(held, new DateRange(LocalDate.parse(first), LocalDate.parse(last)), TODAY)
                .note("Ads");
    }

    private static Holdings.Part run(String first, String last) {
        return new Holdings.Part("any", LocalDate.parse(first), LocalDate.parse(last), null, List.of());
    }
}
