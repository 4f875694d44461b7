package io.asktrail.querying.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Between a client and PostgreSQL: passes everything on, and counts how often the client ended what it had to say. */
final class ListenedWire implements AutoCloseable {
    private static final int SYNC = 'S';

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger syncs = new AtomicInteger();

    private ListenedWire(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    /** @param server its port on this machine */
    static ListenedWire to(int server) throws IOException {
        var wire = new ListenedWire(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), server);
        Thread.ofPlatform().daemon().start(wire::passOn);
        return wire;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Sync messages up to now: after each of them a client waits for the server. */
    int syncs() {
        return syncs.get();
    }

    private void passOn() {
        try (var client = door.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), server)) {
            Thread.ofPlatform().daemon().start(() -> copyReplies(there, client));
            copyRequests(client, there);
        } catch (IOException _) {
            // Whoever closed the connection has no more to say.
        }
    }

    private void copyRequests(Socket client, Socket there) throws IOException {
        var from = new DataInputStream(client.getInputStream());
        var to = new DataOutputStream(there.getOutputStream());
        copyBody(from, to); // the first message has no letter before its length
        while (true) {
            var letter = from.readByte();
            // Counted before it is passed on, so that it is counted before it is answered.
            if (letter == SYNC) {
                syncs.incrementAndGet();
            }
            to.writeByte(letter);
            copyBody(from, to);
        }
    }

    private static void copyBody(DataInputStream from, DataOutputStream to) throws IOException {
        var length = from.readInt();
        to.writeInt(length);
        to.write(from.readNBytes(length - Integer.BYTES));
    }

    private static void copyReplies(Socket there, Socket client) {
        try {
            there.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // As above.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
