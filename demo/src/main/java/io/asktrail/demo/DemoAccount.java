package io.asktrail.demo;

import io.asktrail.adsstore.StoredProfile;

/** The invented advertiser's account at Amazon. */
public final class DemoAccount {
    public static final long PROFILE_ID = 3_141_592_653_589_793L;
    public static final StoredProfile PROFILE =
            new StoredProfile(PROFILE_ID, "IN", "INR", DemoSettings.ZONE, "Asktrail Demo Shop");

    private DemoAccount() {}
}
