package io.asktrail.router.verified;

import static io.asktrail.router.verified.VerifiedWorld.caller;
import static io.asktrail.router.verified.VerifiedWorld.question;
import static io.asktrail.router.verified.VerifiedWorld.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.router.neighbour.Embedding;
import io.asktrail.router.neighbour.EmbeddingUnavailable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that says what a verified one says is read; one that says anything more, less or else is not. */
class VerifiedReaderTest {
    private static final DimensionId GEO = new DimensionId("geo");

    private final VerifiedWorld world = new VerifiedWorld();

    @Test
    void putsDaysAndNumbersIntoTheirSlots() {
        // When
        var reading = world.understood("Our 3 wallflowers from 5 to 19 July, please!");

        // Then
        var task = reading.task();
        assertThat(task.metrics()).containsExactly(new MetricId("impressions"), new MetricId("spend"));
        assertThat(task.groupBy()).containsExactly(new DimensionId("campaign"));
        assertThat(task.limit()).isEqualTo(3);
        assertThat(task.time())
                .isEqualTo(new Period(
                        LocalDate.of(2025, 7, 5), LocalDate.of(2025, 7, 19), VerifiedWorld.KOLKATA, null, null));
        assertThat(reading.by()).isEqualTo(Reading.By.VERIFIED);
        assertThat(reading.reader()).isEqualTo("wallflowers");
        assertThat(reading.assumptions())
                .containsExactly("Answered as the verified question \"our {limit} wallflowers {time}\".");
    }

    @Test
    void takesWhatTheVerifiedTaskSaysWhereTheQuestionSaysNothing() {
        // When
        var standard = world.understood("which campaigns are wallflowers").task();
        var own = world.understood("kpi snapshot");

        // Then: the last 28 days, and the verified question's own last week
        assertThat(standard.limit()).isEqualTo(10);
        assertThat(standard.period().start()).isEqualTo(LocalDate.of(2025, 7, 23));
        assertThat(standard.period().end()).isEqualTo(LocalDate.of(2025, 8, 19));
        assertThat(own.task().period().start()).isEqualTo(LocalDate.of(2025, 8, 11));
        assertThat(own.task().compare())
                .isEqualTo(new Comparison(
                        Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 8, 4), LocalDate.of(2025, 8, 10)));
        assertThat(own.assumptions())
                .contains("No period was named: 2025-08-11 to 2025-08-17, as the verified question has it.");
    }

    @Test
    void keepsTheNamedValue() {
        // When
        var task = world.understood("how is New Delhi treating us this month").task();

        // Then: by its alias, and the state though a city is called so too
        assertThat(task.entities().kept()).containsOnlyKeys(GEO).containsEntry(GEO, List.of("Delhi"));
    }

    @Test
    void pointsEachPartAtItsWords() {
        // Given
        var text = "is SB pulling its weight last month?";

        // When
        var spans = world.understood(text).spans();

        // Then
        assertThat(spans)
                .allSatisfy(span ->
                        assertThat(text.substring(span.from(), span.to())).isEqualTo(span.text()));
        assertThat(spans)
                .extracting(span -> span.role() + "=" + span.id())
                .containsExactly(
                        "entity=SB",
                        "verified=pull_of_a_channel",
                        "verified=pull_of_a_channel",
                        "verified=pull_of_a_channel",
                        "time=last_month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IS ADVERTISING WORTHWHILE LAST MONTH",
                "last month, is advertising worthwhile?",
                "hey team, can you please tell us: is the advertising worthwhile in the last month",
                "is advertising worthwile last month"
            })
    void readsItWhateverItsCaseItsCourtesyItsOrderOfDaysAndSlipsOfTheFinger(String text) {
        // When
        var reading = world.understood(text);

        // Then
        assertThat(reading.reader()).isEqualTo("ads_pay_off");
        assertThat(reading.task().period().start()).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is advertising not worthwhile last month",
                "is advertising worthwhile last month except Delhi",
                "is advertising worthwhile last month in Delhi",
                "is advertising worthwhile last month for SB",
                "is advertising worthwhile last month by campaign",
                "is advertising worthwhile last month vs last year",
                "is advertising worthwhile in June and July",
                "is advertising worthwhile over 5 last month",
                "is advertising worthwhile last month without brands",
                "is print advertising worthwhile last month",
                "is advertising worthless last month",
                "is advertising last month",
                "is advertising worthwhile on 31 June",
                "was refund rate worthwhile last month",
                "our 3% wallflowers",
                "our ₹3 wallflowers",
                "our 0 wallflowers",
                "our 99999 wallflowers",
                "our 2.5 wallflowers",
                "our 3 or 4 wallflowers",
                "how is Delhi and Pune treating us",
                "how is SB treating us",
                "how are wallflowers treating us",
                "how is treating us",
                "how sticky are our customers last month"
            })
    void readsNothingWhereAWordIsMoreOrLessOrElse(String text) {
        assertThat(world.read(text)).isEmpty();
    }

    @Test
    void doesNotExistForWhoMayNotSeeItsMetricsOrDimensions() {
        // Given: gross profit is closed to viewers
        var text = "which states are our cash cows";
        assertThat(world.reader.read(caller(Role.ADMIN, "*"), question(text))).isPresent();

        // When
        var read = world.reader.read(caller(Role.VIEWER, "*"), question(text));

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void doesNotKnowAValueOutsideTheCallersRegions() {
        assertThat(world.reader.read(caller(Role.ANALYST, "Delhi"), question("how is Maharashtra treating us")))
                .isEmpty();
        assertThat(world.reader.read(caller(Role.ANALYST, "Delhi"), question("how is Delhi treating us")))
                .isPresent();
    }

    @Test
    void asksWhichOneIsMeantWhereTwoAreAskedAlike() {
        // Given
        world.store.approve(verified("one", "the usual {time}", "{\"metrics\":[\"spend\"]}"), "ravi");
        world.store.approve(verified("other", "the usual {time}", "{\"metrics\":[\"orders\"]}"), "ravi");

        // When
        var reading = (Reading.Unclear) world.read("the usual last week").orElseThrow();

        // Then
        assertThat(reading.clarification().options())
                .extracting(option -> option.task().metrics())
                .containsExactlyInAnyOrder(List.of(new MetricId("spend")), List.of(new MetricId("orders")));
    }

    @Test
    void takesWhatWasApprovedMeanwhileAndForgetsWhatWasTakenBack() {
        // Given
        assertThat(world.read("the usual")).isEmpty();

        // When
        world.store.approve(verified("usual", "the usual", "{\"metrics\":[\"spend\"]}"), "ravi");
        var approved = world.read("the usual");
        world.store.remove(new VerifiedId("usual"), "ravi");

        // Then
        assertThat(approved).isPresent();
        assertThat(world.read("the usual")).isEmpty();
    }

    @Test
    void leavesOutAnApprovedQuestionThatNoLongerFitsTheRegistry() {
        // Given
        world.store.approve(verified("lost", "the lost one", "{\"metrics\":[\"no_such_metric\"]}"), "ravi");

        // Then
        assertThat(world.read("the lost one")).isEmpty();
        assertThat(world.read("kpi snapshot")).isPresent();
    }

    @Test
    void anApprovedQuestionTakesThePlaceOfTheRegistrysOfThatId() {
        // Given
        world.store.approve(verified("scorecard", "kpi snapshot", "{\"metrics\":[\"clicks\"]}"), "ravi");

        // When
        TaskSpec task = world.understood("kpi snapshot").task();

        // Then
        assertThat(task.metrics()).containsExactly(new MetricId("clicks"));
    }

    @Test
    void findsThemWithoutTheEmbeddingToo() {
        // Given
        var down = new VerifiedWorld(new Embedding() {
            @Override
            public String name() {
                return "down";
            }

            @Override
            public List<float[]> embed(List<String> phrases) {
                throw new EmbeddingUnavailable("down", new IOException("refused"));
            }
        });

        // Then
        assertThat(down.understood("kpi snapshot").reader()).isEqualTo("scorecard");
        assertThat(down.read("kpi snapshots of Delhi")).isEmpty();
    }

    @Test
    void goesOnWithTheLastKnownOnesWhileTheStoreIsAway() {
        // Given
        world.store.approve(verified("usual", "the usual", "{\"metrics\":[\"spend\"]}"), "ravi");
        assertThat(world.read("the usual")).isPresent();

        // When
        world.store.goAway();

        // Then
        assertThat(world.read("the usual")).isPresent();
        assertThat(world.read("kpi snapshot")).isPresent();
    }

    @Test
    void knowsTheRegistrysWhereTheStoreWasNeverReached() {
        // When
        world.store.goAway();

        // Then
        assertThat(world.read("kpi snapshot")).isPresent();
    }
}
