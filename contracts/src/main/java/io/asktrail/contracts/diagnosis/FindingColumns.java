package io.asktrail.contracts.diagnosis;

/**
 * The columns of findings beside those of ordinary answers (a metric's own, its {@code .previous}, its {@code .change}).
 * Their texts are codes and ids, free of language, but for members and labels: the composer words them.
 *
 * <p><b>Change.</b> {@link #PART}, {@link #MEMBER}, {@link #FOUND}, the metric with its compared columns and {@link #SHARE_OF_CHANGE},
 * which is empty where nothing changed. The first row is the whole, with {@link #USUAL_LOW} and {@link #USUAL_HIGH} of
 * the change where there is history enough. Rows of the part {@link #STEPS} are the factors the metric is made of; each
 * has its own value in columns of its own. Then for each dimension the members that moved most, all others in one row,
 * and what belongs to no row that was seen. The rows of one part come to the whole, to the last digit.
 *
 * <p><b>Anomaly.</b> A row for each run of unusual days: {@link #METRIC}, {@link #PART} and {@link #MEMBER} (empty for
 * the whole), {@link #FROM}, {@link #TO}, {@link #PEAK} (the day that is furthest out), {@link #DEVIATION} of that day
 * from the middle of what was usual, {@link #SCORE} of all its days together in robust standard deviations, and the metric's value that day
 * with {@link #USUAL_LOW} and {@link #USUAL_HIGH}. The longest way out stands first. No row: nothing was unusual.
 *
 * <p><b>Pacing.</b> {@link #MEMBER} (empty in the first row, the whole), spend and budget so far, {@link #PACE} (the one
 * by the other), {@link #PROJECTED} spend and {@link #PLANNED} budget at the end of the period, {@link #PROJECTED_PACE},
 * {@link #RUNS_OUT} (the day on which the projection has used the planned budget up; empty if it does not), and
 * {@link #CAPPED_DAYS} (days on which the budget of the day was used up).
 *
 * <p><b>Waste.</b> {@link #PART}, {@link #MEMBER}, {@link #FOUND}, spend, clicks, {@link #SHARE_OF_SPEND} of all spend, {@link #EXPECTED}
 * orders at the usual rate, {@link #VERDICT}. The first row is everything that was spent without an order.
 *
 * <p><b>Health.</b> {@link #ABOUT} says which of three things a row is: {@link #NUMBERS}, one row with each number and its
 * compared columns; {@link #UNUSUAL}, rows as those of an anomaly; {@link #BUDGETS}, rows as those of pacing.
 *
 * <p><b>Search terms.</b> {@link #ABOUT} is one of {@link #BRANDED}, {@link #NOT_BRANDED}, {@link #NEGATIVE},
 * {@link #SHARED} and {@link #WINNER}; {@link #MEMBER} the term or campaign (empty for the sums by brand); spend, clicks,
 * attributed orders and sales with their ACOS; {@link #EXPECTED} orders, {@link #CAMPAIGNS} that show a term,
 * {@link #ELSEWHERE} (spend of a term outside its best campaign), {@link #CAPPED_DAYS}; {@link #RULE}.
 *
 * <p><b>Reconciliation.</b> {@link #FOUND} (empty in the first row, the whole), attributed sales, gross sales, refunds,
 * {@link #GAP} (attributed sales less booked net sales, or the part of it), {@link #SHARE_OF_GAP}. The parts come to the
 * whole gap exactly.
 */
public final class FindingColumns {
    /**
     * What the rows are parts by: a dimension's id (several with a comma between), or {@link #STEPS}; empty in the row of
     * the whole.
     */
    public static final String PART = "part";

    /** The part of the factors that a metric is the product of. */
    public static final String STEPS = "steps";

    /** The member of that dimension; in a row that is no single member, what its {@link #FOUND} is about. */
    public static final String MEMBER = "member";

    /** What a row is that is no single member: the code of a {@link Found}. */
    public static final String FOUND = "found";

    /** With a metric's id before it: the part of the whole change that a row makes up. */
    public static final String SHARE_OF_CHANGE = ".change_share";

    /** With a metric's id before it: the lower end of what is usual. */
    public static final String USUAL_LOW = ".usual_low";

    /** With a metric's id before it: the upper end of what is usual. */
    public static final String USUAL_HIGH = ".usual_high";

    /** A metric's id. */
    public static final String METRIC = "metric";

    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String PEAK = "peak";
    public static final String DEVIATION = "deviation";
    public static final String SCORE = "score";

    public static final String PACE = "pace";
    public static final String PROJECTED = "spend.projected";
    public static final String PLANNED = "budget.planned";
    public static final String PROJECTED_PACE = "projected_pace";
    public static final String RUNS_OUT = "runs_out";
    public static final String CAPPED_DAYS = "capped_days";

    public static final String SHARE_OF_SPEND = "spend.share";
    public static final String EXPECTED = "attributed_orders.expected";
    /** {@link #WASTED} or {@link #TOO_FEW_CLICKS}. */
    public static final String VERDICT = "verdict";

    public static final String WASTED = "wasted";
    public static final String TOO_FEW_CLICKS = "too_few_clicks";

    public static final String ABOUT = "about";
    public static final String NUMBERS = "numbers";
    public static final String UNUSUAL = "unusual";
    public static final String BUDGETS = "budgets";

    public static final String BRANDED = "branded";
    public static final String NOT_BRANDED = "not_branded";
    public static final String NEGATIVE = "negative";
    public static final String SHARED = "shared";
    public static final String WINNER = "winner";
    public static final String CAMPAIGNS = "campaigns";
    public static final String ELSEWHERE = "spend.elsewhere";

    /** What the rule names that put a row of search terms there: how many brands, the best campaign; which rule, says {@link #ABOUT}. */
    public static final String RULE = "rule";

    public static final String GAP = "gap";
    public static final String SHARE_OF_GAP = "gap.share";

    private FindingColumns() {}
}
