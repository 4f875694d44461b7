package io.asktrail.planner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String FORM = """
        {"type":"object","properties":{
          "steps":{"type":"array","items":{"anyOf":[
            {"type":"object","properties":{
              "kind":{"type":"string","enum":["read"]},
              "id":{"type":"string"},
              "tool":{"type":"string","enum":["shop.orders"]},
              "metrics":{"type":"array","items":{"type":"string","enum":["spend","acos"]}},
              "group_by":{"type":"array","items":{"type":"string","enum":["geo","date"]}},
              "period":{"type":"string","enum":["asked","compared"]},
              "only":{"type":["string","null"]}},
             "required":["kind","id","tool","metrics","group_by","period","only"],"additionalProperties":false},
            {"type":"object","properties":{
              "kind":{"type":"string","enum":["work"]},
              "id":{"type":"string"},
              "left":{"type":"string"},
              "right":{"type":["string","null"]},
              "work_out":{"type":"array","items":WORK_OUT},
              "select":{"type":"array","items":{"type":"string","enum":["spend","acos"]}},
              "conditions":{"type":"boolean"},
              "calculations":{"type":"boolean"},
              "order":{"type":"string","enum":["none","sorted","first"]},
              "fill":{"type":"boolean"},
              "within":{"type":["string","null"]}},
             "required":["kind","id","left","right","work_out","select","conditions","calculations","order","fill",
               "within"],"additionalProperties":false},
            {"type":"object","properties":{
              "kind":{"type":"string","enum":["compare"]},
              "id":{"type":"string"},
              "current":{"type":"string"},
              "previous":{"type":"string"},
              "metrics":{"type":"array","items":{"type":"string","enum":["spend","acos"]}},
              "order":{"type":"string","enum":["none","sorted","first"]}},
             "required":["kind","id","current","previous","metrics","order"],"additionalProperties":false}]}},
          "table":{"type":"string"}},
         "required":["steps","table"],"additionalProperties":false}
        """;

    private static PlanSchema schema(String... formulas) {
        return new PlanSchema(
                List.of("shop.orders"), List.of("spend", "acos"), List.of(formulas), List.of("geo", "date"));
    }

    @Test
    void namesAreTheRegistrysAndEveryFieldIsThere() {
        assertThat(JSON.readTree(schema("acos").json()))
                .isEqualTo(JSON.readTree(FORM.replace("WORK_OUT", "{\"type\":\"string\",\"enum\":[\"acos\"]}")));
    }

    @Test
    void whereNothingIsWorkedOutTheFormStaysOneThatStrictModeTakes() {
        // An empty enum would be refused by the service.
        assertThat(JSON.readTree(schema().json()))
                .isEqualTo(JSON.readTree(FORM.replace("WORK_OUT", "{\"type\":\"string\"}")));
    }
}
