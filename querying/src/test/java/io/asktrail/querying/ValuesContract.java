package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.DataAgent.ValueFeed;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.querying.session.Connections;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the index of values is fed with, from any engine. */
abstract class ValuesContract {
    private final SampleReader reader;

    ValuesContract(Connections connections) {
        this.reader = new SampleReader(100, connections);
    }

    @Test
    void namesTheStatesThatAValueBelongsTo() {
        // When
        var campaigns = values(reader.ads(), "campaign", 100, "*");
        var cities = values(reader.shop(), "city", 100, "*");

        // Then: a national campaign belongs to none
        assertThat(campaigns.values())
                .contains(
                        new Value("Kerala brand", List.of(), List.of("Kerala")),
                        new Value("All India", List.of(), List.of()));
        var panaji = cities.values().stream()
                .filter(value -> value.value().equals("Panaji"))
                .findFirst();
        assertThat(panaji)
                .map(Value::regions)
                .hasValue(SampleTables.byHand(
                                "select distinct geo from shop.lines where city = 'Panaji' and geo is not null order"
                                        + " by 1")
                        .stream()
                        .map(List::getFirst)
                        .toList());
        assertThat(values(reader.shop(), "geo", 100, "*").values())
                .contains(new Value("Goa", List.of(), List.of("Goa")));
    }

    @Test
    void givesTitlesAsOtherNames() {
        assertThat(values(reader.shop(), "product", 100, "*").values())
                .containsExactly(
                        new Value("A", List.of("Kurta"), List.of()),
                        new Value("B", List.of("Saree"), List.of()),
                        new Value("C", List.of("Mug"), List.of()));
    }

    @Test
    void sendsAnUnchangedSetOnce() {
        // Given: of lines the loader keeps account, of products nobody does
        var cities = values(reader.shop(), "city", 100, "*");
        var products = values(reader.shop(), "product", 100, "*");

        // When
        var again = values(reader.shop(), new ValueRequest(new DimensionId("city"), 100, cities.version()), "*");
        var productsAgain =
                values(reader.shop(), new ValueRequest(new DimensionId("product"), 100, products.version()), "*");
        var elsewhere = values(reader.shop(), new ValueRequest(new DimensionId("city"), 100, cities.version()), "Goa");

        // Then
        assertThat(cities.version()).startsWith("loaded:");
        assertThat(again).isEqualTo(new ValueFeed(new DimensionId("city"), List.of(), true, cities.version()));
        assertThat(products.version()).startsWith("content:");
        assertThat(productsAgain.values()).isEmpty();
        assertThat(productsAgain.isStill(products.version())).isTrue();
        // what another caller may see is another set
        assertThat(elsewhere.isStill(cities.version())).isFalse();
        assertThat(elsewhere.values()).isNotEmpty();
    }

    @Test
    void saysThatTheListIsCut() {
        // When
        var feed = values(reader.shop(), "product", 2, "*");

        // Then
        assertThat(feed.complete()).isFalse();
        assertThat(feed.values()).hasSize(2);
    }

    @Test
    void feedsNothingOfOtherStatesToOneWhoMayNotSeeThem() {
        assertThat(values(reader.ads(), "campaign", 100, "Kerala").values().stream()
                        .map(Value::value))
                .containsExactly("Kerala brand");
    }

    @Test
    void feedsNothingThatItDoesNotHave() {
        assertThat(values(reader.ads(), "product", 100, "*").values()).isEmpty();
        assertThat(values(reader.shop(), "date", 100, "*").values()).isEmpty();
    }

    static ValueFeed values(TableReader agent, String dimension, int limit, String region) {
        return values(agent, new ValueRequest(new DimensionId(dimension), limit), region);
    }

    static ValueFeed values(TableReader agent, ValueRequest request, String region) {
        var caller = new Caller("someone", List.of(Role.ADMIN), List.of(region), List.of(), List.of());
        return agent.values(SampleReader.call(caller, Duration.ofSeconds(30)), request);
    }
}
