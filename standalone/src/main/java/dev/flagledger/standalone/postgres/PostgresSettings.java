package dev.flagledger.standalone.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings on PostgreSQL's command line, which override the cluster's configuration files, so that the durability
 * of acknowledged writes cannot be switched off by accident.
 */
final class PostgresSettings {

    private static final List<String> ALWAYS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=''",
            // Errors are reported to the client; statements, which may contain personal data, are not logged.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_checkpoints=off");

    private PostgresSettings() {}

    /** Returns the options of PostgreSQL's command line, with the port to listen on. */
    static String onPort(int port) {
        return ALWAYS.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" ", "", " -p " + port));
    }
}
