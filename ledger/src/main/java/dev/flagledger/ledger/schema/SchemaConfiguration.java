package dev.flagledger.ledger.schema;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the ledger before all that is derived from it. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    FlywayMigrationStrategy ledgerFirst() {
        return others -> {
            LedgerSchema.in(others.getConfiguration()).migrate();
            others.migrate();
        };
    }
}
