package io.asktrail.ads.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Small exports with the headers of the console, written as it and people's spreadsheets write them. */
final class ConsoleFiles {
    static final String SEARCH_TERMS = "Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,"
            + "Customer Search Term,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,"
            + "7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),"
            + "7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate,7 Day Advertised SKU Units (#),"
            + "7 Day Other SKU Units (#),7 Day Advertised SKU Sales ,7 Day Other SKU Sales ";
    static final String CAMPAIGNS =
            "Date,Portfolio name,Program Type,Campaign Name,Status,Currency,Budget,Targeting Type,"
                    + "Bidding strategy,Impressions,Clicks,Click-Thru Rate (CTR),Spend,Cost Per Click (CPC),"
                    + "7 Day Total Orders (#),Total Advertising Cost of Sales (ACOS) ,"
                    + "Total Return on Advertising Spend (ROAS),7 Day Total Sales ";
    static final String PRODUCTS = "Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Advertised SKU,"
            + "Advertised ASIN,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,"
            + "Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Orders (#),"
            + "7 Day Total Units (#),7 Day Conversion Rate";
    static final String TARGETING = "Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,"
            + "Impressions,Top-of-search Impression Share,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,"
            + "Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Sales ,"
            + "7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate";
    static final String PLACEMENTS =
            "Date,Portfolio name,Currency,Campaign Name,Bidding strategy,Placement,Impressions,"
                    + "Clicks,Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,"
                    + "Total Return on Advertising Spend (ROAS),7 Day Total Orders (#),7 Day Total Units (#)";
    static final String BRANDS = "Date,Portfolio name,Currency,Campaign Name,Impressions,Clicks,Click-Thru Rate (CTR),"
            + "Cost Per Click (CPC),Spend,Total Advertising Cost of Sales (ACOS) ,"
            + "Total Return on Advertising Spend (ROAS),14 Day Total Sales ,14 Day Total Orders (#),"
            + "14 Day Total Units (#),14 Day Conversion Rate,Video First Quartile Views,5 Second View Rate,"
            + "14 Day New-to-brand Orders (#),14 Day % of Orders New-to-brand";
    static final String DISPLAY = "Date,Currency,Campaign Name,Portfolio name,Cost Type,Status,Budget,Impressions,"
            + "Viewable Impressions,Clicks,Click-Thru Rate (CTR),14 Day Detail Page Views (DPV),Spend,"
            + "Cost Per Click (CPC),\"Cost per 1,000 viewable impressions (VCPM)\",14 Day Total Orders (#),"
            + "14 Day Total Units (#),14 Day Total Sales ,14 Day New-to-brand Orders (#),"
            + "14 Day Total Sales - (Click)";

    private ConsoleFiles() {}

    static Path write(Path folder, String name, String header, String... rows) {
        return write(folder, name, StandardCharsets.UTF_8, "", header, rows);
    }

    /** @param first what stands before the header, such as a byte order mark */
    static Path write(Path folder, String name, Charset charset, String first, String header, String... rows) {
        var text = first
                + String.join(
                        "\r\n",
                        Stream.concat(Stream.of(header), Stream.of(rows)).toList()) + "\r\n";
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
