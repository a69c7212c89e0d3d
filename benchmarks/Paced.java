import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The requests of a load at a steady rate, whether or not the server keeps up. The time of each is counted from when it should
 * have been sent, so that those that had to wait for others count with what they waited. One thread sends them, and never sleeps:
 * threads that wait for their turns would take more from the server than the requests do, and come late.
 *
 * @param perSecond the rate of all connections together
 */
record Paced(Load load, double perSecond) {

    /** The time in milliseconds that this share of the requests did not exceed. */
    double quantile(double share, Duration duration) throws IOException {
        var times = times(load, (long) (1e9 * Load.CONNECTIONS / perSecond), duration);
        return times[(int) (times.length * share)] / 1e6;
    }

    /** The rate at which the same client gets answers if it sends each request as soon as the one before is answered. */
    static double highest(Load load, Duration duration) throws IOException {
        return times(load, 0, duration).length / (duration.toMillis() / 1e3);
    }

    /** The sorted times in nanoseconds; {@code interval} is that of one connection. */
    private static long[] times(Load load, long interval, Duration duration) throws IOException {
        var times = LongStream.builder();
        var connections = new ArrayList<Connection>();
        try (var selector = Selector.open()) {
            long begin = System.nanoTime() + Duration.ofMillis(50).toNanos();
            for (int number = 0; number < Load.CONNECTIONS; number++) {
                connections.add(new Connection(load, selector, begin + number * interval / Load.CONNECTIONS, interval));
            }
            long end = begin + duration.toNanos();
            for (long now = begin; now < end; now = System.nanoTime()) {
                for (var connection : connections) {
                    connection.sendIfDue(now);
                }
                selector.selectNow(key -> ((Connection) key.attachment()).receive(times));
            }
            connections.forEach(connection -> connection.addUnanswered(end, times));
            return times.build().sorted().toArray();
        } finally {
            close(connections);
        }
    }

    private static void close(List<Connection> connections) throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
    }

    /** A connection with one request at a time. */
    private static final class Connection {

        private final Load load;
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(Load.LARGEST_ANSWER);
        private final long interval;
        private long due;
        private long sentFor;
        private int length = Load.UNKNOWN;
        private int next;
        private boolean waits;

        Connection(Load load, Selector selector, long due, long interval) throws IOException {
            this.load = load;
            this.due = due;
            this.interval = interval;
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), load.port()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void sendIfDue(long now) throws IOException {
            if (waits || now < due) {
                return;
            }
            var request = ByteBuffer.wrap(load.requests().get(next % load.requests().size()));
            while (request.hasRemaining()) {
                channel.write(request);
            }
            next++;
            sentFor = due;
            due += interval;
            waits = true;
        }

        void addUnanswered(long end, LongStream.Builder times) {
            if (interval > 0) {
                for (long since = waits ? sentFor : due; since < end; since += interval) {
                    times.add(end - since);
                }
            }
        }

        void receive(LongStream.Builder times) {
            try {
                if (channel.read(answer) < 0) {
                    throw new IOException("connection closed");
                }
                if (length == Load.UNKNOWN) {
                    length = load.length(answer.array(), answer.position());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (answer.position() >= length) {
                times.add(System.nanoTime() - sentFor);
                answer.clear();
                length = Load.UNKNOWN;
                waits = false;
            }
        }
    }
}
