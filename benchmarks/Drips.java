import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections that send a byte of a header every five seconds, and are opened again when the server has closed them. */
final class Drips implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int SLICES = 100;
    private static final byte[] BEGINNING =
            "GET /api/v1/flags/ HTTP/1.1\r\nHost: localhost\r\nX-".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final SocketChannel[] channels;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private int slice;

    private Drips(int port, int connections) {
        this.port = port;
        this.channels = new SocketChannel[connections];
    }

    static Drips start(int port, int connections) throws IOException {
        var drips = new Drips(port, connections);
        for (int index = 0; index < connections; index++) {
            drips.channels[index] = drips.open();
        }
        long pause = INTERVAL.toMillis() / SLICES;
        drips.clock.scheduleAtFixedRate(drips::drip, pause, pause, TimeUnit.MILLISECONDS);
        return drips;
    }

    private SocketChannel open() throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(BEGINNING));
        return channel;
    }

    private void drip() {
        slice = (slice + 1) % SLICES;
        for (int index = slice; index < channels.length; index += SLICES) {
            try {
                if (!dripped(channels[index])) {
                    channels[index].close();
                    channels[index] = open();
                }
            } catch (IOException _) {
                // Refused: tried again in the next turn.
            }
        }
    }

    /** False if the server has closed the connection. */
    private static boolean dripped(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1)) >= 0 && channel.write(ByteBuffer.wrap(new byte[] {'x'})) > 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        clock.shutdownNow();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        for (var channel : channels) {
            channel.close();
        }
    }
}
