package io.asktrail.router.language;

/**
 * Words that a rule asks for by what they are, where no {@link Cue} would do: alone they ask for nothing. Many say
 * nothing at one place and narrow the question at another.
 */
public enum WordKind {
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
    /** "btw 5 and 12 October" is between them; anywhere else it is only said. */
    BETWEEN_SHORT,
    /** "Delhi next to Goa": two of a kind beside each other are held against each other. */
    BESIDE,
    /** "set Delhi against Goa": what one does to hold them against each other. */
    PLACING,
    /** "brand x month": by both */
    CROSSED,
    /** "orders under Self Ship": the way they go */
    UNDER,
    /** "orders booked on 5 October": that is the day they are of. */
    BOOKED,
    /** "orders through the website" */
    THROUGH,
    /** "orders off the website"; anywhere else something is off. */
    COMING_OFF,
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
    /** "that got clicks but no orders": of what stands before it they had some. */
    BUT_NONE,
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
    /** "replace COGS with gross profit" */
    REPLACING,
    /** "is spend this month ahead of last month" */
    AHEAD_OF,
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
    /** "no daily split, one figure", "just the total": no split is wanted. */
    ONE_FIGURE,
    /** Of these the ones that say nothing before a figure: "just the total orders by state". */
    FIGURE_OF,
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
    /** "for all channels", "over all states": all of them together */
    OVER_ALL,
    /** "the whole of Gujarat" */
    WHOLE_OF,
    /** "leave Kitchen out of it", and what stands behind the names */
    LEAVING,
    OUT,
    /** "what is the difference between ROAS and MER" */
    DIFFERENCE,
    /** "will we burn through the budget too early" */
    PACE,
    /** "forecast orders for the next 30 days" */
    AHEAD,
    /** "until the end of the month", "for the rest of the quarter" */
    LAST_PART,
    /** What stands between the part and the whole: "of the". */
    PART_OF,
    /** What leads to an end that lies ahead: "till the", "up to". */
    UP_TO,
    /** "the change between May and July": from the one to the other, or of all of it */
    OPEN_END,
    /** "growth by state", "how did it change": words that ask how much, and narrow nothing */
    CHANGE,
    /** "declining campaigns": those that do */
    MOVING,
    /** "states that grew": what stands behind narrows what stands before */
    RELATIVE,
    /** "a drop in orders"; "drop orders" leaves them out */
    WITHIN,
    /** "make it 20" after a ranking of ten */
    OTHER_NUMBER,
    /** "cheapest clicks" are no fewest clicks. */
    PRICED,
    /** "sold the most units" */
    SOLD_MOST,
    /** "help me see spend": these ask for help only where no figure is named. */
    SOFT_HELP,
    /** The Hindi "what is", which asks for the figure as well. */
    IS_WHAT,
    /** "return reasons" are those of customers. */
    REASON,
    /** What a question for a meaning begins with, and whole: "what is". */
    WHAT,
    WHAT_IS_IT,
    /** "what is our ACOS" asks for the figure, "what is ACOS" for what it means. */
    OWN,
    /** "the state of Delhi", "where the state is Delhi" */
    VALUE_JOINT,
    /** "where product is Kurta" */
    EQUALS,
    /** "may I" asks; no review is named so. */
    MAY,
    /** "the contribution of SB to spend" is a share, and a figure has that name. */
    SHARE_TOO,
    /** "better than" is less where less is better. */
    QUALITY,
    /** "campaigns without orders": those that had none */
    WITHOUT,
    /** "every state but Goa" */
    BUT,
    /** "orders of at least two products" */
    GENITIVE,
    /** "over the last 45 days" is no bound, "July over June" a comparison. */
    OVER,
    /** "orders by July" may be all that had come until then. */
    BY,
    /** "compare with June"; "compare June by channel" holds it against nothing */
    AGAINST,
    /** "week commencing 9 June"; {@code WEEK_FROM} and {@code WEEK_TO} are the same with the week in one word. */
    STARTING,
    WEEK_FROM,
    WEEK_TO,
    /** "keywords costing over ₹40 per click" */
    COSTING,
    /** "how did orders stack up": against others, or against nothing. */
    FARING,
    /** "net sales dated 12 September", "as per FY24" */
    DATED,
    /** "orders that went out through FBA": what says nothing before the way they go. */
    SENDING,
    /** What leads to the way: "through", "by". */
    WAY_JOINT,
    /** "customers who bought from us": what buyers do, who do it nowhere else. */
    BUYING,
    /** "how many orders did they get", "their orders": those that were listed before. */
    THEY,
    /** "bought from them": somebody, or something, that was named before. */
    THEM,
    /** "new customers who joined" */
    JOINING,
    /** "csv nikal do": give it, where behind a name it says to leave that out. */
    PULLING,
    /** "refunds shot up, what happened?" */
    HAPPENED,
    /** "could that be shown by brand": of what was shown before */
    BE_SHOWN,
    /** "kaisi chal rahi hai", how it goes: beside what is looked into it says no more. */
    HOW_IT_GOES,
    /** "what share did SP contribute": what a part does for the whole. */
    CONTRIBUTING,
    /** "weekly buckets", "in monthly steps": what the grain is said of. */
    STEP,
    /** "weekly buckets would be better" */
    PREFERRED,
    /** "with diwali in the name", and what stands before the text. */
    IN_NAME,
    BEARING,
    /** "whose name starts with" */
    NAME_END,
    /** "will it use up the budget", "how much of sales did ads eat up" */
    USING_UP,
    /** "take last quarter instead" */
    TAKING,
    /** "a different question:": what was asked before is over. */
    AFRESH,
    /** "split October orders into", "break spend down by": what stands before the thing that is split. */
    SPLITTING,
    PARTICLE,
    INTO,
    /** "everything in Fitness that sold fewer than 20 units" */
    EVERYTHING,
    /** "reconcile attributed sales with our own order data" */
    SELF,
    /** "which still spent money": something of it, and not nothing. */
    STILL,
    SOME,
    /** "how much better or worse was July than June": which of the two is asked. */
    EITHER_WAY,
    /** "campaigns starting with": a name, where orders starting with a day are told by it. */
    ENDED_BY,
    /** "no, Pune instead": the question before is taken back. */
    REFUSING,
    /** Said of a figure that is one for all together. */
    TOTAL,
    /** "nationwide", and what stands before the name of the country: "pan India". */
    NATIONWIDE,
    ALL_OF,
    WHERE,
    WHEN,
    WHO
}
