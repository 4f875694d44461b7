package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One process: who sees what under load, who goes away, and a database that is stopped in the middle of it. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalFaultsIT {
    private static final LocalDate UNTIL = LocalDate.of(2025, 11, 15);
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 48;
    private static final List<String> REGIONS = List.of("Delhi", "Maharashtra", "Karnataka", "Kerala", "Gujarat");

    private static RunningAsktrail asktrail;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws InterruptedException {
        asktrail = RunningAsktrail.start(Form.LOCAL, UNTIL);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        asktrail.close();
    }

    /** A caller, and the regions whose rows count for it; none means all. */
    private record Person(Client client, List<String> regions) {}

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void stopsAStatementWhoseCallerHangsUp(String accept) throws Exception {
        // Given
        try (var held = HeldTable.orders(asktrail.home())) {
            var request = owner().request("/v1/ask")
                    .header("Accept", accept)
                    .POST(BodyPublishers.ofString(
                            "{\"question\":\"net sales by state yesterday\",\"as_of\":\"2025-0%d-09\"}"
                                    .formatted(accept.length() % 7 + 2)))
                    .build();
            var asked = HTTP.sendAsync(request, BodyHandlers.ofInputStream());
            assertThat(held.awaitWaiting(1)).isTrue();

            // When
            if (asked.isDone()) {
                asked.join().body().close(); // a stream has begun already
            }
            asked.cancel(true);
            var began = System.nanoTime();

            // Then
            assertThat(held.awaitWaiting(0)).isTrue();
            System.out.printf("%s: statement gone %d ms after its caller%n", accept, millisSince(began));
        }
    }

    @Order(2)
    @Test
    void twoHundredWhoAskTheSameAtOnceCostOneStatementForEachSetOfRights() throws Exception {
        // Given
        var people = people(2);
        var questions = 200;
        var replies = new ConcurrentLinkedQueue<HttpResponse<String>>();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = HeldTable.orders(asktrail.home())) {
            for (var i = 0; i < questions; i++) {
                var person = people.get(i % people.size());
                threads.submit(() -> replies.add(askUntilLetIn(person, netSales("2025-09-01", "2025-09-09"))));
            }
            assertThat(held.awaitWaiting(people.size())).isTrue();
            for (var look = 0; look < 20; look++) {
                assertThat(held.waiting()).as("statements for 200 questions").isEqualTo(people.size());
                Thread.sleep(50);
            }
        }

        // Then
        assertThat(replies)
                .hasSize(questions)
                .allSatisfy(reply -> assertThat(Client.answer(reply).status()).isEqualTo(AnswerStatus.ANSWERED));
        assertThat(replies.stream().map(Client::answer).filter(answer -> answer.cache() == CacheUse.MISS))
                .as("answers that were worked out")
                .hasSize(people.size());
    }

    @Order(3)
    @Test
    void tenThousandInterleavedQuestionsShowNobodyAnothersNumbers() throws Exception {
        // Given
        var people = people(6);
        var periods = periods();
        var expected = expected(periods);
        var random = new Random(20251115);
        var wrong = new ConcurrentLinkedQueue<String>();
        var answered = new AtomicInteger();
        var places = new Semaphore(AT_ONCE);

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < REQUESTS; i++) {
                var person = people.get(random.nextInt(people.size()));
                var period = periods.get(random.nextInt(periods.size()));
                places.acquire();
                threads.submit(() -> {
                    try {
                        var reply = askUntilLetIn(person, netSales(period.getFirst(), period.getLast()));
                        check(person, sumOf(person, expected, period), reply, answered, wrong);
                    } finally {
                        places.release();
                    }
                });
            }
        }

        // Then
        assertThat(wrong).isEmpty();
        assertThat(answered).hasValue(REQUESTS);
    }

    private static void check(
            Person person,
            BigDecimal expected,
            HttpResponse<String> reply,
            AtomicInteger answered,
            ConcurrentLinkedQueue<String> wrong) {
        try {
            var answer = Client.answer(reply);
            var table = Objects.requireNonNull(answer.table(), answer.text());
            var number = table.number(0, table.indexOf("net_sales").orElseThrow());
            if (number == null || number.compareTo(expected) != 0) {
                wrong.add("%s got %s, not %s".formatted(person.regions, number, expected));
            }
            answered.incrementAndGet();
        } catch (RuntimeException failure) {
            wrong.add("%s: %s".formatted(person.regions, failure.getMessage()));
        }
    }

    @Order(4)
    @Test
    void aDatabaseThatIsStoppedHardMakesNoAnswerWrongAndIsFoundAgain() throws Exception {
        // Given
        var people = people(2);
        var periods = periods();
        var expected = expected(periods);
        var server = new DatabaseServer(asktrail.home());
        var wrong = new ConcurrentLinkedQueue<String>();
        var failed = new AtomicInteger();
        var stop = new java.util.concurrent.atomic.AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker = 0; worker < 6; worker++) {
                var random = new Random(worker);
                threads.submit(() -> {
                    while (!stop.get()) {
                        var person = people.get(random.nextInt(people.size()));
                        var period = periods.get(random.nextInt(periods.size()));
                        var reply = person.client.post("/v1/query", netSales(period.getFirst(), period.getLast()));
                        if (reply.statusCode() != 200 || Client.answer(reply).status() != AnswerStatus.ANSWERED) {
                            failed.incrementAndGet();
                        } else {
                            check(person, sumOf(person, expected, period), reply, new AtomicInteger(), wrong);
                        }
                    }
                });
            }
            TimeUnit.SECONDS.sleep(1); // under load

            // When
            server.stopHard();
            TimeUnit.SECONDS.sleep(2); // long enough to be missed
            server.start();
            var back = System.nanoTime();
            awaitAnswer(periods);
            System.out.printf("answers again %d ms after the database%n", millisSince(back));
            stop.set(true);

            // Then
            assertThat(millisSince(back)).isLessThan(10_000);
        }
        assertThat(wrong).isEmpty();
        assertThat(failed).as("questions that failed while it was away").hasPositiveValue();
    }

    private static void awaitAnswer(List<List<String>> periods) throws InterruptedException {
        for (var i = 0; i < 600; i++) {
            var reply = owner().post(
                            "/v1/query", netSales(periods.getFirst().getFirst(), "2025-11-%02d".formatted(i % 15 + 1)));
            if (reply.statusCode() == 200 && Client.answer(reply).status() == AnswerStatus.ANSWERED) {
                return;
            }
            Thread.sleep(50);
        }
    }

    private static Client owner() {
        return new Client(HTTP, asktrail.url(), asktrail.ownerToken());
    }

    private static List<Person> people(int count) {
        var people = new ArrayList<Person>();
        people.add(new Person(owner(), List.of()));
        for (var i = 1; i < count; i++) {
            var regions = i < count - 1 || count == 2 ? List.of(REGIONS.get(i - 1)) : REGIONS.subList(1, 4);
            var options = new ArrayList<>(List.of("--sub", "person" + i, "--role", "analyst"));
            regions.forEach(region -> options.addAll(List.of("--region", region)));
            people.add(new Person(
                    new Client(HTTP, asktrail.url(), asktrail.token(options.toArray(String[]::new))), regions));
        }
        return people;
    }

    private static List<List<String>> periods() {
        var periods = new ArrayList<List<String>>();
        for (var month = 1; month <= 10; month++) {
            periods.add(List.of("2025-%02d-01".formatted(month), "2025-%02d-15".formatted(month)));
        }
        return periods;
    }

    private static String netSales(String start, String end) {
        return "{\"metrics\":[\"net_sales\"],\"time\":{\"start\":\"%s\",\"end\":\"%s\"}}".formatted(start, end);
    }

    /** By period and state, as SQL says; the state of a row without one is empty. */
    private static Map<List<String>, Map<String, BigDecimal>> expected(List<List<String>> periods) throws SQLException {
        var expected = new LinkedHashMap<List<String>, Map<String, BigDecimal>>();
        try (var connection = new HomeDatabase(asktrail.home(), "warehouse").open();
                var statement = connection.createStatement()) {
            for (var period : periods) {
                var byState = new LinkedHashMap<String, BigDecimal>();
                try (var found = statement.executeQuery("""
                    select coalesce(geo, ''), sum(amount - refund_amount) from sales.order_lines
                    where status <> 'Cancelled' and order_date between '%s' and '%s' group by 1\
                    """.formatted(period.getFirst(), period.getLast()))) {
                    while (found.next()) {
                        byState.put(found.getString(1), found.getBigDecimal(2));
                    }
                }
                expected.put(period, byState);
            }
        }
        return expected;
    }

    private static BigDecimal sumOf(
            Person person, Map<List<String>, Map<String, BigDecimal>> expected, List<String> period) {
        return Objects.requireNonNull(expected.get(period)).entrySet().stream()
                .filter(state -> person.regions.isEmpty() || person.regions.contains(state.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // More than are let in at once are told to come back; these do.
    private static HttpResponse<String> askUntilLetIn(Person person, String query) {
        var reply = person.client.post("/v1/query", query);
        while (reply.statusCode() == 429) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            reply = person.client.post("/v1/query", query);
        }
        return reply;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
