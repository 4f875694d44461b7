package io.asktrail.postgres;

/** How each service logs in. */
public record ServiceLogins(
        Credentials state,
        Credentials router,
        Credentials loader,
        Credentials sales,
        Credentials ads,
        Credentials adsSync) {
    public Credentials of(ServiceRole role) {
        return switch (role) {
            case STATE -> state;
            case ROUTER -> router;
            case LOADER -> loader;
            case SALES -> sales;
            case ADS -> ads;
            case ADS_SYNC -> adsSync;
        };
    }
}
