package dev.flagledger.webhook.log;

import dev.flagledger.contract.paging.PageLink;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.contract.view.webhook.ReceiverView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries, newest first. The list is not counted: it grows while it is read.
 *
 * @param next the URL of the next page; null if this is the last
 * @param receiver the state of the receiver
 */
record DeliveryPage(@Nullable String next, ReceiverView receiver, List<DeliveryView> results) {

    /**
     * The page of a request.
     *
     * @param found the deliveries, of which one more than {@code size} shows that there is a next page
     */
    static DeliveryPage of(HttpServletRequest request, ReceiverView receiver, List<DeliveryView> found, int size) {
        if (found.size() <= size) {
            return new DeliveryPage(null, receiver, found);
        }
        var results = List.copyOf(found.subList(0, size));
        var last = results.getLast();
        var next = PageLink.of(request, Map.of("before", new ListPlace(last.sequence(), last.number())));
        return new DeliveryPage(next, receiver, results);
    }
}
