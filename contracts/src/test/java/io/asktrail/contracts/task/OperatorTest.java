package io.asktrail.contracts.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {
    @ParameterizedTest
    @EnumSource(names = {"EQ", "NE", "LT", "LE", "GT", "GE"})
    void whatNegatesHoldsWhereItDoesNotAndWhatMirrorsHoldsTheOtherWayRound(Operator operator) {
        for (var left = 1; left <= 3; left++) {
            assertThat(holds(left, operator.negated(), 2)).isEqualTo(!holds(left, operator, 2));
            assertThat(holds(2, operator.mirrored(), left)).isEqualTo(holds(left, operator, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IN", "NOT_IN", "CONTAINS", "IS_NULL"})
    void thoseOfSeveralOrNoneStay(Operator operator) {
        assertThat(operator.negated()).isEqualTo(operator);
        assertThat(operator.mirrored()).isEqualTo(operator);
    }

    private static boolean holds(int left, Operator operator, int right) {
        return switch (operator) {
            case EQ -> left == right;
            case NE -> left != right;
            case LT -> left < right;
            case LE -> left <= right;
            case GT -> left > right;
            case GE -> left >= right;
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }
}
