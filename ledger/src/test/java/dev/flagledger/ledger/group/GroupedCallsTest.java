package dev.flagledger.ledger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls become concurrent while the first of them is blocked. */
class GroupedCallsTest {

    private static final int MOST = 4;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<List<String>> reported = new ConcurrentLinkedQueue<>();
    private final GroupedCalls<Integer, String> calls = new GroupedCalls<>(MOST, new Work());

    private final class Work implements GroupWork<Integer, String> {

        @Override
        public List<String> all(List<Integer> asked) {
            groups.add(asked);
            if (groups.size() == 1) {
                begun.countDown();
                uninterrupted(goOn);
            }
            if (asked.contains(-1)) {
                throw new IllegalArgumentException("minus one");
            }
            if (asked.contains(-2)) {
                throw new StackOverflowError("minus two");
            }
            return asked.stream().map(number -> "made of " + number).toList();
        }

        @Override
        public void done(List<Integer> asked, List<String> results) {
            reported.add(results);
            if (asked.contains(-3)) {
                throw new IllegalStateException("minus three");
            }
        }
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void aSingleCallIsAGroup() {
        goOn.countDown();

        assertThat(calls.call(7)).isEqualTo("made of 7");
        assertThat(calls.call(8)).isEqualTo("made of 8");
        assertThat(groups).containsExactly(List.of(7), List.of(8));
    }

    @Test
    void concurrentCallsAreProcessedTogetherInOrder() throws Exception {
        var results = allWhileTheFirstIsAtWork(0, 1, 2, 3, 4, 5, 6);

        for (int call = 0; call < results.size(); call++) {
            assertThat(results.get(call).get()).isEqualTo("made of " + call);
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6));
        assertThat(reported).hasSize(3).contains(List.of("made of 5", "made of 6"));
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void aFailureOfAGroupAffectsOnlyThatGroup() throws Exception {
        var results = allWhileTheFirstIsAtWork(0, 1, -1, 3, 4, 5);

        assertThat(results.getFirst().get()).isEqualTo("made of 0");
        for (var ofTheGroup : results.subList(1, 5)) {
            assertThatThrownBy(ofTheGroup::get)
                    .hasCauseInstanceOf(BrokenOffException.class)
                    .hasRootCauseMessage("minus one");
        }
        assertThat(results.getLast().get()).isEqualTo("made of 5");
    }

    @Test
    void anErrorLeavesNoCallWaiting() throws Exception {
        var results = allWhileTheFirstIsAtWork(0, -2, 2, 3, 4, 5);

        assertThatThrownBy(results.get(1)::get).hasCauseInstanceOf(StackOverflowError.class);
        assertThatThrownBy(results.get(2)::get)
                .hasCauseInstanceOf(BrokenOffException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(results.getLast().get()).isEqualTo("made of 5");
    }

    @Test
    void aFailureAfterTheWorkKeepsNoResultFromTheOthers() throws Exception {
        var results = allWhileTheFirstIsAtWork(0, -3, 2, 3, 4, 5);

        assertThatThrownBy(results.get(1)::get)
                .hasCauseInstanceOf(BrokenOffException.class)
                .hasRootCauseMessage("minus three");
        for (int call = 2; call < results.size(); call++) {
            assertThat(results.get(call).get()).isEqualTo("made of " + call);
        }
    }

    private List<Future<String>> allWhileTheFirstIsAtWork(int... asked) {
        var results = new ArrayList<Future<String>>();
        for (int number : asked) {
            int before = results.size();
            results.add(threads.submit(() -> calls.call(number)));
            if (before == 0) {
                uninterrupted(begun);
            } else {
                await().until(() -> calls.waiting() == before);
            }
        }
        goOn.countDown();
        return results;
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
