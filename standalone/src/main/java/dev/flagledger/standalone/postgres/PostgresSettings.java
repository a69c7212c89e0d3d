package dev.flagledger.standalone.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings that hold whatever the files of the cluster say, since they are given on the command line. An
 * acknowledged write survives the loss of power: that is not the operator's to switch off by accident.
 */
final class PostgresSettings {

    private static final List<String> ALWAYS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=''",
            // What a client gets wrong it is told itself; its values, personal ones among them, stay out of the log.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_checkpoints=off");

    private PostgresSettings() {}

    /** As PostgreSQL's command line takes them, for a server on this port of the loopback address. */
    static String onPort(int port) {
        return ALWAYS.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" ", "", " -p " + port));
    }
}
