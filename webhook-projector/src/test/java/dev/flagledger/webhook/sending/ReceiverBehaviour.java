package dev.flagledger.webhook.sending;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** What a receiver may do to a request, and what the attempt then is: a status that came, or a reason why none did. */
enum ReceiverBehaviour {
    SAYS_NOTHING("says nothing", "timed out", ReceiverBehaviour::readOn),
    DOES_NOT_READ("does not read the request", "Cut off", _ -> Thread.sleep(4000)),
    CLOSES_AT_ONCE("closes the connection at once", "", _ -> {}),
    RESETS_AT_ONCE("resets the connection at once", "", ReceiverBehaviour::reset),
    RESETS_AFTER_THE_REQUEST("resets the connection after the request", "reset", socket -> {
        readRequest(socket);
        reset(socket);
    }),
    CLOSES_IN_THE_STATUS_LINE("closes the connection within the status line", "", saying("HTTP/1.1 2")),
    CLOSES_IN_THE_HEAD("closes the connection within the headers", "", saying("HTTP/1.1 200 OK\r\nContent-Le")),
    RESETS_IN_THE_HEAD("resets the connection within the headers", "reset", socket -> {
        say(socket, "HTTP/1.1 200 OK\r\nContent-Le");
        reset(socket);
    }),
    DRIPS_THE_HEAD("sends its headers byte by byte", "Cut off", repeating("HTTP/1.1 200 OK\r\nX: ", "x", 50)),
    ENDLESS_HEADER("sends a header without end", "line", repeating("HTTP/1.1 200 OK\r\nX: ", "x".repeat(1000), 0)),
    ENDLESS_HEADERS("sends headers without end", "header", repeating("HTTP/1.1 200 OK\r\n", "X: y\r\n", 0)),
    INTERIM_FLOOD(
            "sends interim responses (1xx) without end",
            "Cut off",
            repeating("", "HTTP/1.1 103 Early Hints\r\n\r\n", 1)),
    OTHER_PROTOCOL("speaks another protocol", "", saying("SSH-2.0-OpenSSH_9\r\n")),
    GARBAGE("sends garbage", "", saying("\0\377\r\n".repeat(5000))),
    SWITCHES_PROTOCOLS(
            "switches to another protocol (101)", "protocol", saying("HTTP/1.1 101 X\r\nUpgrade: h2c\r\n\r\n")),
    CONTRADICTORY_LENGTHS(
            "announces two lengths",
            "length",
            saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello")),
    NEGATIVE_LENGTH(
            "announces a negative length", "length", saying("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")),
    REDIRECTS_TO_ITSELF("redirects to itself", 302, saying("HTTP/1.1 302 Found\r\nLocation: /hook\r\n\r\n")),
    ASKS_FOR_A_PASSWORD(
            "asks for a password", 401, saying("HTTP/1.1 401 X\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n")),
    UNKNOWN_STATUS("sends an unknown status", 999, saying("HTTP/1.1 999 X\r\n\r\n")),
    INTERIM_FIRST("sends interim responses, then 200", 200, saying("HTTP/1.1 103 X\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")),
    OLD_HTTP("speaks HTTP/1.0", 200, saying("HTTP/1.0 200 OK\r\n\r\nok")),
    SHORT_BODY(
            "sends less of a body than it announced",
            200,
            saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")),
    RESETS_IN_THE_BODY("resets the connection within the body", 200, socket -> {
        say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        reset(socket);
    }),
    STOPS_IN_THE_BODY("announces a terabyte and stops", 200, socket -> {
        say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\nx");
        readOn(socket);
    }),
    DRIPS_THE_BODY("sends its body byte by byte", 200, repeating("HTTP/1.1 200 OK\r\n\r\n", "x", 50)),
    ENDLESS_BODY("sends a body without end", 200, repeating("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1000), 0)),
    ENDLESS_CHUNKS(
            "sends chunks without end",
            200,
            repeating("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", 0)),
    BROKEN_CHUNKS(
            "sends broken chunks",
            200,
            saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nzzz\r\n-1\r\n")),
    ENDLESS_TRAILER(
            "sends trailers without end",
            200,
            repeating("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X: y\r\n", 0)),
    FALSE_COMPRESSION(
            "announces a compressed body and sends none",
            200,
            saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnone"));

    @SuppressWarnings("ImmutableEnumChecker") // Has no state.
    final RawReceiver.Behaviour behaviour;

    private final String does;
    private final int status;
    private final String reason;

    ReceiverBehaviour(String does, int status, RawReceiver.Behaviour behaviour) {
        this(does, status, "", behaviour);
    }

    ReceiverBehaviour(String does, String reason, RawReceiver.Behaviour behaviour) {
        this(does, 0, reason, behaviour);
    }

    ReceiverBehaviour(String does, int status, String reason, RawReceiver.Behaviour behaviour) {
        this.does = does;
        this.status = status;
        this.reason = reason;
        this.behaviour = behaviour;
    }

    /** The status that comes; null if none does. */
    @Nullable Integer status() {
        return status == 0 ? null : status;
    }

    /** A part of the reason why no status comes. */
    String reason() {
        return reason;
    }

    /** As {@code docs/webhooks.md} shows it. */
    String row() {
        var outcome = status == 0 ? "failed, no status" : status == 200 ? "acknowledged" : "failed, " + status;
        return "| " + does + " | " + outcome + " |";
    }

    private static RawReceiver.Behaviour saying(String text) {
        return socket -> {
            readRequest(socket);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        };
    }

    private static RawReceiver.Behaviour repeating(String first, String next, int pauseMillis) {
        return socket -> {
            say(socket, first);
            while (true) {
                socket.getOutputStream().write(next.getBytes(ISO_8859_1));
                Thread.sleep(pauseMillis);
            }
        };
    }

    /** Gives the sender time to read it. */
    private static void say(Socket socket, String text) throws IOException, InterruptedException {
        saying(text).on(socket);
        Thread.sleep(200);
    }

    private static void readRequest(Socket socket) throws IOException {
        socket.getInputStream().read(new byte[8192]);
    }

    private static void readOn(Socket socket) throws IOException {
        socket.getInputStream().readAllBytes();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
