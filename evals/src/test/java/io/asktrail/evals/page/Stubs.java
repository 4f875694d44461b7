package io.asktrail.evals.page;

/** What services would answer, as the API describes it. */
final class Stubs {
    static final String ME = """
        {"sub":"priya","roles":["manager"],"regions":["*"],"teams":[],"may_operate":true}\
        """;

    static final String CONVERSATIONS = """
        {"conversations":[
          {"id":"c1","title":"How many orders in October","last_question":"and by state?","asked_at":"2025-11-15T08:30:00Z","answers":2},
          {"id":"c2","title":"Why did ROAS fall last week?","last_question":"Why did ROAS fall last week?","asked_at":"2025-11-14T16:05:00Z","answers":1}]}
        """;

    static final String RECENT = """
        {"questions":["Refund rate by category last quarter","Top 5 campaigns by ROAS"]}\
        """;

    static final String FRESHNESS = """
        {"sources":[
          {"tool":"sales_db","label":"Order lines","fresh_to":"2025-11-15","provisional_from":null,"synced_at":"2025-11-15T20:31:00Z","state":"ok"},
          {"tool":"amazon_ads_api","label":"Amazon Ads, by campaign","fresh_to":"2025-11-15","provisional_from":"2025-11-02","synced_at":null,"state":"behind"}]}
        """;

    /** 132 questions, 106 of them answered in full: 80 of 100. */
    static final String OPERATIONS = """
        {"from":"2025-11-15T00:00:00Z","to":"2025-11-15T06:00:00Z",
         "questions":{"per_hour":[
           {"hour":"2025-11-15T00:00:00Z","answered":4,"partial":0,"clarification":1,"refused":0,"failed":0},
           {"hour":"2025-11-15T01:00:00Z","answered":11,"partial":1,"clarification":2,"refused":1,"failed":0},
           {"hour":"2025-11-15T02:00:00Z","answered":23,"partial":2,"clarification":1,"refused":1,"failed":0},
           {"hour":"2025-11-15T03:00:00Z","answered":31,"partial":3,"clarification":3,"refused":2,"failed":2},
           {"hour":"2025-11-15T04:00:00Z","answered":22,"partial":1,"clarification":2,"refused":1,"failed":0},
           {"hour":"2025-11-15T05:00:00Z","answered":15,"partial":1,"clarification":1,"refused":1,"failed":0}]},
         "latency":[
           {"stage":"reading","p50_ms":9,"p95_ms":31,"count":132},
           {"stage":"planning","p50_ms":6,"p95_ms":18,"count":117},
           {"stage":"steps","p50_ms":148,"p95_ms":1210,"count":113},
           {"stage":"composing","p50_ms":12,"p95_ms":40,"count":113},
           {"stage":"total","p50_ms":183,"p95_ms":1390,"count":132}],
         "cache":{"hit":41,"miss":72,"joined":3},
         "model":{"calls":7,"tokens":9120,"cost":"0.0184","currency":"USD"},
         "agents":[
           {"id":"router","state":"up","latency_ms":2,"detail":null},
           {"id":"planner","state":"up","latency_ms":1,"detail":null},
           {"id":"ads","state":"up","latency_ms":4,"detail":null},
           {"id":"sales","state":"up","latency_ms":3,"detail":null},
           {"id":"insights","state":"down","latency_ms":null,"detail":"agent-insights has not answered within 500 ms"}],
         "breakers":[{"tool":"sales_db","state":"closed"},{"tool":"amazon_ads_api","state":"half_open"}],
         "sync":[{"source":"Amazon Ads, by campaign","state":"ok","last_success":"2025-11-15T05:40:00Z","behind":null},
                 {"source":"Amazon Ads, search terms","state":"behind","last_success":"2025-11-14T21:10:00Z","behind":"2 days are still to come"}],
         "failing":[{"answer_id":"ans_1","question":"Why did ACOS rise in Goa?","status":"failed","code":"AGENT_DOWN","asked_at":"2025-11-15T03:22:00Z","sub":"arjun"},
                    {"answer_id":"ans_2","question":"ROAS by city last month","status":"refused","code":"NO_PATH","asked_at":"2025-11-15T03:04:00Z","sub":"priya"}],
         "drift":[{"kind":"column_gone","connection":"warehouse","table":"sales.fees","column":"spend_micros","metrics":["cogs"],"dimensions":[],
                   "sentence":"In sales.fees the column spend_micros is gone; COGS cannot be worked out."}]}
        """;

    static final String NOTHING_KNOWN = """
        {"from":"2025-11-15T00:00:00Z","to":"2025-11-15T06:00:00Z","questions":null,"latency":null,"cache":null,"model":null,
         "agents":null,"breakers":null,"sync":null,"failing":null,"drift":null}
        """;

    private Stubs() {}

    static String conversation(String answerId) {
        return """
            {"id":"c1","turns":[{"answer_id":"%s","question":"How many orders in October","status":"answered",
             "asked_at":"2025-11-15T08:30:00Z","text":"Orders were few."}]}
            """.formatted(answerId);
    }
}
