package io.asktrail.model;

import io.asktrail.contracts.answer.Cost;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;

/** A model behind OpenAI's chat completions. One call a reply: repeating is for those who know what is left to spend. */
final class OpenAiModel implements LanguageModel {
    private static final Logger log = LoggerFactory.getLogger(OpenAiModel.class);

    /** No plan is as long as this; what is longer is not read. */
    private static final long LONGEST_BODY = 1_000_000;

    private final OpenAiChatModel chat;
    private final ModelSettings settings;

    OpenAiModel(ModelSettings settings) {
        this.settings = settings;
        var options = OpenAiChatOptions.builder()
                .baseUrl(Objects.requireNonNull(settings.baseUrl()).toString())
                .apiKey(Objects.requireNonNullElse(settings.apiKey(), "none"))
                .model(settings.name())
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
        this.chat = OpenAiChatModel.builder()
                .options(options)
                .httpClientBuilderCustomizer(http -> http.interceptor(OpenAiModel::bounded))
                .build();
    }

    // A reply without an end would fill the memory before it failed.
    private static Response bounded(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        try (response) {
            var body = response.peekBody(LONGEST_BODY + 1);
            if (body.contentLength() > LONGEST_BODY) {
                throw new IOException("the reply is longer than %d bytes".formatted(LONGEST_BODY));
            }
            return response.newBuilder().body(body).build();
        }
    }

    @Override
    public Reply reply(Request request, Duration within) {
        // The client's own timeout starts again with every byte that arrives; this one does not.
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var reply = thread.submit(() -> chat.call(prompt(request)));
            try {
                return read(reply.get(within.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException slow) {
                thread.shutdownNow();
                log.atWarn().log("model is slow");
                return new Reply.NotThere(oneCall());
            } catch (ExecutionException failure) {
                var cause = Objects.requireNonNullElse(failure.getCause(), failure);
                log.atWarn()
                        .addKeyValue("failure", cause.getClass().getSimpleName())
                        .log("model failed");
                return new Reply.NotThere(oneCall());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.NotThere(oneCall());
        }
    }

    private static Cost oneCall() {
        return new Cost(1, 0, BigDecimal.ZERO);
    }

    // The schema goes as it is: one that is derived from types leaves fields out of what strict mode requires.
    private Prompt prompt(Request request) {
        var format = ResponseFormat.builder()
                .type(ResponseFormat.Type.JSON_SCHEMA)
                .jsonSchema(request.schema())
                .strict(true)
                .build();
        var options = OpenAiChatOptions.builder()
                .model(settings.name())
                .temperature(0.0)
                .maxCompletionTokens(settings.maxReplyTokens())
                .responseFormat(format)
                .build();
        return new Prompt(List.of(new SystemMessage(request.instructions()), new UserMessage(request.task())), options);
    }

    private Reply read(ChatResponse response) {
        var cost = cost(response);
        var result = response.getResult();
        if (result == null) {
            return new Reply.NotThere(cost);
        }
        var finish = result.getMetadata().getFinishReason();
        var text = result.getOutput().getText();
        if ("length".equalsIgnoreCase(finish)) {
            return new Reply.Useless(true, cost);
        }
        return text == null || text.isBlank() ? new Reply.Useless(false, cost) : new Reply.Text(text, cost);
    }

    // A service that counts wrong cannot make an answer cheaper than nothing.
    private Cost cost(ChatResponse response) {
        var usage = response.getMetadata().getUsage();
        long input = usage == null ? 0 : Math.max(0, Objects.requireNonNullElse(usage.getPromptTokens(), 0));
        long output = usage == null ? 0 : Math.max(0, Objects.requireNonNullElse(usage.getCompletionTokens(), 0));
        return new Cost(1, input + output, settings.priceOf(input, output));
    }
}
