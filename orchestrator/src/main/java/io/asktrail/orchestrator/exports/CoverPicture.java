package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.contracts.file.Picture;
import io.asktrail.contracts.task.Export;
import io.asktrail.registry.wording.FailureWords;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chart of an answer for the files that can show one. */
record CoverPicture(ComposerAgent composer) {
    /** As wide as a page of the workbook, twice as dense as a screen. */
    private static final PictureSize SIZE = new PictureSize(PictureSize.USUAL_WIDTH, null, 2);

    /** What the file says of its rows; a chart that cannot be drawn keeps no rows away. */
    FileCover on(CallContext call, Answer answer, Export.Format format) {
        var chart = answer.chart();
        if (chart == null || format != Export.Format.XLSX) {
            return cover(answer, List.of(), null);
        }
        try {
            var drawn = composer.draw(call, new DrawRequest(chart, PictureFormat.PNG, SIZE));
            return cover(answer, List.of(), new Picture(drawn.picture()));
        } catch (SuiteException failure) {
            return cover(answer, List.of(new Caveat("chart_missing", without(failure, call.language()))), null);
        }
    }

    private static String without(SuiteException failure, Language language) {
        return Wording.withoutNames(language)
                .of(Said.of(ExportSaying.CHART_MISSING).text(FailureWords.of(failure, language)));
    }

    private static FileCover cover(Answer answer, List<Caveat> more, @Nullable Picture chart) {
        return new FileCover(
                answer.question(),
                answer.text(),
                answer.method(),
                answer.assumptions(),
                Stream.concat(answer.caveats().stream(), more.stream()).toList(),
                answer.policies(),
                answer.trail(),
                answer.id(),
                answer.registryVersion(),
                chart);
    }
}
