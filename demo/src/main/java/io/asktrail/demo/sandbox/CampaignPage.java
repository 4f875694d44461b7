package io.asktrail.demo.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the campaigns that were found; the token leads to the next ones, and is absent at the end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignPage(List<CampaignJson> campaigns, @Nullable String nextToken, int totalResults) {
    CampaignPage {
        campaigns = List.copyOf(campaigns);
    }
}
