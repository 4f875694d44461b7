package io.asktrail.gateway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The gateway's settings. */
@AutoConfiguration
@EnableConfigurationProperties(GatewayProperties.class)
class GatewayAutoConfiguration {}
