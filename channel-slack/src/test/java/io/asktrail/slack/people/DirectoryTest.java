package io.asktrail.slack.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DirectoryTest {
    private static final String GOOD = """
            workspaces:
              - team: T0ONE
                contact: Priya
                people:
                  - {user: U0ASHA, sub: asha, roles: [analyst], regions: [Delhi], teams: [ads]}
                  - {user: U0RAVI, sub: ravi, roles: [viewer]}
                  - {mail: Maya@Example.com, sub: maya, roles: [viewer], regions: [Goa]}
                channels:
                  - {channel: C0DELHI, open_to: {roles: [analyst, viewer], regions: [Delhi], teams: [ads]}}
                  - {channel: C0ALL, open_to: {roles: [viewer], regions: ["*"]}}
              - team: T0TWO
                contact: Ravi
                people:
                  - {user: U0ASHA, sub: asha2, roles: [viewer], regions: ["*"]}
            """;

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void givesEachTheirRightsInTheirWorkspaceAndNobodyElseAny() throws IOException {
        try (var directory = open(GOOD, _ -> Optional.empty())) {
            assertThat(directory.find(Member.of("T0ONE", "U0ASHA")))
                    .isEqualTo(new Person.Known(
                            new Caller("asha", List.of(Role.ANALYST), List.of("Delhi"), List.of("ads"), List.of())));
            assertThat(directory.find(Member.of("T0TWO", "U0ASHA")))
                    .isEqualTo(new Person.Known(
                            new Caller("asha2", List.of(Role.VIEWER), List.of("*"), List.of(), List.of())));
            assertThat(directory.find(Member.of("T0ONE", "U0RAVI")))
                    .isInstanceOfSatisfying(
                            Person.Known.class,
                            known -> assertThat(known.caller().regions()).isEmpty());
            assertThat(directory.find(Member.of("T0ONE", "U0OTHER"))).isEqualTo(new Person.Unknown("Priya"));
            assertThat(directory.find(Member.of("T0NONE", "U0ASHA"))).isEqualTo(new Person.Stranger());
            assertThat(directory.find(new Member("T0ONE", "T0TWO", "U0ASHA"))).isEqualTo(new Person.Stranger());
        }
    }

    @Test
    void asksForAMailOnceAndOnlyWhereSomebodyIsKnownByIt() throws IOException {
        // Given
        var asked = new AtomicInteger();
        Mails mails = user -> {
            asked.incrementAndGet();
            return user.equals("U0MAYA") ? Optional.of("maya@example.COM") : Optional.of("eve@example.com");
        };

        try (var directory = open(GOOD, mails)) {
            // When
            var maya = directory.find(Member.of("T0ONE", "U0MAYA"));
            directory.find(Member.of("T0ONE", "U0MAYA"));
            var eve = directory.find(Member.of("T0ONE", "U0EVE"));
            directory.find(Member.of("T0ONE", "U0ASHA"));
            directory.find(Member.of("T0TWO", "U0EVE"));

            // Then
            assertThat(maya)
                    .isInstanceOfSatisfying(
                            Person.Known.class,
                            known -> assertThat(known.caller().sub()).isEqualTo("maya"));
            assertThat(eve).isInstanceOf(Person.Unknown.class);
            assertThat(asked).hasValue(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "C0DELHI,analyst,Delhi,ads,true",
        "C0DELHI,viewer,Delhi,,true",
        "C0DELHI,analyst,*,ads,false",
        "C0DELHI,analyst,Delhi;Goa,ads,false",
        "C0DELHI,manager,Delhi,ads,false",
        "C0DELHI,analyst,Delhi,finance,false",
        "C0ALL,viewer,*,,true",
        "C0ALL,viewer,Goa,,true",
        "C0ALL,analyst,Goa,,false",
        "C0OTHER,viewer,Goa,,false"
    })
    void showsInAChannelOnlyWhatEverybodyThereMaySee(
            String channel, String role, String regions, String team, boolean shown) throws IOException {
        // Given
        var caller = new Caller(
                "x",
                List.of(Role.valueOf(role.toUpperCase(Locale.ROOT))),
                List.of(regions.split(";")),
                team == null ? List.of() : List.of(team),
                List.of());

        try (var directory = open(GOOD, _ -> Optional.empty())) {
            // When / Then
            assertThat(directory.mayShow("T0ONE", channel, caller)).isEqualTo(shown);
            assertThat(directory.mayShow("T0TWO", channel, caller)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regions: [Delhi]|region: [Delhi]|region",
                "roles: [analyst]|roles: [boss]|boss",
                "roles: [analyst]|roles: []|people[0].roles",
                "user: U0ASHA, sub: asha,|user: U0ASHA,|people[0].sub",
                "user: U0ASHA, sub: asha,|sub: asha,|people[0]: write either user",
                "user: U0RAVI|user: U0ASHA|is in the file already",
                "user: U0RAVI|user: ravi|people[1].user: write the id",
                "sub: ravi|sub: asha|asha has other rights",
                "sub: ravi|sub: 'channel:slack'|channel:",
                "Maya@Example.com|maya|people[2].mail",
                "contact: Priya|contact: ' '|contact",
                "team: T0TWO|team: T0ONE|is in the file already",
                "channel: C0ALL|channel: general|channels[1].channel",
                "open_to: {roles: [viewer]|open_to: {roles: []|open_to",
                "workspaces:|places:|places",
                "workspaces:|workspaces: []  #|line",
                "contact: Priya|contact: Priya, contact: Eve|line"
            })
    void takesNoFileThatIsNotRightToTheLetter(String right, String wrong, String said) {
        assertThatThrownBy(() -> open(GOOD.replace(right, wrong), _ -> Optional.empty()))
                .isInstanceOf(PeopleRejected.class)
                .hasMessageContaining(said);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        // Given
        var faulty = GOOD.replace("sub: ravi, ", "").replace("contact: Priya", "contact: ''");

        // When / Then
        assertThatThrownBy(() -> open(faulty, _ -> Optional.empty()))
                .hasMessageContaining("workspaces[0].contact")
                .hasMessageContaining("people[1].sub");
        assertThatThrownBy(() -> Directory.open(folder.resolve("missing.yaml"), _ -> Optional.empty()))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> open("", _ -> Optional.empty())).isInstanceOf(PeopleRejected.class);
    }

    @Test
    void followsItsFileAndKeepsTheLastGoodOne(CapturedOutput output) throws IOException {
        // Given
        var asha = Member.of("T0ONE", "U0ASHA");
        try (var directory = open(GOOD, _ -> Optional.empty())) {
            var file = folder.resolve("people.yaml");

            // When
            Files.writeString(file, GOOD.replace("regions: [Delhi], teams", "regions: [Goa], teams"));

            // Then
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> directory.find(asha) instanceof Person.Known known
                            && known.caller().regions().equals(List.of("Goa")));
            Files.writeString(file, "workspaces: []");
            await().atMost(Duration.ofSeconds(10)).until(() -> output.getAll().contains("edit refused"));
            assertThat(directory.find(asha)).isInstanceOf(Person.Known.class);
            Files.writeString(file, GOOD.replace("U0ASHA", "U0GONE"));
            await().atMost(Duration.ofSeconds(10)).until(() -> directory.find(asha) instanceof Person.Unknown);
        }
    }

    private Directory open(String text, Mails mails) throws IOException {
        var file = Files.writeString(folder.resolve("people.yaml"), text);
        return Directory.open(file, mails, Duration.ofMillis(20));
    }
}
