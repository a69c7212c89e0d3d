import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * The requests of a load at a steady rate, whether or not the server keeps up. The time of each is counted from when it should
 * have been sent, so that those that had to wait for others count with what they waited.
 *
 * @param perSecond the rate of all connections together
 */
record Paced(Load load, double perSecond) {

    /** The time in milliseconds that this share of the requests did not exceed. */
    double quantile(double share, Duration duration) throws Exception {
        long begin = System.nanoTime() + Duration.ofMillis(50).toNanos();
        long interval = (long) (1e9 * Load.CONNECTIONS / perSecond);
        int requests = (int) (duration.toNanos() / interval);
        var connections = new ArrayList<Callable<long[]>>();
        for (int connection = 0; connection < Load.CONNECTIONS; connection++) {
            long first = begin + connection * interval / Load.CONNECTIONS;
            connections.add(() -> times(first, interval, requests));
        }
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var times = threads.invokeAll(connections).stream().flatMapToLong(Paced::result).sorted().toArray();
            return times[(int) (times.length * share)] / 1e6;
        }
    }

    private static LongStream result(Future<long[]> times) {
        try {
            return Arrays.stream(times.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long[] times(long first, long interval, int requests) throws IOException {
        var times = new long[requests];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), load.port())) {
            socket.setTcpNoDelay(true);
            var buffer = new byte[Load.LARGEST_ANSWER];
            for (int request = 0; request < requests; request++) {
                long due = first + request * interval;
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                socket.getOutputStream().write(load.requests().get(request % load.requests().size()));
                load.readAnswer(socket.getInputStream(), buffer);
                times[request] = System.nanoTime() - due;
            }
        }
        return times;
    }
}
