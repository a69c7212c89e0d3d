import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/** What it takes the disk to make a few hundred bytes durable, which every change waits for. */
final class Fsync {

    private static final int BYTES = 400;
    private static final int ROUNDS = 200;

    private Fsync() {}

    static void print(Path directory) throws IOException {
        var times = new ArrayList<Double>();
        var file = directory.resolve("fsync");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int round = 0; round < ROUNDS; round++) {
                channel.write(ByteBuffer.allocate(BYTES));
                long begun = System.nanoTime();
                channel.force(false);
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        Benchmark.print("fsync of " + BYTES + " bytes", times);
    }
}
