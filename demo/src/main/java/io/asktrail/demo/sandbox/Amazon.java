package io.asktrail.demo.sandbox;

import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Reply;
import io.asktrail.demo.sandbox.report.Reports;
import java.io.IOException;

/** Answers as Amazon would on a good day. */
record Amazon(Tokens tokens, Profiles profiles, CampaignLists campaigns, Reports reports, Budget budget) {

    /** @throws ApiException where Amazon would refuse */
    Reply answer(Call call) throws IOException {
        if (call.endpoint().isApi()) {
            tokens.check(call);
            var wait = budget.spend();
            if (wait.isPresent()) {
                return Reply.throttled(call.endpoint(), wait.get());
            }
        }
        if (call.endpoint().needsProfile()) {
            profiles.check(call);
        }
        return switch (call.endpoint()) {
            case TOKEN -> tokens.refresh(call);
            case PROFILES -> profiles.list(call);
            case CREATE_REPORT -> reports.create(call);
            case REPORT_STATUS -> reports.status(call);
            case CANCEL_REPORT -> reports.cancel(call);
            case DOWNLOAD -> reports.download(call);
            case SP_CAMPAIGNS -> campaigns.sponsoredProducts(call);
            case SB_CAMPAIGNS -> campaigns.sponsoredBrands(call);
            case SD_CAMPAIGNS -> campaigns.sponsoredDisplay(call);
        };
    }
}
