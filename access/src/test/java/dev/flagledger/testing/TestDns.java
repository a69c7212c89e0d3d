package dev.flagledger.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server of the domain name system on loopback, which knows the TXT records that a test publishes, and no other name. */
public final class TestDns implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int AUTHORITATIVE = 0x8400;
    private static final int SERVER_FAILURE = 2;
    private static final int NO_SUCH_NAME = 3;
    private static final int TXT = 16;
    private static final int INTERNET = 1;
    private static final int NAME_OF_QUESTION = 0xC00C;
    private static final int TTL = 60;

    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final DatagramSocket socket;

    private TestDns() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Starts a server. */
    public static TestDns start() {
        return new TestDns();
    }

    /** The server that all tests of this JVM may ask. */
    public static TestDns shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final TestDns SERVER = start();
    }

    /** The address and the port, for {@code FLAGLEDGER_DNS_SERVER}. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Adds a TXT record to a domain. */
    public void publish(String domain, String text) {
        texts.computeIfAbsent(domain, _ -> new ArrayList<>()).add(text);
    }

    /** Removes all records of a domain. */
    public void withdraw(String domain) {
        texts.remove(domain);
    }

    /** Answers questions about a domain with an error from now on. */
    public void fail(String domain) {
        failing.add(domain);
    }

    /** How often a domain was asked for. */
    public int asked(String domain) {
        return questions.getOrDefault(domain, 0);
    }

    private void serve() {
        var buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                var query = new DatagramPacket(buffer, buffer.length);
                socket.receive(query);
                var answer = answer(buffer);
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** As of RFC 1035, section 4: a header, the question again, and the records. */
    private byte[] answer(byte[] asked) throws IOException {
        var query = ByteBuffer.wrap(asked);
        int id = query.getShort(0);
        query.position(HEADER);
        var labels = new ArrayList<String>();
        for (int length = query.get(); length > 0; length = query.get()) {
            var label = new byte[length];
            query.get(label);
            labels.add(new String(label, US_ASCII));
        }
        int type = query.getShort();
        int end = query.position() + Short.BYTES;
        var name = String.join(".", labels).toLowerCase(Locale.ROOT);
        questions.merge(name, 1, Integer::sum);
        var known = failing.contains(name) ? null : texts.get(name);
        int error = failing.contains(name) ? SERVER_FAILURE : known == null ? NO_SUCH_NAME : 0;
        var records = known == null || type != TXT ? List.<String>of() : known;
        var bytes = new ByteArrayOutputStream();
        var answer = new DataOutputStream(bytes);
        for (int number : new int[] {id, AUTHORITATIVE | error, 1, records.size(), 0, 0}) {
            answer.writeShort(number);
        }
        answer.write(asked, HEADER, end - HEADER);
        for (var text : records) {
            answer.writeShort(NAME_OF_QUESTION);
            answer.writeShort(TXT);
            answer.writeShort(INTERNET);
            answer.writeInt(TTL);
            answer.writeShort(text.length() + 1);
            answer.writeByte(text.length());
            answer.write(text.getBytes(US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
