package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.SchemaDrift.Kind;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is found, said and still answered when a source has changed under its registry, whatever engine it is of. Each change
 * is made in a database of PostgreSQL, which also works out what is expected, and published to the engine from there.
 */
abstract class DriftContract {
    private static final Caller ANALYST = caller("*");
    private static final Caller OF_DELHI = caller("Delhi");

    private final List<Connections> opened = new ArrayList<>();

    /** Brings the tables of {@link ChangingTables} to the engine as they are now. */
    abstract void publish() throws Exception;

    /** Where the engine has them. */
    abstract ConnectionSettings settings();

    /** A source that is not there. */
    abstract ConnectionSettings nowhere();

    private Connections connect(ConnectionSettings settings) {
        var connections = new Connections(Map.of("ads", settings, "shop", settings));
        opened.add(connections);
        return connections;
    }

    private static Caller caller(String region) {
        return new Caller("t", List.of(Role.ANALYST), List.of(region), List.of(), List.of());
    }

    @BeforeEach
    void freshTables() {
        ChangingTables.makeAnew();
    }

    @AfterEach
    void close() {
        opened.forEach(Connections::close);
    }

    private SampleReader reader() throws Exception {
        publish();
        return new SampleReader(100, connect(settings()));
    }

    private StepResult ask(SampleFetch fetch) throws Exception {
        return reader().fetch(ANALYST, fetch.request(), Duration.ofSeconds(60));
    }

    private static StepResult.Rows rows(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Rows.class);
        return (StepResult.Rows) result;
    }

    private static List<SchemaDrift> drift(TableReader agent) {
        return agent.drift(SampleReader.call(ANALYST, Duration.ofSeconds(60)));
    }

    private static List<String> breaking(List<SchemaDrift> all) {
        return all.stream()
                .filter(drift -> drift.kind().isBreaking())
                .map(SchemaDrift::sentence)
                .toList();
    }

    @Test
    void findsNothingWhereNothingChanged() throws Exception {
        // When
        var reader = reader();

        // Then
        assertThat(drift(reader.shop())).isEmpty();
        assertThat(drift(reader.ads())).isEmpty();
    }

    @Test
    void answersWithTheOtherMetricsAndNamesTheColumn() throws Exception {
        // Given
        ChangingTables.run("alter table shop.lines rename column amount to net_amount");
        var expected = ChangingTables.byHand("""
            select count(distinct order_id) from shop.lines where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'\
            """);

        // When
        var result = rows(ask(new SampleFetch("shop_db.lines", "gross_sales orders")));

        // Then
        assertThat(result.table().columns()).extracting("id").containsExactly("orders");
        assertThat(List.of(List.of(SampleTables.text(result.table().number(0, 0)))))
                .isEqualTo(expected);
        assertThat(result.notes())
                .contains(Note.caveat(
                        Note.METRIC_LOST,
                        "Gross sales cannot be worked out, since the source has changed: shop.lines has no"
                                + " column amount any more; it is probably called net_amount now. The registry has"
                                + " to be brought up to date."));
    }

    @Test
    void answersWithTheOtherMetricsWhenAColumnIsOfAnotherType() throws Exception {
        // Given
        ChangingTables.run("alter table shop.lines alter column amount type text using 'INR ' || amount");

        // When
        var result = rows(ask(new SampleFetch("shop_db.lines", "gross_sales orders")));

        // Then
        assertThat(result.table().columns()).extracting("id").containsExactly("orders");
        assertThat(result.notes().getFirst().text())
                .contains("Gross sales cannot be worked out")
                .matches(
                        ".*The column amount of shop.lines is (text|varchar|VARCHAR) now, the registry says decimal.*");
    }

    @Test
    void answersWithTheOtherMetricsWhenWhatIsCountedIsText() throws Exception {
        // Given: an engine that casts before it adds up fails at the value, not at the type
        ChangingTables.run("alter table ads.campaign_daily alter column clicks type text using clicks || ' clicks'");

        // When
        var result = rows(ask(new SampleFetch("ads_store.get_campaign_metrics", "spend clicks")));

        // Then
        assertThat(result.table().columns()).extracting("id").containsExactly("spend");
        assertThat(result.notes().getFirst().text()).contains("Clicks cannot be worked out", "ads.campaign_daily");
    }

    @Test
    void neverLeavesOutWhatPicksRows() throws Exception {
        // Given
        ChangingTables.run(
                "alter table shop.lines rename column amount to net_amount", "alter table shop.lines drop column city");
        var reader = reader();

        // When
        var asked = List.of(
                new SampleFetch("shop_db.lines", "orders").keep("city", "Kochi"),
                new SampleFetch("shop_db.lines", "gross_sales orders").by("geo").where("gross_sales", Operator.GT, "5"),
                new SampleFetch("shop_db.lines", "gross_sales orders")
                        .by("geo")
                        .order("gross_sales", Direction.DESC)
                        .limit(1));
        var results = asked.stream()
                .map(fetch -> reader.fetch(ANALYST, fetch.request(), Duration.ofSeconds(60)))
                .toList();

        // Then
        assertThat(results).allSatisfy(DriftContract::isLost);
        assertThat(((StepResult.Missing) results.getFirst()).reason())
                .contains("shop.lines has no column city any more");
    }

    @Test
    void showsNoRowsToACallerWhoseRegionCannotBeToldAnyMore() throws Exception {
        // Given
        ChangingTables.run("alter table ads.campaigns drop column geo");
        var fetch = new SampleFetch("ads_store.get_campaign_metrics", "spend clicks").request();
        var reader = reader();

        // When
        var ofDelhi = reader.fetch(OF_DELHI, fetch, Duration.ofSeconds(60));
        var ofAll = reader.fetch(ANALYST, fetch, Duration.ofSeconds(60));

        // Then
        assertThat(ofDelhi).satisfies(DriftContract::isLost);
        assertThat(rows(ofAll).table().size()).isEqualTo(1);
    }

    @Test
    void saysWhatATableThatIsGoneIsProbablyCalledNow() throws Exception {
        // Given
        ChangingTables.run("alter table ads.campaigns rename to campaigns_v2");
        var reader = reader();

        // When
        var named = reader.fetch(
                ANALYST,
                new SampleFetch("ads_store.get_campaign_metrics", "spend")
                        .by("campaign")
                        .request(),
                Duration.ofSeconds(60));
        var total = reader.fetch(
                ANALYST, new SampleFetch("ads_store.get_campaign_metrics", "spend").request(), Duration.ofSeconds(60));

        // Then
        assertThat(named).satisfies(DriftContract::isLost);
        assertThat(((StepResult.Missing) named).reason())
                .contains("no table ads.campaigns any more; it is probably called ads.campaigns_v2 now");
        assertThat(List.of(SampleTables.text(rows(total).table().number(0, 0))))
                .isEqualTo(
                        ChangingTables.byHand("select sum(cost) from ads.campaign_daily where date between '2025-10-01'"
                                        + " and '2025-10-31'")
                                .getFirst());
    }

    @Test
    void findsEveryDifferenceWithAGuess() throws Exception {
        // Given
        ChangingTables.run(
                "alter table shop.lines rename column amount to net_amount",
                "alter table shop.lines add column colour text",
                "alter table shop.lines alter column quantity type numeric(6, 2) using quantity + 0.5",
                "alter table ads.campaigns rename to campaigns_v2",
                "create table shop.baskets (id int)");

        // When
        var reader = reader();
        var shop = drift(reader.shop());
        var ads = drift(reader.ads());

        // Then
        assertThat(shop)
                .filteredOn(drift -> !drift.table().startsWith("ads"))
                .extracting(drift -> drift.kind() + " " + drift.table() + " " + drift.column() + " " + drift.likely())
                .containsExactlyInAnyOrder(
                        "COLUMN_GONE shop.lines amount net_amount",
                        "COLUMN_RETYPED shop.lines quantity null",
                        "COLUMN_NEW shop.lines net_amount null",
                        "COLUMN_NEW shop.lines colour null",
                        "TABLE_NEW shop.baskets null null");
        assertThat(ads)
                .filteredOn(drift -> drift.kind() == Kind.TABLE_GONE)
                .singleElement()
                .satisfies(gone -> {
                    assertThat(gone.likely()).isEqualTo("ads.campaigns_v2");
                    assertThat(gone.dimensions()).extracting("value").contains("campaign", "channel");
                });
    }

    @Test
    void findsTheSameWithoutAService() throws Exception {
        // Given
        ChangingTables.run("alter table shop.lines rename column amount to net_amount");
        publish();

        // When
        var found = SourceDrift.of(SampleRegistry.make(100), "shop", settings());

        // Then
        assertThat(breaking(found))
                .containsExactly("shop.lines has no column amount any more; it is probably called net_amount now.");
    }

    @Test
    void breaksNothingForWhatIsNew() throws Exception {
        // Given
        ChangingTables.run(
                "alter table shop.lines add column colour text default 'red'", "create table ads.notes (id int)");

        // When
        var reader = reader();

        // Then
        assertThat(drift(reader.shop())).extracting(SchemaDrift::kind).containsExactly(Kind.COLUMN_NEW);
        assertThat(drift(reader.ads())).extracting(SchemaDrift::kind).containsExactly(Kind.TABLE_NEW);
        assertThat(breaking(drift(reader.shop()))).isEmpty();
    }

    @Test
    void noticesThatASetOfValuesChanged() throws Exception {
        // Given
        var product = new DimensionId("product");
        var call = SampleReader.call(ANALYST, Duration.ofSeconds(60));
        var before = reader().shop().values(call, new ValueRequest(product, 100));

        // When
        ChangingTables.run("insert into shop.products values ('D', 'Cap')");
        var after = reader().shop().values(call, new ValueRequest(product, 100, before.version()));

        // Then
        assertThat(after.isStill(before.version())).isFalse();
        assertThat(after.values()).extracting("value").containsExactly("A", "B", "C", "D");
    }

    @Test
    void saysThatASourceCannotBeLookedAt() throws Exception {
        // Given
        var reader = new SampleReader(100, connect(nowhere()));

        // When, Then
        assertThat(drift(reader.shop())).extracting(SchemaDrift::kind).containsExactly(Kind.UNREACHABLE);
    }

    private static void isLost(StepResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.SOURCE_CHANGED));
    }
}
