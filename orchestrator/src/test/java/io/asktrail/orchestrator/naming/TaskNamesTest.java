package io.asktrail.orchestrator.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TaskNamesTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final String OCTOBER = "'time':{'start':'2025-10-01','end':'2025-10-31','tz':'Asia/Kolkata'%s}";

    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(TaskSaying.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'metrics':['net_sales'],'group_by':['product'],'limit':5,'entities':{'geo':['Delhi']} | ,'range':'last_month' | \
            Net sales by product, first 5, State Delhi, last month | \
            उत्पाद के अनुसार शुद्ध बिक्री, पहले 5, राज्य Delhi, पिछले महीने
            'metrics':['spend','acos'],'group_by':['date','channel'],'filters':[{'field':'acos','op':'>','value':0.4}] | \
            ,'grain':'week' | \
            Ad spend and ACOS by ad channel, ACOS > 40 %, 1 October 2025 to 31 October 2025, by week | \
            विज्ञापन चैनल के अनुसार विज्ञापन खर्च और एकॉस, एकॉस > 40 %, 1 अक्टूबर 2025 से 31 अक्टूबर 2025 तक, सप्ताह के अनुसार
            'metrics':['spend'],'calculations':[{'kind':'forecast','metric':'spend','horizon_days':14}] | \
            ,'range':'last_28_days' | \
            Ad spend, forecast for 14 days, last 28 days | \
            विज्ञापन खर्च, 14 दिन का पूर्वानुमान, पिछले 28 दिन
            'metrics':['spend'],'intent':'diagnostics','diagnosis':{'kind':'change'} | ,'range':'last_month' | \
            Why did it change: ad spend, last month | \
            बदलाव का कारण: विज्ञापन खर्च, पिछले महीने
            'metrics':['spend'],'compare':{'kind':'previous_year','start':'2024-10-01','end':'2024-10-31'} | ,'range':'last_month' | \
            Ad spend, last month, against the year before | \
            विज्ञापन खर्च, पिछले महीने, पिछले साल की तुलना में
            """)
    void aTaskIsCalledByWordsNearToThoseThatAskForIt(String parts, String period, String english, String hindi) {
        var intent = parts.contains("intent") ? "" : "'intent':'analytics.query',";
        var json = "{%s%s,%s}".formatted(intent, parts, OCTOBER.formatted(period == null ? "" : period));
        var task = JsonMapper.shared().readValue(json.replace('\'', '"'), TaskSpec.class);

        assertThat(new TaskNames(DEMO, Language.ENGLISH).of(task)).isEqualTo(english);
        assertThat(new TaskNames(DEMO, Language.HINDI).of(task)).isEqualTo(hindi);
    }
}
