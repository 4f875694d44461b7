package io.asktrail.service.loading;

/** Whether a stream of bytes is UTF-8, seen piece by piece. */
public final class Utf8Check {
    private boolean holds = true;
    private int awaited;

    public void see(byte[] bytes, int length) {
        for (var i = 0; i < length && holds; i++) {
            see(bytes[i] & 0xff);
        }
    }

    public boolean holds() {
        return holds && awaited == 0;
    }

    private void see(int octet) {
        if (awaited > 0) {
            holds = octet >>> 6 == 0b10;
            awaited--;
        } else if (octet >= 0x80) {
            awaited = followers(octet);
            holds = awaited > 0;
        }
    }

    private static int followers(int first) {
        if (first >= 0xc2 && first <= 0xdf) {
            return 1;
        }
        if (first >>> 4 == 0b1110) {
            return 2;
        }
        return first >= 0xf0 && first <= 0xf4 ? 3 : 0;
    }
}
