package io.asktrail.ads.amazon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.asktrail.adsstore.AdMeasures;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** Serves a report of many rows and reads it with the client; run in a heap that could not hold it. */
final class LargeReportMain {
    static final int ROWS = 600_000;
    static final long FIRST_ID = 9_007_199_254_740_993L;

    private LargeReportMain() {}

    public static void main(String[] args) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LargeReportMain::send);
        server.start();
        try {
            var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var settings = AmazonSettings.of(AmazonRegion.EU, new AmazonSettings.Login("a", "b", "c"))
                    .at(base);
            var seen = new Seen();
            new HttpAmazonAds(settings, Clock.systemUTC())
                    .download(
                            new ReportState.Ready(base.resolve("/file"), Instant.MAX, 0),
                            AdsReport.SP_CAMPAIGNS,
                            seen::take);
            System.out.printf("%d rows, cost %s, last id %d%n", seen.rows, seen.cost, seen.lastId);
        } finally {
            server.stop(0);
        }
    }

    private static void send(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        try (var out = new OutputStreamWriter(new GZIPOutputStream(call.getResponseBody()), StandardCharsets.UTF_8)) {
            for (var row = 0; row < ROWS; row++) {
                out.write(row == 0 ? "[" : ",");
                out.write("""
                        {"date":"2025-10-01","campaignId":%d,"impressions":1,"clicks":1,"cost":%d.01,"sales7d":2.50}""".formatted(FIRST_ID + row, row));
            }
            out.write("]");
        }
    }

    private static final class Seen {
        private int rows;
        private BigDecimal cost = BigDecimal.ZERO;
        private long lastId;

        private void take(AdsRow row) {
            if (row
                    instanceof
                    AdsRow.OfCampaign(
                            var _,
                            var campaign,
                            AdMeasures(var _, var _, var spent, var _, var _, var _, var _),
                            var _)) {
                rows++;
                cost = cost.add(spent);
                lastId = campaign;
            }
        }
    }
}
