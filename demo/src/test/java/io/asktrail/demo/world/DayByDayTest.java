package io.asktrail.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.ads.AdsOfDay;
import io.asktrail.demo.ads.Details;
import io.asktrail.demo.orders.OrdersOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayByDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);

    @Test
    void makesADayWithoutRegardToTheDaysMadeBefore() {
        // Given
        var used = new World(3, 1);
        var usedOrders = new OrdersOfDay(used);
        var usedAds = new AdsOfDay(used);
        for (var other : List.of(DAY.plusDays(40), DAY.minusDays(1), DAY.plusDays(1))) {
            usedOrders.on(other);
            usedAds.on(other).forEach(new Details(used)::byProduct);
        }

        // When
        var orders = usedOrders.on(DAY);
        var ads = usedAds.on(DAY).stream().map(new Details(used)::byProduct).toList();

        // Then
        var fresh = new World(3, 1);
        assertThat(orders).hasSizeGreaterThan(100).isEqualTo(new OrdersOfDay(fresh).on(DAY));
        assertThat(ads)
                .isEqualTo(new AdsOfDay(fresh)
                        .on(DAY).stream().map(new Details(fresh)::byProduct).toList());
    }

    @Test
    void isAnotherDayWithAnotherSeed() {
        // When
        var orders = new OrdersOfDay(new World(3, 1)).on(DAY);
        var others = new OrdersOfDay(new World(4, 1)).on(DAY);

        // Then
        assertThat(others).isNotEqualTo(orders);
    }

    @Test
    void throwsTheSameDiceOnEveryMachine() {
        // Given
        var dice = Dice.of(20_231_112, 1, 2);

        // When
        var thrown = IntStream.range(0, 6).mapToObj(_ -> dice.below(1_000)).toList();

        // Then: worked out with another implementation of SplitMix64
        assertThat(thrown).containsExactly(400, 345, 864, 72, 579, 388);
    }

    @Test
    void growsWithTheScale() {
        // Given
        var plain = new World(3, 1);
        var large = new World(3, 3);

        // When
        int lines = new OrdersOfDay(plain).on(DAY).size();
        int moreLines = new OrdersOfDay(large).on(DAY).size();

        // Then
        assertThat(moreLines).isBetween(lines * 5 / 2, lines * 7 / 2);
        assertThat(large.campaigns()).hasSize(3 * plain.campaigns().size());
        assertThat(large.campaigns().stream().map(Campaign::name).distinct()).hasSize(360);
    }

    @Test
    void rampsUpTowardsDiwaliAndOnWeekends() {
        // When
        double ordinary = Season.demand(LocalDate.of(2025, 9, 16));
        double beforeDiwali = Season.demand(LocalDate.of(2025, 10, 14));
        double sunday = Season.demand(LocalDate.of(2025, 9, 21));

        // Then
        assertThat(LocalDate.of(2025, 9, 16).getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(ordinary).isEqualTo(1);
        assertThat(beforeDiwali).isGreaterThan(1.5);
        assertThat(sunday).isGreaterThan(1.2);
    }

    @Test
    void hasCampaignsOfEveryStatusOnAnyDay() {
        // Given
        var campaigns = new World(3, 1).campaigns();

        // Then
        for (var day = LocalDate.of(2024, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            var today = day;
            assertThat(campaigns.stream().map(c -> c.flight().status(today)).collect(Collectors.toSet()))
                    .as(day.toString())
                    .containsExactlyInAnyOrder("enabled", "paused", "archived");
        }
    }

    @Test
    void advertisesInDelhiWithEveryChannelAllYear() {
        // When
        var running = new World(3, 1)
                .campaigns().stream()
                        .filter(campaign ->
                                "Delhi".equals(campaign.geo()) && campaign.flight() instanceof Flight.Always)
                        .map(Campaign::channel)
                        .collect(Collectors.toSet());

        // Then
        assertThat(running).containsExactlyInAnyOrder(Channel.values());
    }
}
