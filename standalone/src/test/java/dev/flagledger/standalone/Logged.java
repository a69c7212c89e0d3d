package dev.flagledger.standalone;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Captures what the servers of this JVM log while it is open. A server that starts meanwhile would end the capture. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    static Logged byAll() {
        var logged = new Logged();
        logged.setContext(ROOT.getLoggerContext());
        logged.start();
        ROOT.addAppender(logged);
        return logged;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** The lines with a stack trace, with their loggers. */
    List<String> stackTraces() {
        return events.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + ": "
                        + event.getThrowableProxy().getClassName())
                .toList();
    }

    /** The first match of a pattern in a message; waits for it, since some messages come after a response. */
    String awaitMatch(Pattern pattern) {
        return await().until(
                        () -> events.stream()
                                .map(event -> pattern.matcher(event.getFormattedMessage()))
                                .filter(Matcher::find)
                                .map(Matcher::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        ROOT.detachAppender(this);
        stop();
    }
}
