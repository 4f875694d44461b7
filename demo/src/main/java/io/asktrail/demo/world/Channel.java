package io.asktrail.demo.world;

/** Sponsored Products, Brands and Display: what each costs and how well it sells. */
public enum Channel {
    SP(300, 800, 600, 1500, 0.0040, 0.0110, 2.2, 5.6, 0.30),
    SB(400, 1100, 900, 2200, 0.0030, 0.0090, 2.0, 5.0, 0.50),
    SD(200, 550, 450, 1200, 0.0022, 0.0050, 2.0, 4.6, 0.40);

    final int lowestBudgetRupees;
    final int highestBudgetRupees;
    final int lowestCpcPaise;
    final int highestCpcPaise;
    final double lowestCtr;
    final double highestCtr;
    final double lowestRoas;
    final double highestRoas;
    private final double newToBrand;

    Channel(
            int lowestBudgetRupees,
            int highestBudgetRupees,
            int lowestCpcPaise,
            int highestCpcPaise,
            double lowestCtr,
            double highestCtr,
            double lowestRoas,
            double highestRoas,
            double newToBrand) {
        this.lowestBudgetRupees = lowestBudgetRupees;
        this.highestBudgetRupees = highestBudgetRupees;
        this.lowestCpcPaise = lowestCpcPaise;
        this.highestCpcPaise = highestCpcPaise;
        this.lowestCtr = lowestCtr;
        this.highestCtr = highestCtr;
        this.lowestRoas = lowestRoas;
        this.highestRoas = highestRoas;
        this.newToBrand = newToBrand;
    }

    /** The share of orders that come from people new to the brand. */
    public double newToBrand() {
        return newToBrand;
    }
}
