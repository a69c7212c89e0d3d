package dev.flagledger.ledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LowPriorityThreadsTest {

    /** The place of the nice value in {@code /proc/…/stat} after the name, see {@code proc_pid_stat(5)}. */
    private static final int NICE = 19 - 3;

    private static final int POLICY = 41 - 3;
    private static final int SCHED_OTHER = 0;
    private static final int SCHED_IDLE = 5;

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void theirNiceValueIsHigherThanThatOfOthers(Niceness niceness) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow", niceness))) {
            assertThat(threads.submit(() -> stat(NICE)).get())
                    .isEqualTo(Math.max(niceness.value(), stat(NICE)))
                    .isGreaterThan(stat(NICE));
        }
    }

    @ParameterizedTest
    @CsvSource({"LOW, " + SCHED_OTHER, "LOWEST, " + SCHED_IDLE})
    @EnabledOnOs(OS.LINUX)
    void thoseOfTheLowestPriorityGiveWayAtOnce(Niceness niceness, int policy) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow", niceness))) {
            assertThat(threads.submit(() -> stat(POLICY)).get()).isEqualTo(policy);
        }
    }

    @Test
    void workKnowsThatItRunsOnOne() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow"))) {
            assertThat(threads.submit(LowPriorityThreads::isCurrent).get()).isTrue();
        }
        assertThat(LowPriorityThreads.isCurrent()).isFalse();
    }

    @Test
    void theyAreNamedDaemons() {
        var threads = new LowPriorityThreads("slow");

        assertThat(threads.newThread(() -> {}).getName()).isEqualTo("slow-0");
        assertThat(threads.newThread(() -> {}))
                .matches(Thread::isDaemon)
                .extracting(Thread::getName)
                .isEqualTo("slow-1");
    }

    @Test
    void theyDoTheirWork() {
        var done = new CompletableFuture<String>();

        new LowPriorityThreads("slow").newThread(() -> done.complete("done")).start();

        assertThat(done.join()).isEqualTo("done");
    }

    private static int stat(int place) throws Exception {
        var stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[place]);
    }
}
