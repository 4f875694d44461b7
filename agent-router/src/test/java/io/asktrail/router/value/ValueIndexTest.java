package io.asktrail.router.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.policy.Access;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueIndexTest {
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    private static final DimensionId BRAND = new DimensionId("brand");
    private static final NamedValue MONSOON = new NamedValue(CAMPAIGN, "Monsoon Sale SP", List.of());
    private static final NamedValue GARBA = new NamedValue(CAMPAIGN, "Garba Nights", List.of("Gujarat"));
    private static final NamedValue NILGIRI = new NamedValue(BRAND, "Nilgiri", List.of());

    private static Access access(String... regions) {
        return RegistryLoader.load(RegistryLocation.bundled("demo"))
                .accessOf(new Caller("tester", List.of(Role.ANALYST), List.of(regions), List.of(), List.of()));
    }

    private static ValueIndex.Entry entry(NamedValue value, String... aliases) {
        var names = new ArrayList<>(List.of(value.value()));
        names.addAll(List.of(aliases));
        return new ValueIndex.Entry(value, names);
    }

    @Test
    void findsNamesByWordsInAnyOrderWithMistakes() {
        // Given
        var index = new ValueIndex(List.of(entry(MONSOON), entry(GARBA), entry(NILGIRI)));

        // When
        var found = index.near(List.of("sale", "monsoom"), access("*"), 3);

        // Then
        assertThat(found).containsExactly(MONSOON);
    }

    @Test
    void hidesNamesOfOtherRegionsFromEveryLookUp() {
        // Given
        var index = new ValueIndex(List.of(entry(MONSOON), entry(GARBA)));

        // When
        var inDelhi = access("Delhi");

        // Then
        assertThat(index.named("garba nights", inDelhi)).isEmpty();
        assertThat(index.near(List.of("garba"), inDelhi, 3)).isEmpty();
        assertThat(index.named("garba nights", access("Gujarat"))).containsExactly(GARBA);
    }

    @Test
    void takesOverDimensionsThatDidNotChange() {
        // Given
        var first = new ValueIndex(List.of(entry(MONSOON), entry(NILGIRI)));

        // When
        var second = new ValueIndex(List.of(entry(MONSOON), entry(GARBA), entry(NILGIRI)), first);

        // Then
        assertThat(second.sharedWith(first)).isEqualTo(1);
        assertThat(second.named("garba nights", access("*"))).containsExactly(GARBA);
        assertThat(second.near(List.of("nilgiri"), access("*"), 3)).containsExactly(NILGIRI);
        assertThat(first.named("garba nights", access("*"))).isEmpty();
    }

    @Test
    void forgetsValuesThatAreGone() {
        // Given
        var first = new ValueIndex(List.of(entry(MONSOON), entry(GARBA)));

        // When
        var second = new ValueIndex(List.of(entry(MONSOON)), first);

        // Then
        assertThat(second.named("garba nights", access("*"))).isEmpty();
        assertThat(second.near(List.of("garba"), access("*"), 3)).isEmpty();
        assertThat(second.size()).isEqualTo(1);
    }

    @Test
    void findsAValueByItsOtherNames() {
        // Given
        var index = new ValueIndex(List.of(entry(MONSOON, "Rainy Days"), entry(GARBA)));

        // When
        var found = index.named("rainy days", access("*"));

        // Then
        assertThat(found).containsExactly(MONSOON);
    }
}
