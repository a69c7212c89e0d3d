package dev.flagledger.installation.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.flagledger.ledger.database.DatabaseTrouble;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleAnswersTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(TroubleAnswers.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void leave() {
        log.detachAppender(said);
    }

    @Test
    void eachKindOfFailureIsLoggedOnce() {
        var answers = new TroubleAnswers();

        for (int times = 0; times < 3; times++) {
            for (var trouble : DatabaseTrouble.values()) {
                answers.answer(trouble, new SQLException("what went wrong with " + trouble));
            }
        }

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSameSizeAs(DatabaseTrouble.values())
                .anySatisfy(line -> assertThat(line).contains("what went wrong with NO_SPACE"));
    }
}
