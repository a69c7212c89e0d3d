package dev.flagledger.installation;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of this module that a node of any role needs. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class InstallationModule {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
