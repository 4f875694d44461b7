package io.asktrail.registry.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fault of each kind in a registry that is right otherwise gives one finding, on the line where it stands. */
class LintFaultsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            metrics/roas.yaml         | unit: ratio                | unit: rupees                       | is not written as it must be |
            metrics/cpc.yaml          | unit: INR                  | unit: ZZZ                          | 'ZZZ' is no unit |
            metrics/roas.yaml         | owner: perf                | color: red # perf                  | 'color' is no field here |
            metrics/roas.yaml         | direction: up              | direction: sideways                | is not one of 'up', 'down', 'neutral' |
            metrics/roas.yaml         | formula: revenue           | formula: revnue                    | no file defines the metric 'revnue' |
            metrics/revenue.yaml      | [attributed_sales, net_sales] | [attributed_sales, net_selas]   | no file defines the metric 'net_selas' |
            metrics/revenue.yaml      | [attributed_sales, net_sales] | [attributed_sales, units]       | units has another unit than 'INR' |
            metrics/roas.yaml         | revenue / spend            | revenue / (spend                   | needs a closing bracket at character 17 |
            metrics/roas.yaml         | revenue / spend            | revenue + clicks                   | money (INR) and a count cannot be added |
            metrics/ctr.yaml          | clicks / impressions       | clicks / (clicks - spend)          | a count and money (INR) cannot be added |
            metrics/cpc.yaml          | spend / clicks             | clicks / spend                     | a count divided by money (INR) means nothing |
            metrics/cpc.yaml          | unit: INR                  | unit: ratio                        | the formula gives money (INR) |
            metrics/roas.yaml         | unit: ratio                | unit: INR                          | the formula gives a plain number |
            metrics/net_sales.yaml    | gross_sales - refunds      | gross_sales / orders               | a derived metric does not divide |
            metrics/ctr.yaml          | clicks / impressions       | clicks * 2                         | a ratio is one thing divided by another |
            metrics/roas.yaml         | chain: [spend              | chain: [impressions                | the chain leads from spend to revenue |
            metrics/spend.yaml        | clicks, spend]             | clicks]                            | the chain ends with spend itself | metrics/spend.yaml > chain:
            metrics/spend.yaml        | chain: [impressions        | chain: [views                      | no file defines the metric 'views' |
            metrics/cpm.yaml          | additivity: ratio          | chain: [impressions, spend]        | only a ratio of two metrics |
            metrics/refunds.yaml      | happens_to: [orders        | happens_to: [ordres                | no file defines the metric 'ordres' |
            metrics/refunds.yaml      | happens_to: [orders        | happens_to: [refunds               | refunds happens to other things than itself |
            metrics/refunds.yaml      | happens_to: [orders        | happens_to: [spend                 | spend counts no things |
            metrics/units.yaml        | offered: 3                 | offered: 2                         | orders has place 2 already |
            metrics/net_sales.yaml    | credited: attributed_sales | hidden: true                       | a hidden metric is never offered | metrics/net_sales.yaml > offered: 1
            metrics/orders.yaml       | additivity: non_additive   | additivity: additive               | orders is non_additive |
            metrics/orders.yaml       | column: order_id           | column: order_no                   | sales.order_lines has no column 'order_no' |
            metrics/orders.yaml       | {column: status            | {column: state                     | sales.order_lines has no column 'state' |
            metrics/orders.yaml       | op: "!="                   | op: "<"                            | is not more or less |
            metrics/orders.yaml       | value: Cancelled           | value: 5                           | is compared with something else |
            metrics/units.yaml        | column: quantity           | column: city                       | it is no number |
            metrics/units.yaml        | aggregate: sum             | aggregate: average                 | is not one of 'sum' |
            metrics/gross_sales.yaml  | sales.order_lines          | sales.order_rows                   | no schema defines the table sales.order_rows |
            metrics/budget.yaml       | ads.campaign_daily         | ads.campaigns                      | has no date column |
            metrics/clicks.yaml       | [click,                    | [impressions,                      | 'Impressions' (en) means clicks already | metrics/impressions.yaml > label
            metrics/gross_profit.yaml | shared_synonyms: [profit,  | shared_synonyms: [gain,            | 'profit' (en) means contribution already | metrics/gross_profit.yaml > en: [gp
            metrics/asp.yaml          | id: asp                    | id: aov                            | 'aov' is defined already |
            metrics/asp.yaml          | id: asp                    | id: brand                          | 'brand' is defined already | dimensions/brand.yaml > id: brand
            dimensions/brand.yaml     | {table: ads.products, column: brand} | {table: ads.products, column: make} | ads.products has no column 'make' |
            dimensions/brand.yaml     | {table: ads.products, column: brand} | {table: ads.goods, column: brand}   | no schema defines the table ads.goods |
            dimensions/campaign.yaml  | ads.campaigns, column: campaign_name, key: campaign_id | ads.campaigns, column: campaign_name, key: number | ads.campaigns has no column 'number' |
            dimensions/product.yaml   | ads.products, column: sku, title: product_name | ads.products, column: sku, title: words | ads.products has no column 'words' |
            dimensions/city.yaml      | parent: geo                | parent: state                      | no file defines the dimension 'state' |
            dimensions/city.yaml      | parent: geo                | parent: city                       | city lies in itself |
            dimensions/city.yaml      | Mumbai, aliases: [Bombay   | Mumbai, aliases: [Poona            | 'Poona' stands for 'Mumbai' already | dimensions/city.yaml > value: Pune
            dimensions/match_type.yaml | kind: category            | kind: time                         | 'match_type' is no date | dimensions/match_type.yaml > ads.targeting_daily
            schemas/sales.order_lines.yaml | grain: [order_id      | grain: [order_no                   | 'order_no' is no column |
            schemas/sales.order_lines.yaml | date_column: order_date | date_column: status              | 'status' is no date |
            schemas/sales.order_lines.yaml | {column: sku          | {column: skuu                      | 'skuu' is no column |
            schemas/sales.order_lines.yaml | references: sales.products | references: sales.goods       | no schema defines the table sales.goods |
            schemas/sales.order_lines.yaml | references: sales.products, references_column: sku | references: sales.products, references_column: brand | a join would multiply rows |
            schemas/sales.order_lines.yaml | references: sales.products | references: ads.products      | is in another connection |
            schemas/ads.products.yaml | {name: sku, type: text} | {name: brand, type: decimal} | stands here twice | schemas/ads.products.yaml > {name: brand, type: text}
            schemas/ads.placement_daily.yaml | - {claim: regions, dimension: geo} | []                | other tables filter rows by geo | schemas/ads.placement_daily.yaml > table: ads.placement_daily
            schemas/ads.campaigns.yaml | - {claim: regions, dimension: geo} | []                      | other tables filter rows by geo | schemas/ads.campaigns.yaml > table: ads.campaigns
            templates/top_products.yaml | capability: sales_db.query | capability: sales_db.nothing    | 'sales_db.nothing' reads no table |
            templates/top_products.yaml | capability: sales_db.query | capability: salesdb.query       | no file defines the tool 'salesdb' |
            templates/top_products.yaml | capability: sales_db.query | capability: amazon_ads_api.get_product_metrics | 'amazon_ads_api' runs no templates |
            templates/top_products.yaml | [gross_sales, units        | [spend, gross_sales, units         | query gives no metric 'spend' |
            templates/top_products.yaml | group_by: [product         | group_by: [keyword, product        | query has no dimension 'keyword' |
            templates/top_products.yaml | group_by: [product         | group_by: [date, product           | a grain stands exactly where rows are grouped by date | templates/top_products.yaml > id: top
            templates/top_products.yaml | - {field: gross_sales, direction | - {field: cogs, direction    | the rows have no 'cogs' to be ordered by |
            templates/top_products.yaml | period: {start: start      | period: {start: top                | 'top' is no required parameter of type date |
            templates/top_products.yaml | op: in, param: geo         | op: in, param: state               | there is no parameter 'state' |
            templates/top_products.yaml | op: in, param: geo         | op: "!=", param: geo               | in and not_in go with a parameter of type list |
            templates/top_products.yaml | op: in, param: geo         | op: in, value: Delhi               | in and not_in go with a list of values |
            templates/top_products.yaml | op: in, param: geo         | op: in                             | either a value or a param | templates/top_products.yaml > {field: geo, op: in}
            templates/top_products.yaml | most: 1000, param: top     | most: 1000, param: geo             | 'geo' is no parameter of type integer |
            templates/top_products.yaml | {most: 1000, param: top}   | {most: 1000}                       | nothing uses the parameter 'top' | templates/top_products.yaml > name: top
            templates/top_products.yaml | name: geo, type: list, required: false, dimension: geo | name: geo, type: list, required: false, dimension: state | no file defines the dimension 'state' |
            templates/top_products.yaml | type: integer              | type: whole                        | is not one of 'date' |
            templates/top_products.yaml | purpose: The               | sql: select 1 # The                | 'sql' is no field here |
            templates/top_products.yaml | id: top_products           | id: sales_by_campaign              | 'sales_by_campaign' is defined already |
            tools/sales_db.yaml       | [orders, units             | [clicks, orders, units             | clicks has no measure on sales.order_lines |
            tools/sales_db.yaml       | [orders, units             | [odrers, orders, units             | no file defines the metric 'odrers' |
            tools/sales_db.yaml       | dimensions: [date          | dimensions: [keyword, date         | no foreign keys lead from sales.order_lines to keyword |
            tools/sales_db.yaml       | auth: read-only            | auth: password=hunter2 read-only   | a secret seems to stand here |
            tools/sales_db.yaml       | auth: read-only            | auth: postgres://u:pw@host read-only | a secret seems to stand here |
            tools/sales_db.yaml       | auth: read-only            | password: hunter2 # read-only      | 'password' is no field here |
            tools/compute.yaml        | inputs_schema_ref: compare | inputs_schema_ref: compere         | there is no schema file 'compere-inputs.schema.json' |
            tools/sales_db.yaml       | [median_order_value, p90   | [orders, median_order_value, p90   | percentiles stand in a capability of their own |
            metrics/median_order_value.yaml | p: 0.5,              | p: 1.5,                            | must have an exclusive maximum value of 1 |
            metrics/median_order_value.yaml | p: 0.5,              | p: 0.50001,                        | with 4 places at most |
            metrics/median_order_value.yaml | per: order_id        | per: order_no                      | sales.order_lines has no column 'order_no' |
            metrics/median_order_value.yaml | less: refund_amount  | less: refunded                     | sales.order_lines has no column 'refunded' |
            metrics/median_order_value.yaml | less: refund_amount  | less: city                         | it is no number |
            metrics/median_order_value.yaml | additivity: non_additive | additivity: additive           | median_order_value is non_additive |
            metrics/gross_sales.yaml  | aggregate: sum             | aggregate: percentile              | a percentile, and nothing else, says which one | metrics/gross_sales.yaml > table: sales.order_lines
            tools/sales_db.yaml       | join_keys: [date           | join_keys: [day, date              | no file defines the dimension 'day' |
            tools/sales_db.yaml       | refunds, cancelled_orders  | refunds                            | no tool gives cancelled_orders | metrics/cancelled_orders.yaml > id: cancelled_orders
            tools/amazon_ads_api.yaml | table: ads.placement_daily | table: sales.order_lines           | is held by the connection 'warehouse' |
            rates/demo_usd_inr.yaml   | priced_in: INR             | priced_in: USD                     | no rate to itself |
            rates/demo_usd_inr.yaml   | currency: USD              | currency: EUR                      | EUR and INR are joined by 'demo_eur_inr' already |
            rates/demo_usd_inr.yaml   | carried_days: 6            | carried_days: 5                    | 2023-01-08 has no rate | rates/demo_usd_inr.yaml > rates:
            rates/demo_usd_inr.yaml   | policy: period_average     | policy: sometimes                  | is not one of 'daily', 'period_average' |
            rates/demo_usd_inr.yaml   | 2023-01-02: 82             | 2023-01-02: -82                    | must have an exclusive minimum value of 0 |
            policies/viewer.yaml      | deny: [cogs                | deny: [cogz                        | no file defines 'cogz' |
            policies/admin.yaml       | pii: allow                 | columns: {all: true, deny: [sales.order_lines.cost]} | no file defines 'sales.order_lines.cost' |
            policies/viewer.yaml      | approvals:                 | pii: sometimes # approvals: | is not one of 'allow', 'mask' |
            policies/viewer.yaml      | [data.export]              | [data.exports]                     | data.export |
            policies/manager.yaml     | raw_rows: [sales.order_lines] | raw_rows: [sales.order_line]    | no file defines 'sales.order_line' |
            verified/pulse.yaml       | [net_sales, orders         | [net_sails, orders                 | There is no metric 'net_sails' | verified/pulse.yaml > task:
            verified/pulse.yaml       | kind: previous_period      | kind: previous_decade              | is not one of 'previous_period', 'previous_year' |
            verified/pulse.yaml       | how is business {time}     | how is business {planet}           | {planet} is no slot |
            verified/pulse.yaml       | how is business {time}     | how is business {time              | a brace is not closed |
            verified/pulse.yaml       | how is business {time}     | kpi snapshot {time}                | this wording stands at | verified/scorecard.yaml > kpi snapshot
            verified/pulse.yaml       | id: pulse                  | id: duds                           | 'duds' is defined already |
            verified/duds.yaml        | limit: 10                  | sql: select 1                      | 'sql' is no field here |
            verified/duds.yaml        | field: units               | field: city                        | the rows have no 'city' to be ordered by | verified/duds.yaml > order_by
            verified/scorecard.yaml   | range: last_week           | range: last_tuesday                | There is no range 'last_tuesday' | verified/scorecard.yaml > task:
            calendar.yaml             | tz: Asia/Kolkata           | tz: Asia/Atlantis                  | Asia/Atlantis |
            calendar.yaml             | default_days: 28           | default_days: 0                    | must have a minimum value of 1 |
            calendar.yaml             | end: 2025-10-20            | end: 2025-10-19                    | it ends (2025-10-19) before it starts |
            calendar.yaml             | end: 2025-10-20            | end: 2025-02-30                    | '2025-02-30' is no date |
            calendar.yaml             | start: 2025-10-20, end: 2025-10-20 | start: 2024-10-20, end: 2024-10-20 | has a date in 2024 already |
            calendar.yaml             | [Deepavali                 | [Holi                              | 'Holi' means Diwali already | calendar.yaml > name: Holi
            metrics/roas.yaml         | direction: up              | unit: percent                      | 'unit' stands here twice |
            metrics/roas.yaml         | formula: revenue           | formula: [revenue                  | this is no YAML | metrics/roas.yaml > unit: ratio
            """)
    void tellsOfTheFaultWhereItStands(
            String path, String piece, String by, String message, @Nullable String elsewhere) {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder).replace(path, piece, by);
        var place = elsewhere == null ? List.of(path, by) : List.of(elsewhere.split(" > "));

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.message()).contains(message);
            assertThat(finding.file()).isEqualTo(place.getFirst());
            assertThat(finding.line()).isEqualTo(registry.line(place.getFirst(), place.getLast()));
        });
    }
}
