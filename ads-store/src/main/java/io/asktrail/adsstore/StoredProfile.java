package io.asktrail.adsstore;

import java.time.ZoneId;

/**
 * An advertiser's account in one marketplace.
 *
 * @param id Amazon's, or one of {@link ExportedIds} for an account that only exports told of
 * @param currency ISO 4217; all money of its reports is in it
 * @param zone the days of its reports are days there
 */
public record StoredProfile(long id, String countryCode, String currency, ZoneId zone, String accountName) {}
