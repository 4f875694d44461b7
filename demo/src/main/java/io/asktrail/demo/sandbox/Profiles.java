package io.asktrail.demo.sandbox;

import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Reply;
import java.util.List;
import java.util.Set;

/** The one profile that there is: the demo's shop, a seller in India. */
final class Profiles {
    private static final String TYPE = "seller";
    private static final Set<String> TYPES = Set.of(TYPE, "vendor", "agency");
    private static final Set<String> PROGRAMS =
            Set.of("billing", "campaign", "paymentMethod", "store", "report", "account", "posts");
    private static final Set<String> ACCESS = Set.of("edit", "view");

    private final long profileId;

    Profiles(long profileId) {
        this.profileId = profileId;
    }

    private record Profile(
            long profileId, String countryCode, String currencyCode, String timezone, Account accountInfo) {}

    private record Account(
            String marketplaceStringId, String id, String type, String name, boolean validPaymentMethod) {}

    Reply list(Call call) {
        checkChoice(call, "apiProgram", PROGRAMS);
        checkChoice(call, "accessLevel", ACCESS);
        checkChoice(call, "profileTypeFilter", TYPES);
        checkChoice(call, "validPaymentMethodFilter", Set.of("true", "false"));
        var types = call.queryList("profileTypeFilter");
        boolean kept = (types.isEmpty() || types.contains(TYPE))
                && !call.query("validPaymentMethodFilter").orElse("").equals("false");
        return Reply.json(Reply.JSON, kept ? List.of(profile()) : List.of());
    }

    /** @throws ApiException 401 where the call does not say that it is for this profile */
    void check(Call call) {
        var scope = call.header("Amazon-Advertising-API-Scope")
                .orElseThrow(() -> ApiException.unauthorized("Scope header is missing"));
        if (!scope.equals(Long.toString(profileId))) {
            throw ApiException.unauthorized("Not authorized for scope " + scope + ": no matching advertiser found");
        }
    }

    private Profile profile() {
        var account = new Account("A21TJRUUN4KGV", "A2ASKTRAILDEMO", TYPE, "Asktrail Demo Shop", true);
        return new Profile(profileId, "IN", "INR", DemoSettings.ZONE.getId(), account);
    }

    private static void checkChoice(Call call, String name, Set<String> choices) {
        for (var value : call.queryList(name)) {
            if (!choices.contains(value)) {
                throw new ApiException(
                        400, "INVALID_ARGUMENT", "%s must be one of %s, not %s".formatted(name, choices, value));
            }
        }
    }
}
