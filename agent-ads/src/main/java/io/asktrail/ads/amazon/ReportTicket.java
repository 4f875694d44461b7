package io.asktrail.ads.amazon;

/** Under which Amazon makes a report; good for asking until the report is gone. */
public record ReportTicket(String id) {
    public ReportTicket {
        if (!id.matches("[A-Za-z0-9._-]{1,128}")) {
            throw new IllegalArgumentException("no id of a report: it would change the address that is asked");
        }
    }
}
