package io.asktrail.planner;

import io.asktrail.model.ModelSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param model the one that may be asked where the rules find no plan; off unless it has an address */
@ConfigurationProperties("asktrail.planner")
record PlannerModel(@DefaultValue ModelSettings model) {}
