package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.session.Connections;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a fetch gives from any engine that holds the rows of {@link SampleTables}, held against statements written by hand
 * that PostgreSQL runs over them.
 */
abstract class FetchContract {
    private static final String OCTOBER = "2025-10-01..2025-10-31";
    private static final String RANKED = """
            select geo, gross from (
                select geo, gross, count(geo) over (order by gross %s rows unbounded preceding) as named from (
                    select geo, sum(case when status = 'Cancelled' then 0 else amount end) as gross from shop.lines
                    where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
                    group by 1) groups) ranked
            where named < 2 or (named = 2 and geo is not null) order by gross %s\
            """;
    private static final Caller OWNER = caller(Role.ADMIN, "*");
    private static final Caller DELHI_ANALYST = caller(Role.ANALYST, "Delhi");

    private final Connections connections;
    private final SampleReader reader;

    FetchContract(Connections connections) {
        this.connections = connections;
        this.reader = new SampleReader(10_000, connections);
    }

    @Test
    void sumsByDimensionThroughTheForeignKey() {
        // When
        var rows = rows(OWNER, ads("spend clicks").by("channel"));

        // Then
        assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
            select c.channel, sum(d.cost), sum(d.clicks) from ads.campaign_daily d
            join ads.campaigns c using (campaign_id)
            where d.date >= '2025-10-01' and d.date < '2025-11-01' group by c.channel order by c.channel\
            """));
        assertThat(rows.table().columns().stream().map(Column::unit)).containsExactly(null, "INR", "count");
    }

    @Test
    void givesKeyAndTitleBesideTheValue() {
        // When
        var campaigns = rows(OWNER, ads("clicks").by("campaign"));
        var products = rows(OWNER, shop("orders").by("product"));

        // Then
        assertThat(ids(campaigns)).containsExactly("campaign", "campaign.id", "clicks");
        assertThat(cells(campaigns).getFirst().subList(0, 2)).containsExactly("50% off", "4");
        assertThat(ids(products)).containsExactly("product", "product.name", "orders");
    }

    @Test
    void keepsRowsWhoseForeignKeyLeadsNowhere() {
        // When: one in four lines is of a SKU that the product table does not have
        var rows = rows(OWNER, shop("line_count").by("product"));

        // Then
        assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
            select p.sku, p.product_name, count(*) from shop.lines l left join shop.products p on p.sku = l.sku
            where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
            group by 1, 2 order by 1 nulls last\
            """));
        assertThat(cells(rows).getLast().getFirst()).isEqualTo("–");
    }

    @Test
    void addsUpByTheKeyBeforeNamesAreJoinedWithoutChangingANumber() {
        // When: groups of weeks and names, kept and put in order by numbers that are not all shown
        var weeks = rows(
                OWNER,
                ads("spend")
                        .by("date", "campaign")
                        .grain(Grain.WEEK)
                        .where("clicks", Operator.GT, "170")
                        .order("clicks", Direction.DESC));
        var products = rows(
                OWNER,
                shop("gross_sales line_count biggest")
                        .by("product")
                        .order("refunds", Direction.DESC)
                        .limit(3));

        // Then
        assertThat(weeks.query()).contains("\"parts\"");
        assertThat(cells(weeks)).isNotEmpty().isEqualTo(SampleTables.byHand("""
            select date_trunc('week', d.date)::date, c.campaign_name, c.campaign_id, sum(d.cost)
            from ads.campaign_daily d join ads.campaigns c using (campaign_id)
            where d.date >= '2025-10-01' and d.date < '2025-11-01' group by 1, 2, 3 having sum(d.clicks) > 170
            order by sum(d.clicks) desc, 1, 2, 3\
            """));
        assertThat(products.query()).contains("\"parts\"");
        assertThat(cells(products)).isEqualTo(SampleTables.byHand("""
            select p.sku, p.product_name, sum(case when status = 'Cancelled' then 0 else amount end), count(*),
                max(quantity)
            from shop.lines l left join shop.products p on p.sku = l.sku
            where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
            group by 1, 2 order by sum(case when status = 'Returned' then amount else 0 end) desc, 1, 2 limit 3\
            """));
    }

    @Test
    void joinsAtOnceWhatCannotBeAddedUpInParts() {
        // When: an order may have lines of several products; and days of campaigns are as many as the rows
        var orders = rows(OWNER, shop("orders").by("product"));
        var days = rows(OWNER, ads("spend").by("date", "campaign").grain(Grain.DAY));

        // Then
        assertThat(orders.query()).doesNotContain("\"parts\"");
        assertThat(cells(orders)).isEqualTo(SampleTables.byHand("""
            select p.sku, p.product_name, count(distinct order_id)
            from shop.lines l left join shop.products p on p.sku = l.sku
            where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
            group by 1, 2 order by 1, 2\
            """));
        assertThat(days.query()).doesNotContain("\"parts\"");
        assertThat(days.rowCount()).isEqualTo(31 * 5);
    }

    @Test
    void tellsOfWhatIsLeftOutOnlyWhereThereIsSome() {
        // When
        var placed = rows(DELHI_ANALYST, ads("spend").keep("campaign", "Delhi's Diwali"));
        var national = rows(DELHI_ANALYST, ads("spend").keep("campaign", "All India"));
        var clicks = rows(DELHI_ANALYST, ads("clicks").keep("campaign", "All India"));

        // Then
        assertThat(placed.notes()).extracting(Note::code).doesNotContain("without_geo_left_out");
        assertThat(national.notes())
                .extracting(Note::text)
                .contains("Some ad spend from national campaigns, aimed at no state is not included.");
        assertThat(clicks.notes())
                .extracting(Note::text)
                .contains("What comes from national campaigns, aimed at no state is not included.");
    }

    @Test
    void countsMomentsOnTheCallersDay() {
        // When
        var rows = rows(
                OWNER,
                shop("line_count orders biggest").by("date").grain(Grain.DAY).over("2025-03-01..2025-03-09"));

        // Then
        assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
            select (ordered_at at time zone 'Asia/Kolkata')::date, count(*), count(distinct order_id), max(quantity)
            from shop.lines where (ordered_at at time zone 'Asia/Kolkata')::date
            between '2025-03-01' and '2025-03-09' group by 1 order by 1\
            """));
        assertThat(cells(rows).getFirst().getFirst()).isEqualTo("2025-03-01");
    }

    @Test
    void cutsWeeksAtMondayAndOtherGrainsAtTheirFirstDay() {
        for (var grain : Grain.values()) {
            // When
            var rows = rows(OWNER, ads("spend").by("date").grain(grain).over("2025-01-01..2025-12-31"));

            // Then
            var unit = grain.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
                select date_trunc('%s', date)::date, sum(cost) from ads.campaign_daily
                where date between '2025-01-01' and '2025-12-31' group by 1 order by 1\
                """.formatted(unit)));
        }
        var weeks = rows(OWNER, ads("spend").by("date").grain(Grain.WEEK));
        assertThat(cells(weeks).getFirst().getFirst()).isEqualTo("2025-09-29");
    }

    @Test
    void countsOnlyTheRowsOfTheMeasureAndGivesZeroWhereAGroupHasNone() {
        // When
        var rows = rows(OWNER, shop("gross_sales refunds").by("date", "city").grain(Grain.DAY));

        // Then
        assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
            select (ordered_at at time zone 'Asia/Kolkata')::date, city,
                sum(case when status = 'Cancelled' then 0 else amount end),
                sum(case when status = 'Returned' then amount else 0 end)
            from shop.lines where (ordered_at at time zone 'Asia/Kolkata')::date
            between '2025-10-01' and '2025-10-31' group by 1, 2 order by 1, 2\
            """));
    }

    @Test
    void treatsTextInAValueAsTextWhateverIsInIt() {
        // When
        var quoted = rows(OWNER, ads("clicks").by("campaign").keep("campaign", "Delhi's Diwali"));
        var hostile =
                rows(OWNER, ads("clicks").by("campaign").keep("campaign", "x') or 1=1; drop table ads.campaigns --"));
        var percent = rows(OWNER, ads("clicks").by("campaign").where("campaign", Operator.CONTAINS, "0% OFF"));

        // Then
        assertThat(cells(quoted)).hasSize(1);
        assertThat(cells(hostile)).isEmpty();
        assertThat(cells(percent)).hasSize(1).first().asList().startsWith("50% off");
        assertThat(SampleTables.byHand("select count(*) from ads.campaigns")).isEqualTo(List.of(List.of("5")));
    }

    @Test
    void notEqualKeepsRowsWithoutAValue() {
        // When
        var rows = rows(OWNER, ads("clicks").by("geo").where("geo", Operator.NE, "Delhi"));

        // Then
        assertThat(cells(rows).stream().map(List::getFirst)).containsExactly("Kerala", "–");
    }

    @Test
    void filtersGroupsByAMetricAndOrdersAndLimits() {
        // When
        var rows = rows(
                OWNER,
                ads("spend")
                        .by("campaign")
                        .where("clicks", Operator.GT, "600")
                        .order("spend", Direction.DESC)
                        .limit(2));

        // Then
        assertThat(cells(rows)).hasSize(2).isEqualTo(SampleTables.byHand("""
            select c.campaign_name, c.campaign_id, sum(cost) from ads.campaign_daily
            join ads.campaigns c using (campaign_id) where date between '2025-10-01' and '2025-10-31'
            group by 1, 2 having sum(clicks) > 600 order by 3 desc limit 2\
            """));
        assertThat(rows.truncated()).isFalse();
    }

    @Test
    void readsFlagsAsFlags() {
        // When
        var rows = rows(OWNER, shop("line_count").by("gift").keep("gift", "yes"));

        // Then
        assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
            select gift, count(*) from shop.lines where gift and (ordered_at at time zone 'Asia/Kolkata')::date
            between '2025-10-01' and '2025-10-31' group by 1\
            """));
    }

    @Test
    void showsACallerOnlyTheirRegions() {
        // When
        var own = rows(DELHI_ANALYST, shop("line_count").by("geo"));
        var none = rows(caller(Role.ANALYST), shop("line_count").by("geo"));
        var total = rows(caller(Role.ANALYST), ads("spend"));

        // Then
        assertThat(cells(own)).hasSize(1).first().asList().startsWith("Delhi");
        assertThat(cells(none)).isEmpty();
        assertThat(cells(total)).containsExactly(List.of("0"));
    }

    @Test
    void refusesWhatTheRoleDoesNotOpen() {
        assertMissing(DELHI_ANALYST, shop("secret_margin"), ErrorCode.FORBIDDEN);
        assertMissing(DELHI_ANALYST, shop("orders").by("secret"), ErrorCode.FORBIDDEN);
        assertMissing(DELHI_ANALYST, shop("orders").where("secret_margin", Operator.GT, "1"), ErrorCode.FORBIDDEN);
        assertMissing(DELHI_ANALYST, shop("orders").keep("secret", "Shipped"), ErrorCode.FORBIDDEN);
    }

    @Test
    void refusesWhatTheCapabilityDoesNotHave() {
        assertMissing(OWNER, ads("orders"), ErrorCode.NO_PATH);
        assertMissing(OWNER, ads("spend").by("city"), ErrorCode.NO_PATH);
        assertMissing(OWNER, ads("nonsense"), ErrorCode.UNKNOWN_METRIC);
        assertMissing(OWNER, ads("spend").where("clicks", Operator.GT, "many"), ErrorCode.MALFORMED_REQUEST);
        assertMissing(OWNER, ads("spend").order("campaign", Direction.ASC), ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void namesTheNationalSpendThatAStateFilterLeavesOutToThoseWhoSeeAll() {
        // When
        var all = rows(OWNER, ads("spend").keep("geo", "Delhi"));
        var some = rows(DELHI_ANALYST, ads("spend"));
        var nothing = rows(OWNER, ads("spend").keep("geo", "Delhi").keep("channel", "SP"));

        // Then
        var national = SampleTables.byHand("select round(sum(cost)) from ads.campaign_daily where campaign_id = 3"
                        + " and date between '2025-10-01' and '2025-10-31'")
                .getFirst()
                .getFirst();
        assertThat(caveats(all)).hasSize(1).first().satisfies(note -> {
            assertThat(note.text().replace(",", ""))
                    .startsWith("₹" + national + " of ad spend from national campaigns");
            assertThat(note.code()).isEqualTo("without_geo_left_out");
        });
        assertThat(caveats(some))
                .hasSize(1)
                .first()
                .satisfies(note -> assertThat(note.text())
                        .startsWith("Some ad spend from national campaigns")
                        .doesNotContain("₹"));
        assertThat(caveats(nothing)).isEmpty();
    }

    @Test
    void saysWhatTheCapabilityWantsToldWhereTheChannelCanBeAmongTheRows() {
        // When
        var any = rows(OWNER, ads("spend"));
        var sp = rows(OWNER, ads("spend").keep("channel", "SP"));
        var notSb = rows(OWNER, ads("spend").where("channel", Operator.NE, "SB"));

        // Then
        assertThat(any.notes().stream().map(Note::code)).containsExactly("attribution", "sb_split");
        assertThat(sp.notes().stream().map(Note::code)).containsExactly("attribution");
        assertThat(notSb.notes().stream().map(Note::code)).containsExactly("attribution");
    }

    @Test
    void saysToWhomRowsAreClosedThatTheStatementAloneClosesThem() {
        assertThat(rows(DELHI_ANALYST, ads("spend")).notes().stream().map(Note::code))
                .contains("rows_narrowed_by_statement");
        assertThat(rows(OWNER, ads("spend")).notes().stream().map(Note::code))
                .doesNotContain("rows_narrowed_by_statement");
    }

    @Test
    void givesZeroForATotalOverNoRowsAndSaysSo() {
        // When
        var rows = rows(OWNER, shop("gross_sales orders biggest").over("2031-01-01..2031-01-31"));

        // Then
        assertThat(cells(rows)).containsExactly(List.of("0", "0", "–"));
        assertThat(caveats(rows).stream().map(Note::code)).containsExactly("no_rows");
    }

    @Test
    void givesNoPlaceOfARankingToWhatBelongsToNoMember() {
        // When
        var first = rows(
                OWNER,
                shop("gross_sales")
                        .by("geo")
                        .order("gross_sales", Direction.DESC)
                        .limit(2));
        var least = rows(
                OWNER,
                shop("gross_sales")
                        .by("geo")
                        .order("gross_sales", Direction.ASC)
                        .limit(2));

        // Then: two with a name, and what has none where it comes before the second of them
        assertThat(cells(first)).isEqualTo(SampleTables.byHand(RANKED.formatted("desc", "desc")));
        assertThat(cells(least)).isEqualTo(SampleTables.byHand(RANKED.formatted("asc", "asc")));
        assertThat(Set.of(first.rowCount(), least.rowCount())).isEqualTo(Set.of(2L, 3L));
        assertThat(first.truncated()).isFalse();
    }

    @Test
    void noticesThatTheQuotaCutTheRows() {
        // Given
        var small = new SampleReader(3, connections);

        // When
        var cut =
                (StepResult.Rows) small.fetch(OWNER, ads("spend").by("campaign").request());
        var asked = (StepResult.Rows)
                small.fetch(OWNER, ads("spend").by("campaign").limit(3).request());

        // Then
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.rowCount()).isEqualTo(3);
        assertThat(asked.truncated()).isFalse();
    }

    @Test
    void addsUpAllTimeForAMetricToDateBesideOneOfThePeriod() {
        // When
        var rows = rows(OWNER, shop("sales_to_date gross_sales"));

        // Then
        assertThat(cells(rows)).isEqualTo(SampleTables.byHand("""
            select sum(amount), sum(case when status <> 'Cancelled'
                and ordered_at >= timestamptz '2025-10-01 00:00+05:30' then amount else 0 end)
            from shop.lines where ordered_at < timestamptz '2025-11-01 00:00+05:30'\
            """));
    }

    @Test
    void tellsHowFreshTheNumbersAre() {
        // When
        var ads = rows(OWNER, ads("spend"));
        var shop = rows(OWNER, shop("orders"));

        // Then: the clock stands at 5 January 2026
        assertThat(ads.freshness()).isNotNull().satisfies(fresh -> {
            assertThat(fresh.coveredTo()).isEqualTo(LocalDate.parse("2025-12-31"));
            assertThat(fresh.provisionalFrom()).isEqualTo(LocalDate.parse("2025-12-22"));
        });
        assertThat(shop.freshness())
                .isNotNull()
                .satisfies(fresh -> assertThat(fresh.provisionalFrom()).isNull());
    }

    @Test
    void showsTheStatementWithItsValuesForTheTrail() {
        // When
        var rows = rows(OWNER, ads("spend").keep("campaign", "Delhi's Diwali"));

        // Then
        assertThat(rows.query())
                .contains("'Delhi''s Diwali'", "2025-10-31", "sum(")
                .doesNotContain("?");
    }

    private StepResult.Rows rows(Caller caller, SampleFetch fetch) {
        return switch (reader.fetch(caller, fetch.request())) {
            case StepResult.Rows rows -> rows;
            case StepResult.Missing missing -> throw new AssertionError(missing);
        };
    }

    private void assertMissing(Caller caller, SampleFetch fetch, ErrorCode code) {
        assertThat(reader.fetch(caller, fetch.request()))
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(code));
    }

    private static List<List<String>> cells(StepResult.Rows rows) {
        return rows.table().rows().stream()
                .map(row -> row.stream().map(SampleTables::text).toList())
                .toList();
    }

    private static List<String> ids(StepResult.Rows rows) {
        return rows.table().columns().stream().map(Column::id).toList();
    }

    private static List<Note> caveats(StepResult.Rows rows) {
        return rows.notes().stream()
                .filter(note -> note.kind() == Note.Kind.CAVEAT)
                .toList();
    }

    private static SampleFetch ads(String metrics) {
        return new SampleFetch("ads_store.get_campaign_metrics", metrics).over(OCTOBER);
    }

    private static SampleFetch shop(String metrics) {
        return new SampleFetch("shop_db.lines", metrics).over(OCTOBER);
    }

    private static Caller caller(Role role, String... regions) {
        return new Caller("someone", List.of(role), List.of(regions), List.of(), List.of());
    }
}
