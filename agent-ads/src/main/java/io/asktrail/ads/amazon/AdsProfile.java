package io.asktrail.ads.amazon;

import io.asktrail.adsstore.StoredProfile;
import java.time.ZoneId;
import java.util.Currency;

/**
 * An advertiser's account in one marketplace.
 *
 * @param zone the days of its reports are days there
 * @param type {@code seller}, {@code vendor} or {@code agency}
 */
public record AdsProfile(long id, String countryCode, Currency currency, ZoneId zone, String accountName, String type) {
    public StoredProfile stored() {
        return new StoredProfile(id, countryCode, currency.getCurrencyCode(), zone, accountName);
    }
}
