package dev.flagledger.command.user;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps logins from being tried without end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class LoginConfiguration {

    @Bean
    LoginThrottle loginThrottle(LoginSettings settings) {
        return new LoginThrottle(settings.perMinute(), Ticker.systemTicker());
    }

    @Bean
    FailedLogins failedLogins() {
        return new FailedLogins(Ticker.systemTicker());
    }
}
