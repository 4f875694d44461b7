package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.ads.amazon.AmazonHttp.Call;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.StoredCampaign;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amazon Ads over HTTP: profiles version 2, reporting version 3, and the campaign lists of each ad product. */
public final class HttpAmazonAds implements AmazonAds {
    private static final int MOST_DAYS = 31;
    private static final String CREATE = "application/vnd.createasyncreportrequest.v3+json";
    private static final String CREATED = "application/vnd.createasyncreportresponse.v3+json";
    private static final String GOT = "application/vnd.getasyncreportresponse.v3+json";
    private static final Pattern DUPLICATE = Pattern.compile("duplicate of\\s*:?\\s*([A-Za-z0-9._-]+)");

    private final AmazonSettings settings;
    private final Clock clock;
    private final AmazonHttp http;

    public HttpAmazonAds(AmazonSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = new AmazonHttp(settings, clock);
    }

    @Override
    public List<AdsProfile> profiles() {
        var call = new Call(
                "the list of accounts",
                HttpMethod.GET,
                "/v2/profiles",
                null,
                MediaType.APPLICATION_JSON_VALUE,
                null,
                null);
        return http.json(
                call, reply -> reply.valueStream().map(HttpAmazonAds::profile).toList());
    }

    private static AdsProfile profile(JsonNode profile) {
        var account = profile.path("accountInfo");
        return new AdsProfile(
                profile.path("profileId").asLong(),
                profile.path("countryCode").asString(),
                Currency.getInstance(profile.path("currencyCode").asString()),
                ZoneId.of(profile.path("timezone").asString()),
                account.path("name").asString(""),
                account.path("type").asString(""));
    }

    @Override
    public ReportTicket request(AdsProfile profile, AdsReport report, LocalDate first, LocalDate last) {
        mustBeGiven(profile, report, first, last);
        var call = new Call(
                "the report %s of %s to %s".formatted(report.id(), first, last),
                HttpMethod.POST,
                "/reporting/reports",
                profile.id(),
                CREATED,
                CREATE,
                order(ReportShape.of(report), first, last));
        return http.send(call, reply -> created(call, reply));
    }

    // Made twice because the first answer was lost, or by somebody else: it is the same report.
    private static ReportTicket created(Call call, ClientHttpResponse reply) throws IOException {
        if (reply.getStatusCode().value() == 425) {
            var said = Replies.said(reply);
            var duplicate = DUPLICATE.matcher(said);
            if (duplicate.find()) {
                return new ReportTicket(duplicate.group(1));
            }
            throw new AmazonException(
                    Trouble.REJECTED,
                    "Amazon says that %s is made already, but not where: %s.".formatted(call.what(), said));
        }
        if (reply.getStatusCode().isError()) {
            throw Replies.failure(call.what(), reply);
        }
        var said = AmazonHttp.read(call, reply);
        return AmazonHttp.understood(
                call, () -> new ReportTicket(said.path("reportId").asString()));
    }

    private void mustBeGiven(AdsProfile profile, AdsReport report, LocalDate first, LocalDate last) {
        var today = LocalDate.now(clock.withZone(profile.zone()));
        var oldest = today.minusDays(report.retentionDays());
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS || last.isBefore(first)) {
            throw new AmazonException(
                    Trouble.OUT_OF_WINDOW,
                    "A report covers 1 to %d days; %s to %s does not.".formatted(MOST_DAYS, first, last));
        }
        if (first.isBefore(oldest) || last.isAfter(today)) {
            throw new AmazonException(
                    Trouble.OUT_OF_WINDOW,
                    "Amazon gives %s from %s to %s, not %s to %s. Older days come from console exports."
                            .formatted(report.id(), oldest, today, first, last));
        }
    }

    private static String order(ReportShape shape, LocalDate first, LocalDate last) {
        var order = JsonMapper.shared().createObjectNode();
        order.put("startDate", first.toString()).put("endDate", last.toString());
        var configuration = order.putObject("configuration");
        configuration.put("adProduct", shape.adProduct());
        configuration.putArray("groupBy").add(shape.groupBy());
        var columns = configuration.putArray("columns");
        shape.columnNames().forEach(columns::add);
        configuration
                .put("reportTypeId", shape.typeId())
                .put("timeUnit", "DAILY")
                .put("format", "GZIP_JSON");
        return order.toString();
    }

    @Override
    public ReportState state(AdsProfile profile, ReportTicket ticket) {
        var call = new Call(
                "the state of a report",
                HttpMethod.GET,
                "/reporting/reports/" + ticket.id(),
                profile.id(),
                GOT,
                null,
                null);
        return http.json(call, HttpAmazonAds::state);
    }

    private static ReportState state(JsonNode reply) {
        return switch (reply.path("status").asString("").toUpperCase(Locale.ROOT)) {
            case "PENDING", "PROCESSING" -> new ReportState.Pending();
            case "COMPLETED" -> ready(reply);
            case "FAILED" -> new ReportState.Failed(reply.path("failureReason").asString("Amazon gives no reason"));
            case String other ->
                throw new AmazonException(
                        Trouble.REJECTED, "Amazon says that a report is '%s', which nobody knows.".formatted(other));
        };
    }

    private static ReportState.Ready ready(JsonNode reply) {
        return new ReportState.Ready(
                URI.create(reply.path("url").asString()),
                Instant.parse(reply.path("urlExpiresAt").asString()),
                reply.path("fileSize").asLong(0));
    }

    @Override
    public void download(ReportState.Ready ready, AdsReport report, Consumer<AdsRow> rows) {
        var what = "the file of the report " + report.id();
        http.file(what, ready.url(), reply -> {
            if (reply.getStatusCode().isError()) {
                throw ofFile(what, reply);
            }
            try (var body = reply.getBody()) {
                new ReportFile(report, settings.limits()).read(body, rows);
            }
            return ready;
        });
    }

    /** Storage answers in XML, and forbids what is too old. */
    private static AmazonException ofFile(String what, ClientHttpResponse reply) throws IOException {
        return reply.getStatusCode().value() == 403
                ? new AmazonException(Trouble.LINK_EXPIRED, "The link to %s has expired.".formatted(what))
                : Replies.failure(what, reply);
    }

    @Override
    public List<StoredCampaign> campaigns(AdsProfile profile, AdChannel channel) {
        return new CampaignPages(http).all(profile, channel);
    }
}
