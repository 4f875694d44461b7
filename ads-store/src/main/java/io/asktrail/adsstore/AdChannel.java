package io.asktrail.adsstore;

/** Amazon's sponsored ad products, as the store and the registry call them. */
public enum AdChannel {
    /** Sponsored Products. */
    SP,
    /** Sponsored Brands. */
    SB,
    /** Sponsored Display. */
    SD
}
