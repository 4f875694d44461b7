package io.asktrail.router.language;

/**
 * Words that a rule asks for by what they are, where no {@link Cue} would do: alone they ask for nothing. Many say
 * nothing at one place and narrow the question at another.
 */
public enum WordKind {
    /** "the CFO wants to see": who asks, and that they do; "CFO spend" is somebody's spend. */
    ASKER,
    ASKING,
    /** "the", "our", "every": what may stand before a name. */
    ARTICLE,
    /** "what a click costs": of one of them. */
    ONE_OF,
    /** "campaigns with their spend": each one's. */
    THEIR,
    /** What one does to us: "show us". Any other "us" may be a country. */
    GIVING,
    US,
    /** "what we lost to refunds" */
    LOSING,
    /** "morning! orders yesterday?"; "morning orders" are those of the morning. */
    DAYTIME,
    /** "exact and broad match types": what the values are called */
    SORT,
    /** "shipped to Pune" is where every order goes. */
    SHIPPING,
    /** "how much money did we spend" */
    MONEY,
    MUCH,
    /** "display the spend" shows it; "display spend" may be that of display ads. */
    SHOWING,
    /** "more units in April than in March": both are shown. */
    COMPARATIVE,
    THAN,
    /** "cities w orders over 50" */
    WITH_SHORT,
    /** "orders through the website" */
    THROUGH,
    /** Who is greeted; elsewhere a team is somebody's orders. */
    GREETED,
    GREETING,
    /** Words for money; beside a count they ask for another figure. */
    AMOUNT,
    /** A "how many" that also only asks. */
    HOW_MUCH,
    /** What shops and buyers do: it says nothing beside a figure of the shop. */
    SELLING,
    /** What campaigns do: it says nothing beside a figure of ads. */
    RUNNING,
    /** "sales" and "revenue", which mean the attributed ones beside ads. */
    PLAIN_SALES,
    /** What things do, and are ranked by. */
    CONVERTING,
    /** "combined": one total instead of a split */
    TOGETHER,
    /** The Hindi "that have" */
    HAVING,
    COST,
    OF,
    TO,
    /** "how many orders were new to brand" */
    COPULA,
    /** "the same period last FY": which days those are has to be known. */
    STRETCH,
    /** "no SD, please" */
    NONE_OF,
    /** "campaigns that are live right now": a state has no other days */
    NOW,
    /** "today's clicks so far" */
    SO_FAR,
    /** "across Prime Day" */
    ALL_OVER,
    /** The "will" of "will we overspend" */
    AUXILIARY,
    /** "why did sales fall": which way they went, as the asker holds */
    FELL,
    ROSE,
    /** "orders of new customers", and what stands behind the owner in Hindi */
    OWNED,
    OWNING,
    /** "how many times were our ads shown", "clicked more than 50 times" */
    TIMES,
    /** "took 1,000 clicks": what a thing does with the figure behind it; "delivered orders" are some of the orders. */
    BRINGING,
    /** Who does so, and the words that lead to the verb: "that took", "did it take". */
    SUBJECT,
    /** "stayed below 10 %" */
    STAYING,
    /** "the orders that Goa brings in" */
    YIELDING,
    /** What buyers do, who spend something else than advertisers. */
    PAYING,
    /** "how do they compare on ACOS": what leads to the figure that decides */
    ON_FIGURE,
    /** "30 days ending 15 August" */
    ENDING,
    /** "is spend this month ahead of last month" */
    AHEAD,
    /** "the day before Diwali" */
    BEFORE,
    /** What stands behind in Hindi: "from" July, "between" two days, two days "after". */
    FROM_THIS,
    BETWEEN_THIS,
    AFTER_THIS,
    /** "the last 5 days of each month" */
    OF_EACH,
    /** "spend by channel, in %" */
    IN_UNIT,
    /** "July month", "the month of May": one month, where several are a span. */
    ONE_MONTH,
    /** "the quarter gone by" */
    GONE_BY,
    /** "this month, not counting today" */
    NOT_TODAY,
    /** "no daily split, one figure" */
    ONE_FIGURE,
    /** "forget the brands" */
    FORGETTING,
    /** "remove the state filter" */
    RESTRICTION,
    /** "change that to 35%" */
    CHANGING,
    /** "the single best category" */
    SINGLE,
    /** "top 10 is enough" */
    ENOUGH,
    /** "the 2 lakh mark" */
    MARK,
    /** "the whole of Gujarat" */
    WHOLE_OF,
    /** "leave Kitchen out of it", and what stands behind the names */
    LEAVING,
    OUT,
    /** "what is the difference between ROAS and MER" */
    DIFFERENCE,
    /** "will we burn through the budget too early" */
    PACE,
    WHERE,
    WHEN,
    WHO
}
