package dev.flagledger.command;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.log.EventLog;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** All that decides on this side, with the fold that it looks at, and none of its doors. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        useDefaultFilters = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        includeFilters = {
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Aggregate.class),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern =
                            ".*\\.(Authorisation|EnvironmentCreation|FeatureCreation|ProjectGate|ProjectShares|Seeds)")
        })
public class TestCommandSide {

    @Bean
    LiveFold<Installation> fold(EventLog log) {
        return new LiveFold<>(log, Installation.EMPTY, Installation::evolve);
    }
}
