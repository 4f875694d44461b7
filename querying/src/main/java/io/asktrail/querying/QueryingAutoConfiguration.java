package io.asktrail.querying;

import io.asktrail.querying.secret.KeyValueSecrets;
import io.asktrail.querying.secret.Secrets;
import io.asktrail.querying.secret.VaultSecrets;
import io.asktrail.querying.session.Connections;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.vault.core.VaultOperations;

/** What every data agent of a process shares: the registry, and one pool for each database. */
@AutoConfiguration(afterName = "org.springframework.cloud.vault.config.VaultAutoConfiguration")
@EnableConfigurationProperties(QueryingProperties.class)
class QueryingAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(QueryingProperties settings) {
        return LiveRegistry.open(RegistryLocation.of(settings.registry(), settings.workspace()));
    }

    /**
     * @param vault there where Vault's client is on the class path and set up
     * @throws IllegalStateException naming the connections whose settings cannot be right
     */
    @Bean
    @ConditionalOnMissingBean
    Connections connections(QueryingProperties settings, Environment environment, ObjectProvider<VaultSecrets> vault) {
        var all = settings.connectionSettings();
        PlainSecrets.refuse(environment, all);
        return new Connections(all, new Secrets(System::getenv, Optional.ofNullable(vault.getIfAvailable())));
    }

    /** Only where Spring Cloud Vault brought its client: nothing of it is loaded otherwise. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.vault.core.VaultOperations")
    static class WithVault {
        // Looked up at the first secret: whoever keeps none in Vault logs in to none.
        @Bean
        @ConditionalOnMissingBean
        VaultSecrets vaultSecrets(ObjectProvider<VaultOperations> vault) {
            return new KeyValueSecrets(vault::getIfAvailable);
        }
    }
}
