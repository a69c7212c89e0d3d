package dev.flagledger.ledger.schema;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the schema of every module when a node starts. Flyway's own settings say which database, and nothing more. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    FlywayMigrationStrategy everyModule() {
        return flyway -> ModuleSchemas.migrate(flyway.getConfiguration());
    }
}
