package io.asktrail.demo.sandbox;

import io.asktrail.demo.world.Campaign;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A campaign, as each interface words it. */
sealed interface CampaignJson {

    /** Version 3: the id is text, the budget an object. */
    record OfProducts(
            String campaignId,
            String name,
            String state,
            String targetingType,
            String startDate,
            Budget budget,
            Bidding dynamicBidding)
            implements CampaignJson {

        record Budget(BigDecimal budget, String budgetType) {}

        record Bidding(String strategy) {}

        static OfProducts of(Campaign campaign, String state) {
            return new OfProducts(
                    Long.toString(campaign.id()),
                    campaign.name(),
                    state,
                    "MANUAL",
                    campaign.startDate().toString(),
                    new Budget(rupees(campaign), "DAILY"),
                    new Bidding("LEGACY_FOR_SALES"));
        }
    }

    /** Version 4: the id is text, the budget a number. */
    record OfBrands(
            String campaignId,
            String name,
            String state,
            String startDate,
            BigDecimal budget,
            String budgetType,
            String costType)
            implements CampaignJson {

        static OfBrands of(Campaign campaign, String state) {
            return new OfBrands(
                    Long.toString(campaign.id()),
                    campaign.name(),
                    state,
                    campaign.startDate().toString(),
                    rupees(campaign),
                    "DAILY",
                    "CPC");
        }
    }

    /** The oldest of the three: the id is a number, words are small, the date has no hyphens. */
    record OfDisplay(
            long campaignId,
            String name,
            String state,
            String startDate,
            BigDecimal budget,
            String budgetType,
            String costType,
            String tactic)
            implements CampaignJson {

        static OfDisplay of(Campaign campaign, String state) {
            return new OfDisplay(
                    campaign.id(),
                    campaign.name(),
                    state.toLowerCase(Locale.ROOT),
                    compact(campaign.startDate()),
                    rupees(campaign),
                    "daily",
                    "cpc",
                    "T00020");
        }
    }

    private static BigDecimal rupees(Campaign campaign) {
        return BigDecimal.valueOf(campaign.traits().dailyBudgetPaise(), 2);
    }

    private static String compact(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
