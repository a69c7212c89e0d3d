package dev.flagledger.contract.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;

/** Sends and receives single frames of HTTP/2, with prior knowledge. */
public final class Http2Client implements AutoCloseable {

    private static final int HEADERS = 1;
    private static final int RESET = 3;

    private final HpackDecoder headers = new HpackDecoder(8_192, System::nanoTime);
    private final Socket socket;
    private final DataInputStream in;

    /** A received frame. */
    public record Frame(int type, int stream, ByteBuffer payload) {}

    /** Connects, and sends empty settings. Reads time out after ten seconds. */
    public Http2Client(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        send("000000 04 00 00000000");
    }

    /** Sends a complete {@code GET /}. */
    public void get(int stream) throws IOException {
        send("000007 01 05 %08x 82 86 84 41 02 66 6c".formatted(stream));
    }

    /** Sends the header of {@code POST /}, which does not announce the length of its body. */
    public void post(int stream) throws IOException {
        send("000007 01 04 %08x 83 86 84 41 02 66 6c".formatted(stream));
    }

    /** Sends one byte of a body. */
    public void data(int stream, boolean last) throws IOException {
        send("000001 00 %02x %08x 78".formatted(last ? 1 : 0, stream));
    }

    /** Returns the next frame. */
    public Frame read() throws IOException {
        int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, stream, ByteBuffer.wrap(in.readNBytes(length)));
    }

    /** Returns the status of the response on this stream, or 0 if the stream is reset first. */
    public int readStatus(int stream) throws Exception {
        while (true) {
            var frame = read();
            if (frame.type() == HEADERS) {
                var response = (MetaData.Response) headers.decode(frame.payload());
                if (frame.stream() == stream) {
                    return response.getStatus();
                }
            } else if (frame.type() == RESET && frame.stream() == stream) {
                return 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(String hex) throws IOException {
        socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
