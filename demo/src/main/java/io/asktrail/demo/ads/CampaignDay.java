package io.asktrail.demo.ads;

import io.asktrail.demo.world.Campaign;
import java.time.LocalDate;

/** The figures of one campaign on one day it ran. */
public record CampaignDay(LocalDate day, Campaign campaign, long budgetPaise, Measures total) {}
