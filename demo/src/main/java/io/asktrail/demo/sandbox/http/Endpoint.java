package io.asktrail.demo.sandbox.http;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls that the sandbox answers as Amazon does. */
public enum Endpoint {
    TOKEN("POST", "/auth/o2/token"),
    PROFILES("GET", "/v2/profiles"),
    CREATE_REPORT("POST", "/reporting/reports"),
    REPORT_STATUS("GET", "/reporting/reports/{reportId}"),
    CANCEL_REPORT("DELETE", "/reporting/reports/{reportId}"),
    DOWNLOAD("GET", "/report-storage/{file}"),
    SP_CAMPAIGNS("POST", "/sp/campaigns/list"),
    SB_CAMPAIGNS("POST", "/sb/v4/campaigns/list"),
    SD_CAMPAIGNS("GET", "/sd/campaigns");

    private final String method;
    private final String path;
    private final Pattern pattern;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = path;
        this.pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    public static Optional<Endpoint> of(String method, String path) {
        return Stream.of(values())
                .filter(endpoint -> endpoint.method.equals(method)
                        && endpoint.pattern.matcher(path).matches())
                .findFirst();
    }

    public String method() {
        return method;
    }

    /** With the variable parts in braces. */
    public String path() {
        return path;
    }

    /** Whether a bearer token is needed and the call counts against the budget. */
    public boolean isApi() {
        return this != TOKEN && this != DOWNLOAD;
    }

    /** Whether the call must say for which profile it is. */
    public boolean needsProfile() {
        return isApi() && this != PROFILES;
    }

    /** What an error's text is called here: reporting says it differently from the rest. */
    String detailName() {
        return path.startsWith("/reporting") ? "detail" : "details";
    }
}
