package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this server, as a client has called it. */
public final class ServerAddress {

    private ServerAddress() {}

    /** Returns scheme, host and port, without a slash at the end. */
    public static String of(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
