package io.asktrail.registry.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What templates of the demo come to, written as a plan writes their parameters. */
class TemplateCallTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));

    @Test
    void comesToTheFetchThatSomebodyWouldHaveWritten() {
        // When
        var call = TemplateCall.of(DEMO, inputs("""
            {"sql_template": "top_products.sql", "tz": "Europe/Berlin", "params": {"start": "2025-10-01",
             "end": "2025-10-31", "geo": ["Delhi", "Goa"], "category": "Bags", "at_least": 99.5, "top": 3}}\
            """));

        // Then
        assertThat(call.tool()).hasToString("sales_db.query");
        assertThat(call.inputs()).isEqualTo(JsonMapper.shared().readValue("""
            {"metrics": ["gross_sales", "units", "orders", "refunds"], "group_by": ["product"],
             "date_range": "2025-10-01..2025-10-31", "tz": "Europe/Berlin",
             "entities": {"geo": ["Delhi", "Goa"], "category": ["Bags"]},
             "filters": [{"field": "gross_sales", "op": ">=", "value": 99.5}],
             "order_by": [{"field": "gross_sales", "direction": "desc"}], "limit": 3}\
            """, StepInputs.Fetch.class));
    }

    @Test
    void leavesOutConditionsWhoseParameterIsNotGiven() {
        // When
        var fetch = TemplateCall.of(DEMO, inputs("""
                {"sql_template": "top_products", "params": {"start": "2025-10-01", "end": "2025-10-01", "geo": null}}
                """)).inputs();

        // Then
        assertThat(fetch.entities().isEmpty()).isTrue();
        assertThat(fetch.filters()).isEmpty();
        assertThat(fetch.limit()).isEqualTo(1000);
        assertThat(fetch.tz()).hasToString("Asia/Kolkata");
    }

    @Test
    void takesOneTextForAListAndNoMoreRowsThanTheTemplateGives() {
        // When
        var fetch = TemplateCall.of(DEMO, inputs("""
                {"sql_template": "top_products", "params": {"start": "2025-10-01", "end": "2025-10-31", "geo": "Delhi",
                 "top": 5000000}}
                """)).inputs();

        // Then
        assertThat(fetch.entities().kept().values()).containsExactly(java.util.List.of("Delhi"));
        assertThat(fetch.limit()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "start": "2025-10-01"             | needs the parameter 'end': the last day
            "start": "2025-10-01", "end": "31.10.2025" | 'end' of 'top_products' is a date: write "2025-10-31"
            "start": "2025-10-01", "end": "2025-02-30" | 'end' of 'top_products' is a date
            "start": "2025-10-01", "end": 20251031     | 'end' of 'top_products' is a date
            "start": "2025-10-31", "end": "2025-10-01" | end (2025-10-01) before they start
            "start": "2025-10-01", "end": "2025-10-31", "state": "Delhi" | has no parameter 'state'; it has start, end, geo
            "start": "2025-10-01", "end": "2025-10-31", "geo": "Dilli"   | 'Dilli' is no known value of 'geo'
            "start": "2025-10-01", "end": "2025-10-31", "geo": []        | one text or a list of texts
            "start": "2025-10-01", "end": "2025-10-31", "geo": 5         | one text or a list of texts
            "start": "2025-10-01", "end": "2025-10-31", "category": ["Bags"] | 'category' of 'top_products' is a text
            "start": "2025-10-01", "end": "2025-10-31", "at_least": "5"  | a number, without quotes
            "start": "2025-10-01", "end": "2025-10-31", "at_least": true | a number, without quotes
            "start": "2025-10-01", "end": "2025-10-31", "top": 2.5       | a whole number, without quotes
            "start": "2025-10-01", "end": "2025-10-31", "top": 9e99      | a whole number, without quotes
            "start": "2025-10-01", "end": "2025-10-31", "top": -1        | keeps no row
            """)
    void saysWhichParameterIsWrongAndHow(String params, String sentence) {
        assertThatThrownBy(() -> TemplateCall.of(
                        DEMO, inputs("{\"sql_template\": \"top_products\", \"params\": {" + params + "}}")))
                .isInstanceOfSatisfying(SuiteException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
                    assertThat(refused.forCaller()).contains(sentence);
                });
    }

    @Test
    void refusesAValueThatTheTemplateDoesNotList() {
        assertThatThrownBy(() -> TemplateCall.of(DEMO, inputs("""
                {"sql_template": "sales_by_campaign", "params": {"start": "2025-10-01", "end": "2025-10-31",
                 "channels": ["SP", "TV"]}}
                """)))
                .hasMessageContaining("'TV' is no value of the parameter 'channels'; it may be SP, SB, SD");
    }

    @Test
    void namesTheTemplatesThatThereAre() {
        assertThatThrownBy(() -> TemplateCall.of(DEMO, inputs("{\"sql_template\": \"nothing\", \"params\": {}}")))
                .hasMessageContaining("There is no template 'nothing'; there are")
                .hasMessageContaining("top_products");
    }

    private static StepInputs.Template inputs(String json) {
        return JsonMapper.shared().readValue(json, StepInputs.Template.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"sql": "select 1"}
            [["Delhi"]]
            [5]
            """)
    void readsNoParameterThatIsAStructure(String value) {
        assertThatThrownBy(() -> inputs("{\"sql_template\": \"x\", \"params\": {\"geo\": " + value + "}}"))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
