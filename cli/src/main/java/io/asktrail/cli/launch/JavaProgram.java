package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A short-lived program of module {@code local} that works while the user waits. */
public final class JavaProgram {
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED");

    private final Installation installation;
    private final List<String> command = new ArrayList<>();

    /** @param heap as {@code -Xmx} takes it */
    public JavaProgram(Installation installation, String mainClass, String heap) {
        this.installation = installation;
        command.add(installation.java().toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + heap);
        command.add("-Dasktrail.dist=" + installation.dist());
        command.addAll(List.of("-cp", installation.classPath("local"), mainClass));
    }

    /** Shares this command's streams; gives the exit code. */
    public int run(List<String> arguments) {
        return waitFor(start(arguments, Redirect.INHERIT));
    }

    /** What it prints; its complaints go to the user. */
    public String read(List<String> arguments) {
        var process = start(arguments, Redirect.PIPE);
        try {
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            var exitCode = waitFor(process);
            if (exitCode != 0) {
                throw new CliFailure(exitCode, "");
            }
            return printed;
        } catch (IOException e) {
            throw new CliFailure(ExitCodes.FAILED, "What a program of Asktrail said could not be read.", e);
        }
    }

    private Process start(List<String> arguments, Redirect output) {
        var words = new ArrayList<>(command);
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).inheritIO().redirectOutput(output);
        builder.environment().put("ASKTRAIL_HOME", installation.home().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CliFailure(ExitCodes.UNREACHABLE, "%s cannot be run.".formatted(installation.java()), e);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure(ExitCodes.FAILED, "Interrupted.", e);
        }
    }
}
