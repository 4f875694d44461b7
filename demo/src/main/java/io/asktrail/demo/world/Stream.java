package io.asktrail.demo.world;

/** Keeps the dice of different questions apart. The numbers are part of the data: never renumber them. */
public enum Stream {
    ORDERS_OF_DAY(1),
    ORDER(2),
    HOME_OF_CUSTOMER(3),
    CAMPAIGN_TRAITS(4),
    CAMPAIGN_PRODUCTS(5),
    CAMPAIGN_TARGETS(6),
    CAMPAIGN_DAY(7),
    INCIDENT(8),
    NEW_CUSTOMERS(9);

    private final int key;

    Stream(int key) {
        this.key = key;
    }

    public Dice dice(long seed, long... keys) {
        long[] all = new long[keys.length + 1];
        all[0] = key;
        System.arraycopy(keys, 0, all, 1, keys.length);
        return Dice.of(seed, all);
    }
}
