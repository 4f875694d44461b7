package io.asktrail.model;

import java.util.Objects;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;

/** Embeddings of any service that speaks OpenAI's protocol. */
public final class OpenAiEmbeddings {
    private OpenAiEmbeddings() {}

    /** @param settings with an address */
    public static EmbeddingModel of(EmbeddingSettings settings) {
        var options = OpenAiEmbeddingOptions.builder();
        options.encodingFormat(OpenAiEmbeddingOptions.EncodingFormat.FLOAT);
        options.baseUrl(Objects.requireNonNull(settings.baseUrl()).toString());
        options.apiKey(Objects.requireNonNullElse(settings.apiKey(), "none"));
        options.model(settings.name());
        options.timeout(settings.timeout());
        options.maxRetries(0);
        return OpenAiEmbeddingModel.builder().options(options.build()).build();
    }
}
