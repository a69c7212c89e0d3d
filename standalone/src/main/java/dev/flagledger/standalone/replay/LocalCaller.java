package dev.flagledger.standalone.replay;

import dev.flagledger.contract.http.ClientAddress;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Restricts operations of the management port to the machine of the node. The port has no authentication, and may be bound to other
 * addresses for the sake of its metrics.
 */
final class LocalCaller {

    private LocalCaller() {}

    /** Runs the operation, or answers with 403 if the request did not come over the loopback interface. */
    static <T> WebEndpointResponse<T> only(Supplier<WebEndpointResponse<T>> operation) {
        return isLocal() ? operation.get() : new WebEndpointResponse<>(HttpStatus.FORBIDDEN.value());
    }

    private static boolean isLocal() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && InetAddress.ofLiteral(ClientAddress.of(current.getRequest())).isLoopbackAddress();
    }
}
