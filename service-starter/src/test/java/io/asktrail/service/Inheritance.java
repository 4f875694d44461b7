package io.asktrail.service;

import io.asktrail.contracts.caller.CallContext;
import java.util.List;
import org.springframework.web.service.annotation.GetExchange;

/** What several agents have in common, with an answer of its own for those that do not serve it. */
public interface Inheritance {
    @GetExchange("/inherited")
    default List<String> inherited(CallContext call) {
        return List.of("not served");
    }
}
