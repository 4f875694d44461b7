package io.asktrail.planner.playbook;

import io.asktrail.registry.wording.Saying;

/** What is thought in a diagnosis: why to look at something, or why to look no further. Playbooks name them. */
enum PlaybookSaying implements Saying {
    DAY_BY_DAY,
    BY_WHAT_WAS_ASKED,
    DOES_A_CAMPAIGN_STAND_OUT,
    DOES_A_CATEGORY_STAND_OUT,
    DOES_A_BRAND_STAND_OUT,
    EVERY_DAY_COMPARED,
    HOW_MUCH_AS_A_WHOLE,
    MORE_THAN_USUAL,
    WHICH_PARTS_MOVED,
    EVERY_PART_SEEN,
    AGAINST_THE_PERIOD_BEFORE,
    WAS_A_DAY_UNUSUAL,
    SPENT_AS_PLANNED,
    HEALTH_SEEN,
    SPENT_OF_THE_BUDGET,
    EVERY_DAY_SEEN,
    CLAIMED_AND_BOOKED,
    BOTH_SIDES_SEEN,
    WHAT_TERMS_COST_AND_BRING,
    WHICH_CAMPAIGNS_SHOWED_THEM,
    WHICH_BRANDS_ARE_SOLD,
    WHICH_CAMPAIGNS_PAY_OFF,
    TERMS_SEEN,
    WHAT_A_CLICK_BRINGS,
    SPEND_AND_NO_ORDER,
    EVERYBODY_WITHOUT_AN_ORDER_SEEN,
    ENOUGH_SEEN,
    WHOLE_NOT_SEEN,
    NOTHING_CHANGED
}
