package dev.flagledger.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Hosts that look like a number in some notation; the table is {@code hostile-hosts.txt}. */
public final class HostileHosts {

    private HostileHosts() {}

    /** Returns the hosts as written in a URL. */
    public static List<String> all() throws IOException {
        try (var table = Objects.requireNonNull(HostileHosts.class.getResourceAsStream("hostile-hosts.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
