package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.world.Channel;

/** Amazon's name of a channel in reports. */
public enum AdProduct {
    SPONSORED_PRODUCTS(Channel.SP),
    SPONSORED_BRANDS(Channel.SB),
    SPONSORED_DISPLAY(Channel.SD);

    private final Channel channel;

    AdProduct(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }
}
