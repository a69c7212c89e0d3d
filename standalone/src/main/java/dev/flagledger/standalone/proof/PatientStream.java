package dev.flagledger.standalone.proof;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The body of a response, of which each read ends after a time. The timeout of a request is one for the headers only. */
final class PatientStream extends FilterInputStream {

    private final Duration patience;

    /** A read of {@code body} must end when another thread closes it. */
    PatientStream(InputStream body, Duration patience) {
        super(body);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws IOException also if nothing arrives in time */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var arrival = new CompletableFuture<Void>();
        var _ = arrival.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, late) -> {
            if (late != null) {
                end();
            }
        });
        try {
            int number = in.read(bytes, offset, length);
            if (arrival.complete(null)) {
                return number;
            }
        } catch (IOException e) {
            if (arrival.complete(null)) {
                throw e;
            }
        }
        throw new IOException("The server sent nothing for " + patience.toSeconds() + " s");
    }

    private void end() {
        try {
            in.close();
        } catch (IOException _) {
            // The reader is told what is wrong.
        }
    }
}
