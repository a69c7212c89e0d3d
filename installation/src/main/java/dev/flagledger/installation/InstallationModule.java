package dev.flagledger.installation;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Configuration of the module, for nodes of any role. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class InstallationModule {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
