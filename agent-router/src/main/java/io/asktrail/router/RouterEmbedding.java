package io.asktrail.router;

import io.asktrail.model.EmbeddingSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param embedding what turns phrases into vectors; hashed words of our own unless a service has an address */
@ConfigurationProperties("asktrail.router")
record RouterEmbedding(@DefaultValue EmbeddingSettings embedding) {}
