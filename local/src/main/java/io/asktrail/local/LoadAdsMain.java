package io.asktrail.local;

import io.asktrail.ads.exports.LoadAdsCommand;
import io.asktrail.local.data.Databases;

/** Loads reports of the Amazon Ads console into this home's store of a seller's own ads. */
public final class LoadAdsMain {
    private LoadAdsMain() {}

    public static void main(String[] args) {
        OwnFiles.load(Databases::adsLoader, LoadAdsCommand::main, args);
    }
}
