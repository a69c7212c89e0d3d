package dev.flagledger.ledger.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wraps the connection pool in the circuit breaker, and gives low-priority threads a pool of their own where that can be of use. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Set by the launcher only, for the database that it has started on this machine. */
    private static final String LOCAL = "flagledger.database.local";

    @Bean
    static DestructionAwareBeanPostProcessor breaker(Environment settings) {
        return new Breaker(settings.getProperty(LOCAL, Boolean.class, false));
    }

    private static final class Breaker implements DestructionAwareBeanPostProcessor {

        private final boolean local;
        /** Null for a database elsewhere, and until there is a pool. */
        private @Nullable HikariDataSource low;

        Breaker(boolean local) {
            this.local = local;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof HikariDataSource pool)) {
                return bean;
            }
            if (!local) {
                return new BreakingDataSource(pool);
            }
            var beside = LowPriorityConnections.poolLike(pool);
            low = beside;
            return new BreakingDataSource(pool, beside);
        }

        @Override
        public void postProcessBeforeDestruction(Object bean, String name) {
            if (bean instanceof HikariDataSource && low != null) {
                low.close();
            }
        }

        @Override
        public boolean requiresDestruction(Object bean) {
            return bean instanceof HikariDataSource;
        }
    }
}
