package io.asktrail.mcp;

import io.asktrail.mcp.catalogue.Catalogue;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.prompt.Prompts;
import io.asktrail.mcp.tool.Tools;
import io.asktrail.mcp.transport.Sessions;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The server of the protocol. It is built when the first message comes: most starts of Asktrail never see one. */
final class AsktrailServer implements AutoCloseable {
    private static final String VERSION = "0.1.0";

    private final Sessions sessions;
    private final Asktrail asktrail;
    private final JsonMapper json;
    private final McpSettings settings;
    private @Nullable McpSyncServer server;

    AsktrailServer(Sessions sessions, Asktrail asktrail, JsonMapper json, McpSettings settings) {
        this.sessions = sessions;
        this.asktrail = asktrail;
        this.json = json;
        this.settings = settings;
    }

    /** Sessions that this server answers in. */
    synchronized Sessions sessions() {
        if (server == null) {
            server = build();
        }
        return sessions;
    }

    private McpSyncServer build() {
        var catalogue = new Catalogue(asktrail, json);
        return McpServer.sync(sessions)
                .serverInfo(Implementation.builder("asktrail", VERSION)
                        .title("Asktrail")
                        .build())
                .instructions(instructions())
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .completions()
                        .build())
                .jsonMapper(new JacksonMcpJsonMapper(McpAutoConfiguration.lenient(json)))
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(json))
                .validateToolInputs(true)
                // In the thread of the request: that is the one that is interrupted when nobody waits any more.
                .immediateExecution(true)
                .requestTimeout(settings.elicitation())
                .tools(new Tools(asktrail, json, settings.maxRows(), settings.maxResult()).all())
                .resources(catalogue.resources())
                .resourceTemplates(catalogue.templates())
                .completions(catalogue.completions())
                .prompts(Prompts.all())
                .build();
    }

    private static String instructions() {
        try {
            return new ClassPathResource("mcp/instructions.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the instructions cannot be read", unreadable);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.closeGracefully();
        }
    }
}
