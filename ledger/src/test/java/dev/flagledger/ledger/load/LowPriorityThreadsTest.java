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
import org.junit.jupiter.params.provider.EnumSource;

class LowPriorityThreadsTest {

    /** The place of the nice value in {@code /proc/…/stat} after the name, see {@code proc_pid_stat(5)}. */
    private static final int NICE = 19 - 3;

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void theirNiceValueIsHigherThanThatOfOthers(Niceness niceness) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow", niceness))) {
            assertThat(threads.submit(LowPriorityThreadsTest::nice).get())
                    .isEqualTo(Math.max(niceness.value(), nice()))
                    .isGreaterThan(nice());
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

    private static int nice() throws Exception {
        var stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
    }
}
