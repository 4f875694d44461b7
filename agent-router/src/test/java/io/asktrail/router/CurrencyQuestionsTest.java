package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The currency of a question is read or asked back: an amount in another one than was asked for is a wrong number. */
class CurrencyQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    private final RuleRouter router = new RuleRouter(store());

    private static VocabularyStore store() {
        var loaded = RegistryLoader.load(RegistryLocation.bundled("demo"));
        return new VocabularyStore(() -> loaded);
    }

    private Reading read(String text, Memory memory) {
        var call = Cases.call(Role.ANALYST, List.of("*"));
        return router.interpret(call, new Question(text, TODAY, Cases.ZONE, memory));
    }

    private TaskSpec task(String text, Memory memory) {
        var reading = read(text, memory);
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).task();
    }

    private static Conversion in(String code, @Nullable Policy policy) {
        return new Conversion(Currency.getInstance(code), policy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            spend last month in USD                          | USD |
            net sales in dollars by state last month         | USD |
            ad spend in US dollars last week                 | USD |
            last month's net sales, convert to EUR           | EUR |
            AOV in euros by week in July                     | EUR |
            spend last month in yen                          | JPY |
            डॉलर में पिछले महीने का खर्च                           | USD |
            pichle mahine ka kharcha dollar mein             | USD |
            spend last month in dollars at daily rates       | USD | DAILY
            spend last month in euros at the average rate    | EUR | PERIOD_AVERAGE
            spend last month in rupees                       |     |
            """)
    void readsTheCurrencyAndTheDaysRate(String question, @Nullable String code, @Nullable Policy policy) {
        assertThat(task(question, Memory.EMPTY).currency()).isEqualTo(code == null ? null : in(code, policy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spend last month in dollars and euros",
                "campaigns with spend above ₹5000 last month in dollars",
                "campaigns with spend above 5000 dollars last month",
                "spend last month at daily rates",
                "what is ROAS in dollars"
            })
    void asksBackWhereTheCurrencyIsInDoubt(String question) {
        assertThat(read(question, Memory.EMPTY)).as(question).isNotInstanceOf(Reading.Understood.class);
    }
}
