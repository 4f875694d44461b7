package io.asktrail.cli;

import io.asktrail.cli.launch.Services;
import io.asktrail.cli.terminal.Terminal;
import java.util.Map;

/** What every command is given. */
public record Context(Terminal terminal, Map<String, String> environment, Services services) {}
