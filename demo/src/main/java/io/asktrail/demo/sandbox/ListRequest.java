package io.asktrail.demo.sandbox;

import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.world.Campaign;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which campaigns are wanted, as the newer interfaces are asked for them. An empty body wants all. */
record ListRequest(
        @Nullable Included stateFilter,
        @Nullable Included campaignIdFilter,
        @Nullable Integer maxResults,
        @Nullable String nextToken) {

    record Included(@Nullable List<String> include) {
        boolean has(String value) {
            return include == null || include.isEmpty() || include.contains(value);
        }
    }

    static ListRequest in(Call call) {
        if (call.text().isBlank()) {
            return new ListRequest(null, null, null, null);
        }
        try {
            return JsonMapper.shared().readValue(call.body(), ListRequest.class);
        } catch (JacksonException e) {
            throw invalid("The request cannot be read: " + e.getOriginalMessage());
        }
    }

    /** Leads to the campaign at that position. */
    static String token(int position) {
        return Base64.getUrlEncoder().encodeToString(("from:" + position).getBytes(StandardCharsets.UTF_8));
    }

    boolean keeps(Campaign campaign, String state) {
        return (stateFilter == null || stateFilter.has(state))
                && (campaignIdFilter == null || campaignIdFilter.has(Long.toString(campaign.id())));
    }

    int count(int longest) {
        if (maxResults == null) {
            return longest;
        }
        if (maxResults < 1) {
            throw invalid("maxResults must be at least 1, not " + maxResults);
        }
        return Math.min(longest, maxResults);
    }

    int from() {
        if (nextToken == null) {
            return 0;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(nextToken), StandardCharsets.UTF_8);
            return Integer.parseUnsignedInt(text.replaceFirst("^from:", ""));
        } catch (IllegalArgumentException e) {
            throw invalid("nextToken is not valid");
        }
    }

    private static ApiException invalid(String detail) {
        return new ApiException(400, "INVALID_ARGUMENT", detail);
    }
}
