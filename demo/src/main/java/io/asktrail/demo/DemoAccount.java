package io.asktrail.demo;

import io.asktrail.adsstore.StoredProfile;

/** The invented advertiser's account at Amazon. */
public final class DemoAccount {
    /** A number that a double cannot hold. */
    public static final long PROFILE_ID = 9_007_199_254_740_993L;

    public static final StoredProfile PROFILE =
            new StoredProfile(PROFILE_ID, "IN", "INR", DemoSettings.ZONE, "Asktrail Demo Shop");

    private DemoAccount() {}
}
