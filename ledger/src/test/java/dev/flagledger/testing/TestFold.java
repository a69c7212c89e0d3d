package dev.flagledger.testing;

import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A minimal fold: the list of events. */
@Configuration(proxyBeanMethods = false)
public class TestFold {

    @Bean
    History<List<Object>> fold(EventLog log) {
        return new History<>(
                log,
                List.of(),
                (before, recorded) -> Stream.concat(before.stream(), Stream.of(recorded.event()))
                        .toList());
    }
}
