package io.asktrail.composer;

import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.caller.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Draws a picture of every form into a folder, for eyes: {@code main FOLDER SEED}. */
final class DrawnPictures {
    private DrawnPictures() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var answers = new AnyAnswer(Long.parseLong(arguments[1]));
        var composer = new Composer(() -> Run.REGISTRY);
        for (var form : AnyAnswer.Form.values()) {
            var draft = answers.of(form).draft();
            var chart = draft.chart();
            if (chart == null) {
                // Such as of a single member, or where the number is nowhere.
                System.out.printf(
                        "%s has no picture, with %d rows%n",
                        form, Objects.requireNonNull(draft.table()).size());
                continue;
            }
            for (var format : PictureFormat.values()) {
                var began = System.nanoTime();
                var drawn = composer.draw(
                        Run.by(Role.ADMIN), new DrawRequest(chart, format, new PictureSize(800, null, 1)));
                System.out.printf(
                        "%s %s %d bytes %d ms%n",
                        form, format, drawn.picture().length, (System.nanoTime() - began) / 1_000_000);
                Files.write(
                        folder.resolve(form + "." + format.name().toLowerCase(java.util.Locale.ROOT)), drawn.picture());
            }
        }
    }
}
