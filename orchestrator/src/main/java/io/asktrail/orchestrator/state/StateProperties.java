package io.asktrail.orchestrator.state;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where the orchestrator keeps conversations and answers. */
@Validated
@ConfigurationProperties("asktrail.state")
public record StateProperties(
        @NotBlank String url,
        @NotBlank String username,
        @NotBlank String password,
        @DefaultValue("8") int poolSize) {}
