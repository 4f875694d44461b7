package io.asktrail.router.neighbour;

class ExactIndexTest extends NeighbourIndexContract {
    @Override
    protected NeighbourIndex index() {
        return new ExactIndex();
    }
}
