import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An open-loop load: requests begin at a steady rate whether or not the ones before have ended, as people do who know
 * nothing of each other. For each rate it prints how many were answered a second, and how long a refusal took.
 *
 * <pre>java bench/OpenLoad.java URL TOKEN_FILE BODY SECONDS RATE [RATE …]</pre>
 *
 * With {@code RATE+} it finds the capacity itself: the rate grows by a quarter from run to run until two runs answer no more
 * than the best one before. What that one answered is the peak. Then the rate of the peak and twice its answers are offered in
 * turns, so that a machine that becomes slower or faster meanwhile does so for both; told is what is kept in each pair.
 *
 * In BODY, {@code %day} becomes one of the last 300 days and {@code %d} a small number; no two requests have both in common.
 */
class OpenLoad {
    private static final int PAIRS = 5;

    /** Not from 1: what a run just before has asked is kept for a minute, and would be answered from that. */
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.currentTimeMillis() / 1_000 % 100) * 20_000);

    /** @param nanos from the moment it should have begun, so that a client that falls behind hides nothing */
    private record Done(int status, long nanos) {}

    public static void main(String[] args) throws Exception {
        var url = URI.create(args[0]);
        var token = Files.readString(Path.of(args[1])).strip();
        var seconds = Integer.parseInt(args[3]);
        System.setProperty("http.maxConnections", "1000");
        System.setProperty("sun.net.http.retryPost", "false");
        run(url, token, args[2], 10, rate(args[4])); // the JIT compiler's time is not the question's
        if (args[4].endsWith("+")) {
            atTwiceCapacity(url, token, args[2], seconds, rate(args[4]));
            return;
        }
        for (var rate : Arrays.copyOfRange(args, 4, args.length)) {
            print(Integer.parseInt(rate), seconds, run(url, token, args[2], seconds, Integer.parseInt(rate)));
        }
    }

    private static int rate(String argument) {
        return Integer.parseInt(argument.replace("+", ""));
    }

    private static void atTwiceCapacity(URI url, String token, String body, int seconds, int first)
            throws InterruptedException {
        var peak = 0.0;
        var best = first;
        var noMore = 0; // one run may have been disturbed
        for (var rate = first; noMore < 2; rate += Math.max(1, rate / 4)) {
            var done = run(url, token, body, seconds, rate);
            print(rate, seconds, done);
            var answered = nanos(done, 200).length / (double) seconds;
            noMore++;
            if (answered > peak) {
                noMore = 0;
                peak = answered;
                best = rate;
            }
        }
        var kept = new double[PAIRS];
        var refused = new ArrayList<Done>();
        for (var pair = 0; pair < PAIRS; pair++) {
            var atPeak = rested(url, token, body, seconds, best);
            var atTwice = rested(url, token, body, seconds, (int) Math.ceil(2 * peak));
            kept[pair] = 100.0 * nanos(atTwice, 200).length / nanos(atPeak, 200).length;
            refused.addAll(atTwice);
        }
        Arrays.sort(kept);
        var nanos = nanos(refused, 429);
        System.out.printf(
                Locale.ROOT,
                "peak=%.0f/s at_twice_kept=%.0f%% (%.0f-%.0f) refused_p50_ms=%.1f p99_ms=%.1f within_100_ms=%.2f%%%n",
                peak,
                kept[PAIRS / 2],
                kept[0],
                kept[PAIRS - 1],
                part(nanos, 0.5),
                part(nanos, 0.99),
                100.0 * Arrays.stream(nanos).filter(one -> one <= 100_000_000).count() / Math.max(1, nanos.length));
    }

    /** What is still under way is not the next run's. */
    private static List<Done> rested(URI url, String token, String body, int seconds, int rate)
            throws InterruptedException {
        Thread.sleep(2_000);
        var done = run(url, token, body, seconds, rate);
        print(rate, seconds, done);
        return done;
    }

    private static List<Done> run(URI url, String token, String body, int seconds, int rate) {
        var done = new ConcurrentLinkedQueue<Done>();
        var began = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0L; i < (long) seconds * rate; i++) {
                var due = began + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                callers.submit(() -> done.add(new Done(status(url, token, filled(body)), System.nanoTime() - due)));
            }
        }
        return List.copyOf(done);
    }

    /** The JDK's older client takes a third of the processor time of the newer one, which is time that the server has. */
    private static int status(URI url, String token, String body) {
        try {
            var call = (HttpURLConnection) url.toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + token);
            call.setRequestProperty("Content-Type", "application/json");
            call.setDoOutput(true);
            try (var out = call.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            var status = call.getResponseCode();
            try (var in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return status;
        } catch (IOException failed) {
            return 0;
        }
    }

    private static String filled(String body) {
        var number = NUMBER.incrementAndGet();
        var day = java.time.LocalDate.of(2025, 11, 15).minusDays(number % 300);
        return body.replace("%day", day.toString()).replace("%d", Integer.toString(1 + number / 300));
    }

    private static void print(int rate, int seconds, List<Done> done) {
        var answered = nanos(done, 200);
        var refused = nanos(done, 429);
        System.out.printf(
                Locale.ROOT,
                "offered=%d/s answered=%.0f/s refused=%.0f/s other=%d answered_p50_ms=%.1f p99_ms=%.1f"
                        + " refused_p50_ms=%.1f p99_ms=%.1f%n",
                rate,
                answered.length / (double) seconds,
                refused.length / (double) seconds,
                done.size() - answered.length - refused.length,
                part(answered, 0.5),
                part(answered, 0.99),
                part(refused, 0.5),
                part(refused, 0.99));
    }

    private static long[] nanos(List<Done> done, int status) {
        return done.stream().filter(one -> one.status == status).mapToLong(Done::nanos).sorted().toArray();
    }

    private static double part(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * part)] / 1e6;
    }
}
