package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twenty looks are a second. Of a steady rate that is offered and a steady rate that can be let in. */
class AdaptiveThrottleTest {
    private static final int SECONDS = 20;

    private final AdaptiveThrottle throttle = new AdaptiveThrottle(new Random(7)::nextDouble);

    private record Counted(int sentAwayAtOnce, int sentAwayInside, int letIn) {}

    /** @param cameALook how many come between two looks @param letInALook how many of them find a place */
    private Counted load(int looks, int cameALook, int letInALook, boolean overloaded) {
        var atOnce = 0;
        var inside = 0;
        for (var look = 0; look < looks; look++) {
            var came = 0;
            for (var i = 0; i < cameALook; i++) {
                throttle.came();
                if (throttle.picks()) {
                    throttle.sentAway();
                    atOnce++;
                } else {
                    came++;
                }
            }
            for (var i = letInALook; i < came; i++) {
                throttle.sentAway();
                inside++;
            }
            throttle.look(overloaded);
        }
        return new Counted(atOnce, inside, looks * cameALook - atOnce - inside);
    }

    @Test
    void sendsNobodyAwayWhileAllAreLetIn() {
        assertThat(load(20 * SECONDS, 10, 10, true)).isEqualTo(new Counted(0, 0, 20 * SECONDS * 10));
    }

    @Test
    void atFourTimesTheCapacityMostAreSentAwayAtOnceAndThePlacesStayTaken() {
        // Given what was counted before is forgotten
        load(40, 40, 10, true);

        // When
        var counted = load(20 * SECONDS, 40, 10, true);

        // Then: (40 - 1.25 * 10) / 40 of them, and of the 12.5 who come inside 10 find a place
        assertThat(counted.sentAwayAtOnce() / (20.0 * SECONDS)).isCloseTo(27.5, within(1.0));
        assertThat(counted.letIn() / (20.0 * SECONDS)).isCloseTo(9.7, within(0.3));
    }

    @Test
    void sendsNobodyAwayWhereItTakesNoTimeOfAnybodyElse() {
        assertThat(load(20 * SECONDS, 40, 10, false).sentAwayAtOnce()).isZero();
    }

    @Test
    void someSecondsAfterTheLoadNobodyIsSentAwayAnyMore() {
        // Given
        load(20 * SECONDS, 40, 10, true);

        // When
        load(100, 8, 10, true);

        // Then
        assertThat(load(20 * SECONDS, 8, 10, true).sentAwayAtOnce()).isZero();
    }

    @Test
    void someComeInsideEvenWhereNobodyWasLetInForLong() {
        assertThat(load(20 * SECONDS, 1, 0, true).sentAwayInside()).isPositive();
    }
}
