package dev.flagledger.command.user.attempt;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that limit logins. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class LoginConfiguration {

    @Bean
    LoginThrottle loginThrottle(LoginSettings settings) {
        return new LoginThrottle(settings.perMinute(), Ticker.systemTicker());
    }

    @Bean
    CodeThrottle codeThrottle(LoginSettings settings) {
        return new CodeThrottle(new LoginThrottle(settings.codesPerMinute(), Ticker.systemTicker()));
    }

    /**
     * Deletes counts that no attempt has updated for as long as a lock lasts, by the clock of the database, which also
     * counts by it. The deletion repeats the condition, since an attempt may come in between.
     */
    @Bean
    Pruning oldFailedLogins() {
        return new Pruning(
                "counts of failed logins", FailedLogins.COOL_OFF, """
                with over as (
                    delete from command.failed_login where failed_login.tried = any (array(
                        select old.tried from command.failed_login old
                        where old.tried_at < :before and old.tried_at < now() - interval '%1$d seconds' limit :most))
                    and failed_login.tried_at < now() - interval '%1$d seconds'
                    returning failed_login.tried)
                select count(*) from over""".formatted(FailedLogins.COOL_OFF.toSeconds()));
    }
}
